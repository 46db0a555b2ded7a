/** Refusals as `application/problem+json` (RFC 9457). @module */
import type { Answer } from '../reach/answers.ts'
import type { CertificateProblem } from './peer.ts'

/** What is wrong with one member of a body. */
export interface Complaint {
  /** A JSON pointer as a URI fragment, such as `#/participants/0/email`. */
  readonly pointer: string
  readonly detail: string
}

/** The kinds of problems, each with its status and title; the kind ends the URI in `type`. */
const KINDS = {
  'malformed-request': [400, 'The request is malformed'],
  'certificate-missing': [401, 'A client certificate is needed'],
  'certificate-foreign': [403, 'The client certificate is from an authority that is not trusted here'],
  'certificate-expired': [403, 'The client certificate has expired'],
  'certificate-not-yet-valid': [403, 'The client certificate is not valid yet'],
  'certificate-unsuitable': [403, 'The certificate is not for client authentication'],
  'certificate-revoked': [403, 'The client certificate was revoked'],
  'unknown-path': [404, 'There is nothing at this path'],
  'unknown-session': [404, 'There is no such session'],
  'method-not-allowed': [405, 'The method is not for this path'],
  'not-acceptable': [406, 'The answer would be JSON'],
  'session-state': [409, 'The state of the session does not permit this'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body has to be application/json'],
  'invalid-parameters': [422, 'Parameters are invalid'],
  'too-many-requests': [429, 'Too many requests'],
  'internal-error': [500, 'An internal error has occurred'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

/** A kind of problem. */
export type ProblemKind = keyof typeof KINDS

const TYPES = 'https://gateway.example/problems/'
const CERTIFICATE_DETAILS: Readonly<Record<CertificateProblem, string>> = {
  'certificate-missing': 'The connection came without a certificate.',
  'certificate-foreign': 'No authority that this gateway trusts has issued the certificate.',
  'certificate-expired': 'The validity of the certificate is over.',
  'certificate-not-yet-valid': 'The validity of the certificate has not begun.',
  'certificate-unsuitable': 'The extended key usage of the certificate lacks client authentication.',
  'certificate-revoked': 'The authority has revoked the certificate.',
}

/** A refusal of that kind. */
export function problem(
  kind: ProblemKind,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  errors?: readonly Complaint[],
): Answer {
  const [status, title] = KINDS[kind]
  const body = { type: `${TYPES}${kind}`, title, status, detail, ...(errors === undefined ? {} : { errors }) }
  return { status, body, headers: { 'content-type': 'application/problem+json', ...headers } }
}

/** The refusal of a body that breaks rules, one complaint for each. */
export function invalid(errors: readonly Complaint[]): Answer {
  return problem('invalid-parameters', errors.map(({ detail }) => detail).join(' '), {}, errors)
}

/** The refusal of a certificate. */
export function certificateRefusal(kind: CertificateProblem): Answer {
  // A 401 has to name a way to authenticate (RFC 9110, 15.5.2); none is registered for certificates.
  const headers = kind === 'certificate-missing' ? { 'www-authenticate': 'ClientCertificate' } : {}
  return problem(kind, CERTIFICATE_DETAILS[kind], headers)
}
