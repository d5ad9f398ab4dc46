import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const hostOf = (address: string) => {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port) }
}

/**
 * So many connections that send a letter of their head a second, for so many seconds. Gives how many the server had not
 * hung up on by then.
 */
export async function slowConnections(address: string, count: number, seconds: number): Promise<number> {
  const head = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ${'a'.repeat(10_000)}`
  const sockets = await opened(address, count)
  for (let second = 0; second < seconds; second++) {
    for (const socket of sockets) if (socket.writable) socket.write(head[second]!)
    await wait(1000)
  }
  const open = sockets.filter((socket) => socket.writable).length
  for (const socket of sockets) socket.destroy()
  return open
}

/** So many uploads of which half is sent before the sender hangs up. */
export async function abortedUploads(address: string, study: string, count: number): Promise<void> {
  const half = `--b\r\nContent-Disposition: form-data; name="files"; filename="a.geojson"\r\n\r\n${'[1,2],'.repeat(2000)}`
  const head = `POST /api/studies/${study}/layers HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${2 * half.length}\r\n\r\n`
  for (let sent = 0; sent < count; sent += 100) {
    const sockets = await opened(address, Math.min(100, count - sent))
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write(head + half, resolve))))
    for (const socket of sockets) socket.destroy()
  }
}

const opened = (address: string, count: number): Promise<Socket[]> =>
  Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect(hostOf(address), () => resolve(socket))
          socket.once('error', reject)
          // Whoever is hung up on says nothing more.
          socket.on('error', () => undefined).resume()
        }),
    ),
  )
