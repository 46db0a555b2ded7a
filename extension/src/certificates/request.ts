/** Certification requests (PKCS#10, RFC 2986): what an authority makes a certificate from. @module */
import { BitString, Sequence, Set as SetOf, Utf8String } from 'asn1js'
import {
  AltName,
  Attribute,
  AttributeTypeAndValue,
  CertificationRequest,
  Extension,
  Extensions,
  ExtKeyUsage,
  GeneralName,
  RelativeDistinguishedNames,
} from 'pkijs'
import { engine } from './engine.ts'
import { certificateError } from './error.ts'
import { exportPrivateKey, type KeyKind, makeKeyPair } from './key-pair.ts'
import { CLIENT_AUTHENTICATION, OID } from './names.ts'
import { pemBlocks, toPem } from './pem.ts'

/** Whom a certificate shall name. */
export interface Applicant {
  readonly name: string
  readonly organisation?: string | undefined
  readonly email?: string | undefined
}

/** A request and the key that signed it. */
export interface MadeRequest {
  /** The request, as PEM. */
  readonly request: string
  /** The private key as PKCS#8: secret. */
  readonly privateKey: Uint8Array<ArrayBuffer>
}

/** The longest name and organisation that X.520 allows (RFC 5280, appendix A.1). */
const MAX_NAME = 64
const MAX_EMAIL = 255
// Alternative names hold ASCII alone.
const EMAIL = /^[!-?A-~]+@[!-?A-~]+$/
const CONTROL = /\p{C}/u
// A flag for each use, the first bit first: digitalSignature is bit 0 (RFC 5280, 4.2.1.3).
const DIGITAL_SIGNATURE = Uint8Array.of(0x80)
const UNUSED_BITS = 7
const EMAIL_NAME = 1

/**
 * Makes a key pair and a request for it, signed with the new key.
 *
 * It asks for a certificate for client authentication; an e-mail address stands in the alternative name (RFC 5280, 4.1.2.6).
 *
 * @throws CertificateError `invalid` with the field that cannot stand in a request.
 */
export async function makeRequest(applicant: Applicant, kind: KeyKind): Promise<MadeRequest> {
  const { name, organisation, email } = checked(applicant)
  const pair = await makeKeyPair(kind)
  const request = new CertificationRequest()
  request.subject = distinguishedName([
    ...(organisation === '' ? [] : [namePart(OID.organisation, organisation)]),
    namePart(OID.commonName, name),
  ])
  const extensions = wantedExtensions(email).toSchema()
  request.attributes = [new Attribute({ type: OID.extensionRequest, values: [extensions] })]
  await request.subjectPublicKeyInfo.importKey(pair.publicKey, engine)
  await request.sign(pair.privateKey, 'SHA-256', engine)
  const bytes = new Uint8Array(request.toSchema(true).toBER())
  return { request: toPem('CERTIFICATE REQUEST', bytes), privateKey: await exportPrivateKey(pair) }
}

/**
 * The public key (SubjectPublicKeyInfo, DER) that a request names.
 *
 * @throws CertificateError `damaged` where it is no request.
 */
export function publicKeyOfRequest(pem: string): Uint8Array<ArrayBuffer> {
  const bytes = pemBlocks(pem)[0]?.bytes
  try {
    if (bytes === undefined) throw new RangeError('no PEM')
    const request = CertificationRequest.fromBER(bytes)
    return new Uint8Array(request.subjectPublicKeyInfo.toSchema().toBER())
  } catch (cause) {
    throw certificateError('damaged', 'This is no certification request.', { cause })
  }
}

function checked(applicant: Applicant): { readonly [part in keyof Applicant]-?: string } {
  const name = applicant.name.trim()
  const organisation = applicant.organisation?.trim() ?? ''
  const email = applicant.email?.trim() ?? ''
  if (name === '') throw certificateError('invalid', 'A request names somebody: fill in the name.', { field: 'name' })
  for (const [field, text] of Object.entries({ name, organisation })) {
    if (text.length <= MAX_NAME && !CONTROL.test(text)) continue
    throw certificateError('invalid', `At most ${MAX_NAME} characters, on one line.`, { field })
  }
  if (email !== '' && (email.length > MAX_EMAIL || !EMAIL.test(email))) {
    throw certificateError('invalid', 'An e-mail address without accents, as joe@example.com.', { field: 'email' })
  }
  return { name, organisation, email }
}

// One part at each step of the name: left to itself, pkijs puts all of them into one.
function distinguishedName(parts: readonly AttributeTypeAndValue[]): RelativeDistinguishedNames {
  const steps = parts.map((part) => new SetOf({ value: [part.toSchema()] }))
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: steps }).toBER())
}

function namePart(type: string, text: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type, value: new Utf8String({ value: text }) })
}

function wantedExtensions(email: string): Extensions {
  const keyUsage = new BitString({ valueHex: DIGITAL_SIGNATURE, unusedBits: UNUSED_BITS })
  const uses = new ExtKeyUsage({ keyPurposes: [CLIENT_AUTHENTICATION] })
  const names = new AltName({ altNames: [new GeneralName({ type: EMAIL_NAME, value: email })] })
  return new Extensions({
    extensions: [
      new Extension({ extnID: OID.keyUsage, critical: true, extnValue: keyUsage.toBER() }),
      new Extension({ extnID: OID.extendedKeyUsage, extnValue: uses.toSchema().toBER() }),
      ...(email === '' ? [] : [new Extension({ extnID: OID.alternativeName, extnValue: names.toSchema().toBER() })]),
    ],
  })
}
