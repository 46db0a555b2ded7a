/** A CONNECT proxy that leads a few hosts to loopback ports and refuses all others: Firefox's way to the simulators. @module */

import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** A running proxy. */
export interface ConnectProxy {
  readonly port: number
  /** Every host that was asked for and refused, in order. */
  readonly refused: readonly string[]
  /** Leads to these hosts from now on; connections to earlier ones are cut. */
  lead(hosts: Readonly<Record<string, number>>): void
  close(): Promise<void>
}

const HTTPS_PORT = '443'

/** Starts a proxy on loopback; hosts are a map of host names, always at port 443, to loopback ports. */
export async function startProxy(first: Readonly<Record<string, number>>): Promise<ConnectProxy> {
  let hosts = first
  const refused: string[] = []
  const sockets = new Set<Socket>()
  const remember = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A browser drops connections as it likes; that is no failure of the proxy.
    socket.on('error', () => socket.destroy())
  }

  // Plain HTTP is for no vendor: the connection is cut, so that the page fails as it does without a network.
  const server = createServer((request) => {
    refused.push(request.url ?? '')
    request.socket.destroy()
  })
  server.on('connection', remember)
  server.on('connect', (request, client: Socket, head) => {
    const [host = '', port] = (request.url ?? '').split(':')
    const target = Object.hasOwn(hosts, host) && port === HTTPS_PORT ? hosts[host] : undefined
    if (target === undefined) {
      refused.push(request.url ?? '')
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    remember(upstream)
    upstream.once('close', () => client.destroy())
    client.once('close', () => upstream.destroy())
  })

  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    lead(others) {
      hosts = others
      cut()
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}
