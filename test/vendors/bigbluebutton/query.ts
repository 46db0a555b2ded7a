/**
 * Reads a query as a BigBlueButton server does: the checksum over its bytes as they came, then its parameters
 * (docs.bigbluebutton.org, development/api, "API Security Model"; GetChecksum.java and GetChecksumValidator.java of
 * bbb-common-web).
 *
 * @module
 */
import { createHash, timingSafeEqual } from 'node:crypto'

/** The hashes that a server may take, by the number of hex digits by which it tells them apart. */
const ALGORITHMS = { 40: 'sha1', 64: 'sha256', 96: 'sha384', 128: 'sha512' } as const

/** A hash's name. */
export type Algorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS]

/** Why a query was refused, by the server's own key. */
export interface Refusal {
  readonly key: string
  readonly message: string
}

/** Parameters by name. */
export type Parameters = ReadonlyMap<string, string>

const CHECKSUM = /(?:^|&)checksum=([^&]*)/
// As a form or RFC 3986 writes it; a server's own reader takes more, and two readers differ about it.
const ENCODED = /^(?:[A-Za-z0-9\-._~*+]|%[0-9A-Fa-f]{2})*$/
// "API Data Types": no values 0x00 through 0x1F.
const CONTROL_CHARACTER = /[^\P{Cc}\x7f-\x9f]/u

/** Whether the checksum is right; `undefined` if so. */
export function checksumProblem(
  call: string,
  query: string,
  secret: string,
  algorithms: readonly Algorithm[],
): Refusal | undefined {
  const refusal = { key: 'checksumError', message: 'Checksums do not match' }
  const [, given = ''] = CHECKSUM.exec(query) ?? []
  const algorithm = (ALGORITHMS as Readonly<Record<number, Algorithm>>)[given.length]
  if (algorithm === undefined || !algorithms.includes(algorithm)) return refusal
  const signed = query
    .replaceAll(`&checksum=${given}`, '')
    .replaceAll(`checksum=${given}&`, '')
    .replaceAll(`checksum=${given}`, '')
  const expected = createHash(algorithm).update(`${call}${signed}${secret}`, 'utf8').digest('hex')
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given.padEnd(expected.length).slice(0, expected.length)))
    ? undefined
    : refusal
}

/**
 * The parameters, without the checksum.
 *
 * A server overlooks parameters that it does not know; here they are refused, so that a misspelt name is found.
 */
export function readParameters(query: string, known: readonly string[]): Parameters | Refusal {
  const parameters = new Map<string, string>()
  for (const pair of query.split('&')) {
    const [name = '', value, ...more] = pair.split('=')
    if (value === undefined || more.length > 0 || !ENCODED.test(value)) return invalid(`${name} is not encoded`)
    if (name === 'checksum') continue
    if (!known.includes(name)) return invalid(`${name} is no parameter of this call`)
    if (parameters.has(name)) return invalid(`${name} stands there twice`)
    const text = decode(value)
    if (text === undefined) return invalid(`${name} is not UTF-8`)
    if (CONTROL_CHARACTER.test(text)) return invalid(`${name} contains a control character`)
    parameters.set(name, text)
  }
  return parameters
}

/** A refusal for a value that is not of its form. */
export function invalid(message: string): Refusal {
  return { key: 'validationError', message }
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
