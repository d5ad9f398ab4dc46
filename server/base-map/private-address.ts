import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'

const reserved = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  reserved.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  reserved.addSubnet(net, bits, 'ipv6')

/** Whether an address is of this machine, of its network, or of no host (RFC 6890). */
const isPrivateAddress = (address: string): boolean => reserved.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a host is written as such an address; a name is looked up when it is asked (`publicLookup`). */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && isPrivateAddress(bare)
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * Looks a name up for a connection, and gives none of its addresses where one is private: what is then connected to is what was
 * checked, so a name that answers otherwise the second time reaches nothing.
 */
export function publicLookup(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error) return found(error, [])
    if (!first || addresses.some(({ address }) => isPrivateAddress(address)))
      return found(new Error(`${hostname} is in a private network`), [])
    if (options.all) found(null, addresses)
    else found(null, first.address, first.family)
  })
}
