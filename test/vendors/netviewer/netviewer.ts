/** Netviewer simulated: the gateway behind mutual TLS, its authority, and the program's download page (vendors.md 3). @module */
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { type Certificate, makeCertificate } from '../../certificates.ts'
import { makeLog, type RequestLog } from '../reach/requests.ts'
import type { Arrivals } from './arrivals.ts'
import { type Authority, makeAuthority } from './authority.ts'
import { type Clock, makeClock } from './clock.ts'
import { type Fault, type Faults, makeFaults } from './faults.ts'
import { type ClientRules, type Door, openDoor } from './gateway-server.ts'
import type { CertificateProblem, Handshake } from './peer.ts'
import { makeProfile, type ProfileOptions } from './profile.ts'
import { type ProgramServer, startProgramServer } from './program-server.ts'
import { serve } from './serve.ts'
import { leave, type Session, type State, stateOf } from './sessions.ts'
import { holdingOf, type World } from './world.ts'

/** What a test may say about the simulation; all of it has a default. */
export interface NetviewerOptions extends ProfileOptions {
  /** `tls` wants client certificates; `http` knows none, on both servers. */
  readonly transport?: 'tls' | 'http'
  /** The certificate of both servers; one for 127.0.0.1 is made when left out. */
  readonly certificate?: Certificate
  /**
   * Where a client without a right certificate is refused: in the handshake, or by an answer that says what is wrong,
   * since browsers tell a script nothing of handshakes.
   */
  readonly requireCertificate?: 'tls' | 'http'
  /** Where a revoked certificate is refused: by an answer, or by a list that the handshake goes by. */
  readonly revocation?: 'http' | 'crl'
  /** Whether clients' certificates come from an authority below the trusted one. */
  readonly intermediate?: boolean
  /**
   * Whether connections stay open for further requests, as they do by default. When such a connection breaks before an
   * answer, browsers may send the request again by themselves, POST too.
   */
  readonly keepAlive?: boolean
  /** The query of the program URL, without its question mark. */
  readonly programQuery?: string
  /**
   * The gateway's IANA time zone, of which series follow the wall clock if their parameters name no `timeZone`; each
   * the offset of its start when left out.
   */
  readonly timeZone?: string
  /** How session numbers are written; as texts they have a leading zero. */
  readonly sessionNumbers?: 'number' | 'text'
}

/** The running simulation. */
export interface Netviewer {
  /** Of the gateway, such as `https://127.0.0.1:4100`. */
  readonly origin: string
  readonly port: number
  /** That of both servers; undefined for plain http. */
  readonly certificate: Certificate | undefined
  /** Issues client certificates. */
  readonly authority: Authority
  /** Another one, which the gateway does not trust; of the same name, so that browsers offer its certificates too. */
  otherAuthority(): Promise<Authority>
  /** Refuses clients without a right certificate in the handshake or by an answer, from the next connection on. */
  require(certificate: 'tls' | 'http'): Promise<void>
  /** Revokes a certificate of `authority` by its serial number, from the next request on. */
  revoke(serial: string): Promise<void>
  readonly clock: Clock
  readonly sessions: readonly Session[]
  /** The state of a session by its number. Throws if there is none. */
  state(sessionNumber: string | number): State
  /** Lets the holder of a token leave the meeting; with the moderator, it ends. */
  leave(token: string): void
  /** The program's download page. */
  readonly program: ProgramServer
  readonly faults: Faults
  readonly requests: RequestLog
  /** TLS clients of the gateway, also those refused. */
  readonly handshakes: Arrivals<Handshake>
  close(): Promise<void>
}

/** Starts both servers on loopback ports. */
export async function startNetviewer(options: NetviewerOptions = {}): Promise<Netviewer> {
  const world: World = {
    clock: makeClock(),
    profile: makeProfile(options),
    sessions: new Map(),
    zone: options.timeZone,
    sessionNumbers: options.sessionNumbers ?? 'number',
  }
  const faults = makeFaults<Fault>()
  const log = makeLog()
  const name = `Simulated client authority ${randomUUID()}`
  const root = await makeAuthority(name)
  const authority = options.intermediate === true ? await root.subordinate(`${name}, issuing`) : root
  const revoked = new Set<string>()
  const certificate = options.transport === 'http' ? undefined : (options.certificate ?? (await makeCertificate([])))
  const usesList = options.revocation === 'crl'

  async function revocationLists(): Promise<readonly string[]> {
    if (!usesList) return []
    const own = await authority.revocationList(revoked)
    return authority === root ? [own] : [own, await root.revocationList([])]
  }

  function objectionTo(handshake: Handshake | undefined): CertificateProblem | undefined {
    if (handshake === undefined || handshake.problem !== undefined) return handshake?.problem
    return !usesList && revoked.has(handshake.serial ?? '') ? 'certificate-revoked' : undefined
  }

  const rules: ClientRules = {
    authority: root.certificate,
    refuses: options.requireCertificate !== 'http',
    revocationLists: await revocationLists(),
  }
  const objection = (request: Parameters<Door['handshakeOf']>[0]) => objectionTo(door.handshakeOf(request))
  const listener: RequestListener = (request, response) => {
    if (options.keepAlive === false) response.setHeader('connection', 'close')
    serve({ world, faults, log, objection }, request, response).catch(() => response.destroy())
  }
  const door = await openDoor(listener, certificate, rules)
  const program = await startProgramServer(world, options.programQuery ?? '', certificate)
  return {
    origin: door.origin,
    port: door.port,
    certificate,
    authority,
    otherAuthority: () => makeAuthority(name),
    require: async (where) => await door.refuse(where === 'tls'),
    revoke: async (serial) => {
      revoked.add(serial.toUpperCase())
      if (usesList) door.revise(await revocationLists())
    },
    clock: world.clock,
    get sessions() {
      return [...world.sessions.values()]
    },
    state: (sessionNumber) => {
      const session = world.sessions.get(String(sessionNumber))
      if (session === undefined) throw new Error(`sessionNumber ${sessionNumber} is of no session.`)
      return stateOf(session, world.clock.now())
    },
    leave: (token) => {
      const holding = holdingOf(world, token)
      if (holding === undefined) throw new Error('token is of no session.')
      leave(holding.session, token, world.clock.now())
    },
    program,
    faults,
    requests: log,
    handshakes: door.handshakes,
    close: async () => {
      await Promise.all([door.close(), program.close()])
    },
  }
}
