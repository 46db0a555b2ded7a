/** Wraps a key and its certificates into a password-protected PKCS#12 (RFC 7292). @module */
import { toBase64 } from '@joinery/reach/base64'
import { BmpString, OctetString } from 'asn1js'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from 'pkijs'
import { engine } from './engine.ts'
import { certificateError } from './error.ts'
import { publicKeyOf } from './key-pair.ts'
import { pemBlocks } from './pem.ts'
import { type Protection, type Scheme, schemes } from './protection.ts'

/** What goes into the file. */
export interface ToWrap {
  /** PKCS#8. */
  readonly privateKey: Uint8Array<ArrayBuffer>
  /** PEM; the key's own certificate first, its issuer next, and so on. */
  readonly certificates: string
  /** How stores call it in their lists. */
  readonly label: string
  readonly password: string
  readonly protection: Protection
}

const KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const X509 = '1.2.840.113549.1.9.22.1'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'

/**
 * The bytes of a PKCS#12 file.
 *
 * @throws CertificateError `other-key` where the first certificate is for another key, `damaged` where there is none.
 */
export async function wrap({
  privateKey,
  certificates,
  label,
  password,
  protection,
}: ToWrap): Promise<Uint8Array<ArrayBuffer>> {
  const chain = pemBlocks(certificates).flatMap(({ bytes }) => bytes ?? [])
  const [own] = chain
  if (own === undefined) throw certificateError('damaged', 'There is no certificate to wrap.')
  await expectOwn(own, privateKey)
  const scheme = schemes[protection]
  // The same for both, so that stores know which certificate is the key's.
  const identity = [localKeyId(await fingerprint(own)), friendlyName(label)]
  const bags = chain.map((bytes, index) => certificateBag(bytes, index === 0 ? identity : []))
  const safes = [
    await encryptedSafe(bags, password, scheme),
    plainSafe([await keyBag(privateKey, password, scheme, identity)]),
  ]
  return await sealed(safes, password, scheme)
}

async function expectOwn(certificate: Uint8Array<ArrayBuffer>, privateKey: Uint8Array<ArrayBuffer>): Promise<void> {
  const publicKey = await publicKeyOf(privateKey)
  const named = new Uint8Array(Certificate.fromBER(certificate).subjectPublicKeyInfo.toSchema().toBER())
  if (publicKey === undefined || toBase64(publicKey) !== toBase64(named)) {
    throw certificateError('other-key', 'This certificate is for another key.')
  }
}

function certificateBag(bytes: Uint8Array, bagAttributes: readonly Attribute[]): SafeBag {
  const certValue = new OctetString({ valueHex: bytes })
  return bag(CERTIFICATE_BAG, new CertBag({ certId: X509, certValue }), bagAttributes)
}

async function keyBag(
  privateKey: Uint8Array,
  password: string,
  { protect }: Scheme,
  bagAttributes: readonly Attribute[],
): Promise<SafeBag> {
  const { algorithm, sealed: encryptedData } = await protect(privateKey, password)
  return bag(KEY_BAG, new PKCS8ShroudedKeyBag({ encryptionAlgorithm: algorithm, encryptedData }), bagAttributes)
}

function bag(bagId: string, bagValue: CertBag | PKCS8ShroudedKeyBag, attributes: readonly Attribute[]): SafeBag {
  return new SafeBag({ bagId, bagValue, ...(attributes.length === 0 ? {} : { bagAttributes: [...attributes] }) })
}

function plainSafe(safeBags: SafeBag[]): ContentInfo {
  const content = new OctetString({ valueHex: contentsOf(safeBags) })
  return new ContentInfo({ contentType: ContentInfo.DATA, content })
}

async function encryptedSafe(safeBags: SafeBag[], password: string, { protect }: Scheme): Promise<ContentInfo> {
  const { algorithm, sealed: encryptedContent } = await protect(contentsOf(safeBags), password)
  const encryptedContentInfo = new EncryptedContentInfo({
    contentType: ContentInfo.DATA,
    contentEncryptionAlgorithm: algorithm,
    encryptedContent,
    disableSplit: true,
  })
  const content = new EncryptedData({ encryptedContentInfo }).toSchema()
  return new ContentInfo({ contentType: ContentInfo.ENCRYPTED_DATA, content })
}

async function sealed(
  safeContents: ContentInfo[],
  password: string,
  { digest, iterations }: Scheme,
): Promise<Uint8Array<ArrayBuffer>> {
  const authenticatedSafe = new AuthenticatedSafe({ safeContents })
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  const parameters = {
    password: new TextEncoder().encode(password).buffer,
    iterations,
    pbkdf2HashAlgorithm: { name: digest },
    hmacHashAlgorithm: digest,
  }
  await file.makeInternalValues(parameters, engine)
  return new Uint8Array(file.toSchema().toBER())
}

function contentsOf(safeBags: SafeBag[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new SafeContents({ safeBags }).toSchema().toBER())
}

function localKeyId(bytes: ArrayBuffer): Attribute {
  return new Attribute({ type: LOCAL_KEY_ID, values: [new OctetString({ valueHex: bytes })] })
}

function friendlyName(label: string): Attribute {
  return new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: label })] })
}

async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  // What every program takes for this identifier; it is a name, and guards nothing.
  return await crypto.subtle.digest('SHA-1', bytes)
}
