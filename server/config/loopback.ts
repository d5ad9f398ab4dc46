const names = new Set(['localhost', '127.0.0.1', '::1'])

/** Whether an address is this machine's own, which nobody else can reach. */
export const isLoopback = (host: string): boolean => names.has(host) || /^127(\.\d{1,3}){3}$/.test(host)
