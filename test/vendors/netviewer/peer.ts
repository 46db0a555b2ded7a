/** What is wrong with a client's certificate, if anything. @module */
import type { TLSSocket } from 'node:tls'

/** What may be wrong; also the name of the problem that the gateway answers with. */
export type CertificateProblem =
  | 'certificate-missing'
  | 'certificate-foreign'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-unsuitable'
  | 'certificate-revoked'

/** A client that shook hands, or tried to. */
export interface Handshake {
  readonly accepted: boolean
  readonly problem?: CertificateProblem
  /** What OpenSSL or Node calls the failure. */
  readonly error?: string
  readonly protocol: string | null
  /** The common name in the certificate; Node tells neither name nor serial number of clients that it refused. */
  readonly name?: string
  /** Upper-case hex. */
  readonly serial?: string
}

const PROBLEMS: Readonly<Record<string, CertificateProblem>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  INVALID_PURPOSE: 'certificate-unsuitable',
  CERT_REVOKED: 'certificate-revoked',
}
const NO_CERTIFICATE = 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE'

/** Tells of a connection that stands, though its certificate may be wrong. */
export function acceptedHandshake(socket: TLSSocket): Handshake {
  const holder = shown(socket)
  const handshake = { accepted: true, protocol: socket.getProtocol(), ...holder }
  if (holder.serial === undefined) return { ...handshake, problem: 'certificate-missing' }
  if (socket.authorized) return handshake
  const error = String(socket.authorizationError)
  return { ...handshake, problem: problemNamed(error), error }
}

/** Tells of a connection that failed; where the certificate was not the cause, there is no problem to name. */
export function refusedHandshake(socket: TLSSocket, failure: Error): Handshake {
  const code = 'code' in failure ? String(failure.code) : failure.message
  const verification = socket.authorizationError ? String(socket.authorizationError) : undefined
  const handshake = { accepted: false, error: verification ?? code, protocol: socket.getProtocol() }
  if (code === NO_CERTIFICATE) return { ...handshake, problem: 'certificate-missing' }
  return verification === undefined ? handshake : { ...handshake, problem: problemNamed(verification) }
}

function problemNamed(verification: string): CertificateProblem {
  return PROBLEMS[verification] ?? 'certificate-foreign'
}

function shown(socket: TLSSocket): { readonly name?: string; readonly serial?: string } {
  const certificate = socket.getPeerCertificate()
  if (certificate?.serialNumber === undefined) return {}
  // A name may stand more than once; the last one is the most specific.
  return { name: [certificate.subject.CN].flat().at(-1) ?? '', serial: certificate.serialNumber }
}
