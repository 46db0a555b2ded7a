/** Reads certificates from a file or a paste, whatever form they have. @module */
import { fromBase64 } from '@joinery/reach/base64'
import { fromBER, Integer, ObjectIdentifier, Sequence } from 'asn1js'
import { Certificate, ContentInfo, PFX, SignedData } from 'pkijs'
import { chainOf, inOrder, type Parsed } from './chain.ts'
import { certificateError, isCertificateError } from './error.ts'
import { type CertificateFacts, factsOf } from './facts.ts'
import { hasPem, pemBlocks } from './pem.ts'
import { openPkcs12 } from './pkcs12-read.ts'

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 1024 * 1024
/** The most certificates that are read from one file. */
export const MAX_CERTIFICATES = 50

/** Some certificates, of which the first is the one that a file is about. */
export interface ReadCertificates {
  /** In order: the first, its issuer, and so on; then what has no place in that chain. */
  readonly certificates: readonly CertificateFacts[]
  /** The chain of one of them, from it upward. */
  chain(first: CertificateFacts): Promise<readonly CertificateFacts[]>
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const PFX_VERSION = 3
/** What everything that is read here begins with. */
const SEQUENCE_TAG = 0x30
// A certificate that was copied out of an XML or a form, without its armour.
const BARE_BASE64 = /^[A-Za-z0-9+/=\s]{100,}$/
const IS_REQUEST = /REQUEST$/
const IS_KEY = /PRIVATE KEY$/

/**
 * Reads the certificates in a file: PEM (one or several), DER, PKCS#7 with its chain, PKCS#12 with its password.
 *
 * @throws CertificateError that says what is wrong with the file or its password.
 */
export async function readCertificates(bytes: Uint8Array<ArrayBuffer>, password?: string): Promise<ReadCertificates> {
  if (bytes.length > MAX_BYTES) throw certificateError('too-large', `At most ${MAX_BYTES / 1024} kB are read.`)
  try {
    const found = await certificatesIn(bytes, password)
    if (found.length === 0) throw certificateError('no-certificate', 'There is no certificate in this.')
    if (found.length > MAX_CERTIFICATES)
      throw certificateError('too-large', `More than ${MAX_CERTIFICATES} certificates.`)
    return await inOrderOf(found)
  } catch (cause) {
    if (isCertificateError(cause)) throw cause
    // Whatever the parsers say of hostile bytes, to the user it is this.
    throw certificateError('damaged', 'This is damaged, or no certificate.', { cause })
  }
}

async function inOrderOf(found: readonly Uint8Array<ArrayBuffer>[]): Promise<ReadCertificates> {
  const parsed = await Promise.all(found.map(parse))
  const certificates = (await inOrder(parsed)).map(({ facts }) => facts)
  return {
    certificates,
    async chain(first) {
      const own = parsed.find(({ facts }) => facts.fingerprint === first.fingerprint)
      return own === undefined ? [] : (await chainOf(own, parsed)).map(({ facts }) => facts)
    },
  }
}

async function parse(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> {
  const certificate = Certificate.fromBER(bytes)
  return { certificate, facts: await factsOf(certificate, bytes) }
}

async function certificatesIn(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | undefined,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const text = new TextDecoder('latin1').decode(bytes)
  if (hasPem(text)) return await certificatesInPem(text)
  const bare = BARE_BASE64.test(text) ? fromBase64(text.replace(/\s/g, '')) : undefined
  const whole = bare ?? bytes
  if (whole[0] !== SEQUENCE_TAG) throw certificateError('no-certificate', 'This is no certificate file.')
  return await certificatesInDer(whole, password)
}

async function certificatesInPem(text: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const blocks = pemBlocks(text)
  const found: Uint8Array<ArrayBuffer>[] = []
  for (const { label, bytes } of blocks) {
    const holdsCertificates = /^(X509 )?CERTIFICATE$|^PKCS7$|^CMS$/.test(label)
    if (!holdsCertificates) continue
    if (bytes === undefined) throw certificateError('damaged', `The ${label} in this is damaged.`)
    found.push(...(await certificatesInDer(bytes, undefined)))
  }
  if (found.length > 0) return found
  const labels = blocks.map(({ label }) => label)
  if (labels.some((label) => IS_REQUEST.test(label))) {
    throw certificateError('request-only', 'This is a request; the certificate is what the authority sends back.')
  }
  if (labels.some((label) => IS_KEY.test(label))) {
    throw certificateError('key-only', 'This is a private key. Keep it to yourself; a certificate is another file.')
  }
  if (blocks.length === 0) throw certificateError('damaged', 'The end of this is missing.')
  return found
}

async function certificatesInDer(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | undefined,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { result, offset } = fromBER(bytes)
  const [first, second] = result instanceof Sequence ? result.valueBlock.value : []
  if (offset === -1 || first === undefined) throw new RangeError('no DER')
  if (first instanceof Integer && second instanceof Sequence && first.valueBlock.valueDec === PFX_VERSION) {
    return await openPkcs12(new PFX({ schema: result }), password)
  }
  if (first instanceof ObjectIdentifier) {
    if (first.getValue() !== SIGNED_DATA) throw certificateError('no-certificate', 'This holds no certificates.')
    const { certificates = [] } = new SignedData({ schema: new ContentInfo({ schema: result }).content })
    return certificates.filter((one) => one instanceof Certificate).map((one) => derOf(one))
  }
  // What follows the certificate, such as a line break, is not part of it.
  return [bytes.slice(0, offset)]
}

// As it was signed: the parts are kept byte by byte.
function derOf(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return new Uint8Array(certificate.toSchema().toBER())
}
