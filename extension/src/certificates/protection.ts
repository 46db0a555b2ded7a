/** The two ways in which a PKCS#12 of ours is encrypted. @module */
import { ciphers } from '@joinery/reach/pem/ciphers'
import { PURPOSE, pkcs12Key } from '@joinery/reach/pem/pkcs12-key'
import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { AlgorithmIdentifier } from 'pkijs'

/** AES-256 for everything of the last years; triple DES for Windows before version 1709 of Windows 10. */
export const PROTECTIONS = ['aes-256', 'triple-des'] as const

/** How a file is encrypted. */
export type Protection = (typeof PROTECTIONS)[number]

/** Something encrypted, and how. */
export interface Protected {
  readonly algorithm: AlgorithmIdentifier
  readonly sealed: OctetString
}

/** How bytes are encrypted, and with which digest the whole is checked. */
export interface Scheme {
  readonly digest: 'SHA-256' | 'SHA-1'
  /** Rounds of the derivation that runs in JavaScript. */
  readonly iterations: number
  protect(plain: Uint8Array, password: string): Promise<Protected>
}

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const HMAC_SHA256 = '1.2.840.113549.2.9'
const AES_256 = '2.16.840.1.101.3.4.1.42'
const SHA1_TRIPLE_DES = '1.2.840.113549.1.12.1.3'
const SALT_BYTES = 16
/** WebCrypto computes it; OWASP asks for 600,000, and NSS and Windows read that many. */
const PBKDF2_ITERATIONS = 600_000
/** What these older programs bear, and a page computes in a moment. */
const OLDER_ITERATIONS = 10_000
const NEWER_ITERATIONS = 100_000

/** Each way of encrypting. */
export const schemes: { readonly [P in Protection]: Scheme } = {
  'aes-256': { digest: 'SHA-256', iterations: NEWER_ITERATIONS, protect: protectWithAes },
  'triple-des': { digest: 'SHA-1', iterations: OLDER_ITERATIONS, protect: protectWithTripleDes },
}

// PBES2 with PBKDF2 by HMAC-SHA-256 (RFC 8018, 6.2).
async function protectWithAes(plain: Uint8Array, password: string): Promise<Protected> {
  const { keyLength, blockLength, encrypt } = ciphers['AES-256-CBC']
  const [salt, vector] = [random(SALT_BYTES), random(blockLength)]
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PBKDF2_ITERATIONS }
  const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, material, keyLength * 8))
  const parameters = sequence(
    sequence(
      identifier(PBKDF2),
      sequence(octets(salt), integer(PBKDF2_ITERATIONS), sequence(identifier(HMAC_SHA256), new Null())),
    ),
    sequence(identifier(AES_256), octets(vector)),
  )
  return protectedBy(PBES2, parameters, encrypt(key, vector, plain))
}

// SHA-1 and triple DES with three keys (RFC 7292, appendix C).
async function protectWithTripleDes(plain: Uint8Array, password: string): Promise<Protected> {
  const { keyLength, blockLength, encrypt } = ciphers['DES-EDE3-CBC']
  const salt = random(SALT_BYTES)
  const key = pkcs12Key(password, salt, OLDER_ITERATIONS, PURPOSE.key, keyLength)
  const vector = pkcs12Key(password, salt, OLDER_ITERATIONS, PURPOSE.vector, blockLength)
  return protectedBy(SHA1_TRIPLE_DES, sequence(octets(salt), integer(OLDER_ITERATIONS)), encrypt(key, vector, plain))
}

function protectedBy(algorithmId: string, algorithmParams: Sequence, sealed: Uint8Array): Protected {
  return { algorithm: new AlgorithmIdentifier({ algorithmId, algorithmParams }), sealed: octets(sealed) }
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

function sequence(...value: readonly (Sequence | ObjectIdentifier | OctetString | Integer | Null)[]): Sequence {
  return new Sequence({ value: [...value] })
}

function identifier(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value })
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: bytes })
}

function integer(value: number): Integer {
  return new Integer({ value })
}
