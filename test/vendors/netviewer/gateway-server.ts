/** The gateway's door: TLS with client certificates, or plain http where certificates are not the subject. @module */
import { once } from 'node:events'
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type RequestListener,
} from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureContextOptions, TLSSocket } from 'node:tls'
import { type Arrivals, makeArrivals } from './arrivals.ts'
import { acceptedHandshake, type Handshake, refusedHandshake } from './peer.ts'

/** How a server speaks TLS; both texts are PEM. */
export interface ServerCertificate {
  readonly key: string
  readonly cert: string
}

/** What a server wants of its clients. */
export interface ClientRules {
  /** The authority that has to be at the top of a client's chain, as PEM. */
  readonly authority: string
  /** Whether a wrong certificate ends the connection. */
  readonly refuses: boolean
  /** Lists of revoked certificates, as PEM, one for each authority of a chain. */
  readonly revocationLists?: readonly string[]
}

/** A running server. */
export interface Door {
  readonly origin: string
  readonly port: number
  /** Clients that shook hands or tried to, in order. */
  readonly handshakes: Arrivals<Handshake>
  /** The handshake of a request's connection; undefined where there was none. */
  handshakeOf(request: IncomingMessage): Handshake | undefined
  /** Whether a wrong certificate ends a connection, for those to come. */
  refuse(refuses: boolean): Promise<void>
  /** Puts other lists of revoked certificates into force, for connections to come; open ones that rest are closed. */
  revise(lists: readonly string[]): void
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/** Opens a door on a loopback port: TLS if there is a certificate, for known clients only if there are rules for them. */
export async function openDoor(
  listener: RequestListener,
  certificate?: ServerCertificate,
  rules?: ClientRules,
): Promise<Door> {
  const handshakes = makeArrivals<Handshake>()
  const bySocket = new WeakMap<object, Handshake>()
  const listen = async (server: Server, port = 0): Promise<Server> => {
    server.on('secureConnection', (socket: TLSSocket) => {
      const handshake = acceptedHandshake(socket)
      handshakes.add(handshake)
      bySocket.set(socket, handshake)
    })
    server.on('tlsClientError', (failure: Error, socket: TLSSocket) =>
      handshakes.add(refusedHandshake(socket, failure)),
    )
    server.listen(port, HOST)
    await once(server, 'listening')
    return server
  }
  let server = await listen(makeServer(listener, certificate, rules))
  const { port } = server.address() as AddressInfo
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://${HOST}:${port}`,
    port,
    handshakes,
    handshakeOf: ({ socket }) => bySocket.get(socket),
    refuse: async (refuses) => {
      if (rules === undefined) return
      await close(server)
      server = await listen(makeServer(listener, certificate, { ...rules, refuses }), port)
    },
    revise: (revocationLists) => {
      if (certificate === undefined || rules === undefined || !('setSecureContext' in server)) return
      server.setSecureContext(contextOf(certificate, { ...rules, revocationLists }))
      server.closeIdleConnections()
    },
    close: async () => await close(server),
  }
}

type Server = HttpServer | HttpsServer

function makeServer(listener: RequestListener, certificate?: ServerCertificate, rules?: ClientRules): Server {
  if (certificate === undefined) return createHttpServer(listener)
  const clients = { requestCert: rules !== undefined, rejectUnauthorized: rules?.refuses ?? false }
  return createHttpsServer({ ...contextOf(certificate, rules), ...clients }, listener)
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

function contextOf({ key, cert }: ServerCertificate, rules?: ClientRules): SecureContextOptions {
  const lists = rules?.revocationLists ?? []
  return {
    key,
    cert,
    ...(rules === undefined ? {} : { ca: rules.authority }),
    ...(lists.length === 0 ? {} : { crl: [...lists] }),
  }
}
