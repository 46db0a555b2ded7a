/** What a certificate says, in plain values. @module */
import { toBase64 } from '@joinery/reach/base64'
import { ObjectIdentifier } from 'asn1js'
import type { Certificate, ExtKeyUsage, GeneralName, PublicKeyInfo } from 'pkijs'
import { ANY_USE, CLIENT_AUTHENTICATION, OID, plain, type ShownName, shownName } from './names.ts'
import { toPem } from './pem.ts'

/** What a certificate says. */
export interface CertificateFacts {
  readonly subject: ShownName
  readonly issuer: ShownName
  /** E-mail addresses that it names. */
  readonly emails: readonly string[]
  /** In hexadecimal digits, two and two, with colons between. */
  readonly serial: string
  /** Whether it serves client authentication; `unrestricted` where it says nothing of its uses. */
  readonly clientAuthentication: 'yes' | 'no' | 'unrestricted'
  readonly isAuthority: boolean
  /** Milliseconds since 1970. */
  readonly starts: number
  readonly ends: number
  /** Such as `RSA 3072` or `P-256`; another kind's identifier. */
  readonly key: string
  /** The public key (SubjectPublicKeyInfo, DER) in base64. */
  readonly publicKey: string
  /** SHA-256 of the whole, in hexadecimal digits with colons. */
  readonly fingerprint: string
  readonly pem: string
}

const RSA = '1.2.840.113549.1.1.1'
const EC = '1.2.840.10045.2.1'
const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}
const OTHER_KEYS: Readonly<Record<string, string>> = {
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
}
const EMAIL_NAME = 1
const DIGITAL_SIGNATURE = 0x80

/**
 * What a certificate says; `bytes` are the whole of it.
 *
 * @throws where it contradicts itself; the caller says what that means.
 */
export async function factsOf(certificate: Certificate, bytes: Uint8Array<ArrayBuffer>): Promise<CertificateFacts> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return {
    subject: shownName(certificate.subject),
    issuer: shownName(certificate.issuer),
    emails: emailsIn(certificate),
    serial: hex(certificate.serialNumber.valueBlock.valueHexView),
    clientAuthentication: clientAuthentication(certificate),
    isAuthority: parsed<{ cA?: boolean }>(certificate, OID.basicConstraints)?.cA === true,
    starts: moment(certificate.notBefore.value),
    ends: moment(certificate.notAfter.value),
    key: keyName(certificate.subjectPublicKeyInfo),
    publicKey: toBase64(new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER())),
    fingerprint: hex(new Uint8Array(digest)),
    pem: toPem('CERTIFICATE', bytes),
  }
}

function clientAuthentication(certificate: Certificate): CertificateFacts['clientAuthentication'] {
  const keyUsage = parsed<{ valueBlock: { valueHexView: Uint8Array } }>(certificate, OID.keyUsage)
  // A client signs the handshake; a key that may not sign is of no use for that.
  if (keyUsage !== undefined && ((keyUsage.valueBlock.valueHexView[0] ?? 0) & DIGITAL_SIGNATURE) === 0) return 'no'
  const purposes = parsed<ExtKeyUsage>(certificate, OID.extendedKeyUsage)?.keyPurposes
  if (purposes === undefined) return 'unrestricted'
  return purposes.includes(CLIENT_AUTHENTICATION) || purposes.includes(ANY_USE) ? 'yes' : 'no'
}

function emailsIn(certificate: Certificate): readonly string[] {
  const { altNames = [] } = parsed<{ altNames?: readonly GeneralName[] }>(certificate, OID.alternativeName) ?? {}
  return altNames.filter(({ type }) => type === EMAIL_NAME).map(({ value }) => plain(String(value)))
}

function parsed<Value>({ extensions }: Certificate, identifier: string): Value | undefined {
  const extension = extensions?.find(({ extnID }) => extnID === identifier)
  if (extension === undefined) return undefined
  const value = extension.parsedValue as (Value & { readonly parsingError?: string }) | undefined
  // An extension that does not open must not pass for one that is not there.
  if (value === undefined || value === null || value.parsingError) throw new RangeError(`a damaged ${identifier}`)
  return value
}

function keyName({ algorithm, subjectPublicKey, parsedKey }: PublicKeyInfo): string {
  const { algorithmId, algorithmParams } = algorithm
  if (algorithmId === RSA) {
    const modulus = parsedKey !== undefined && 'modulus' in parsedKey ? parsedKey.modulus.valueBlock.valueHexView : []
    return `RSA ${bitsOf(modulus)}`
  }
  if (algorithmId === EC) {
    return (algorithmParams instanceof ObjectIdentifier && CURVES[algorithmParams.getValue()]) || 'EC'
  }
  return OTHER_KEYS[algorithmId] ?? `${algorithmId} (${subjectPublicKey.valueBlock.valueHexView.length * 8})`
}

function bitsOf(number: ArrayLike<number>): number {
  const bytes = Array.from(number)
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24)
}

function moment(date: Date): number {
  const time = date.getTime()
  if (!Number.isFinite(time)) throw new RangeError('no date')
  return time
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':')
}
