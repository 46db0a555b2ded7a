/** Writes a private key as the device does: PEM, encrypted with the rollout key. @module */
import { createCipheriv, createHash, type KeyObject, pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto'
import { integer, nothing, objectIdentifier, octetString, sequence } from './der.ts'
import type { KeyDerivation, KeyFormat, Pbes2Cipher, PseudoRandomHash, TraditionalCipher } from './pem-formats.ts'
import { derive, PURPOSE } from './pkcs12-password.ts'

/** The password, and how its characters become bytes. */
export interface Password {
  readonly text: string
  readonly encoding: 'utf8' | 'latin1'
}

interface CipherFacts {
  readonly name: string
  readonly keyBytes: number
  readonly ivBytes: number
}

const TRADITIONAL: Readonly<Record<TraditionalCipher, CipherFacts>> = {
  'AES-128-CBC': { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 },
  'AES-192-CBC': { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 },
  'AES-256-CBC': { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 },
  'CAMELLIA-256-CBC': { name: 'camellia-256-cbc', keyBytes: 32, ivBytes: 16 },
  'DES-EDE3-CBC': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
  'DES-CBC': { name: 'des-ede3-cbc', keyBytes: 8, ivBytes: 8 },
}

const PBES2: Readonly<Record<Pbes2Cipher, CipherFacts & { readonly identifier: string }>> = {
  'aes-128-cbc': { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16, identifier: '2.16.840.1.101.3.4.1.2' },
  'aes-192-cbc': { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16, identifier: '2.16.840.1.101.3.4.1.22' },
  'aes-256-cbc': { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16, identifier: '2.16.840.1.101.3.4.1.42' },
  'des-ede3-cbc': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8, identifier: '1.2.840.113549.3.7' },
}

const HASH_IDENTIFIERS: Readonly<Record<Exclude<PseudoRandomHash, 'sha1'>, string>> = {
  sha224: '1.2.840.113549.2.8',
  sha256: '1.2.840.113549.2.9',
  sha384: '1.2.840.113549.2.10',
  sha512: '1.2.840.113549.2.11',
}

const IDENTIFIERS = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  scrypt: '1.3.6.1.4.1.11591.4.11',
  sha1And3Des: '1.2.840.113549.1.12.1.3',
} as const

/** Scrypt keeps 128 bytes per block and per unit of cost; twice that is room enough. */
const SCRYPT_BYTES_PER_UNIT = 256

/** Writes the key in that format. */
export function sealKey(key: KeyObject, format: KeyFormat, password: Password): string {
  if (format.type === 'plain') return armoured('PRIVATE KEY', key.export({ type: 'pkcs8', format: 'der' }))
  if (format.type === 'traditional') return sealTraditional(key, format.cipher, bytesOf(password))
  const [algorithm, encrypted] =
    format.type === 'pbes2'
      ? sealPbes2(key, format.derivation, format.cipher, bytesOf(password))
      : sealPkcs12(key, format.iterations, password.text)
  return armoured('ENCRYPTED PRIVATE KEY', sequence(algorithm, octetString(encrypted)))
}

function sealTraditional(key: KeyObject, cipher: TraditionalCipher, password: Buffer): string {
  const facts = TRADITIONAL[cipher]
  const iv = randomBytes(facts.ivBytes)
  const derived = bytesToKey(password, iv.subarray(0, 8), facts.keyBytes)
  // DES is triple DES with the same key three times, and OpenSSL has it no more.
  const encryptionKey = cipher === 'DES-CBC' ? Buffer.concat([derived, derived, derived]) : derived
  const encrypted = encrypt(facts.name, encryptionKey, iv, key.export({ type: 'pkcs1', format: 'der' }))
  const headers = `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv.toString('hex').toUpperCase()}\n\n`
  return armoured('RSA PRIVATE KEY', encrypted, headers)
}

/** OpenSSL's EVP_BytesToKey: MD5, one round, the salt being the first eight bytes of the IV. */
function bytesToKey(password: Buffer, salt: Buffer, byteCount: number): Buffer {
  let derived = Buffer.alloc(0)
  let last = Buffer.alloc(0)
  while (derived.length < byteCount) {
    last = createHash('md5')
      .update(Buffer.concat([last, password, salt]))
      .digest()
    derived = Buffer.concat([derived, last])
  }
  return derived.subarray(0, byteCount)
}

function sealPbes2(
  key: KeyObject,
  derivation: KeyDerivation,
  cipher: Pbes2Cipher,
  password: Buffer,
): readonly [Buffer, Buffer] {
  const facts = PBES2[cipher]
  const salt = randomBytes(16)
  const iv = randomBytes(facts.ivBytes)
  const algorithm = sequence(
    objectIdentifier(IDENTIFIERS.pbes2),
    sequence(describeDerivation(derivation, salt), sequence(objectIdentifier(facts.identifier), octetString(iv))),
  )
  const encryptionKey = derivedKey(derivation, password, salt, facts.keyBytes)
  return [algorithm, encrypt(facts.name, encryptionKey, iv, key.export({ type: 'pkcs8', format: 'der' }))]
}

function describeDerivation(derivation: KeyDerivation, salt: Buffer): Buffer {
  if (derivation.name === 'scrypt') {
    const { cost, blockSize, parallelization } = derivation
    const parameters = sequence(octetString(salt), integer(cost), integer(blockSize), integer(parallelization))
    return sequence(objectIdentifier(IDENTIFIERS.scrypt), parameters)
  }
  // SHA-1 is the default, and DER leaves defaults out.
  const { hash, iterations } = derivation
  const named = hash === 'sha1' ? [] : [sequence(objectIdentifier(HASH_IDENTIFIERS[hash]), nothing)]
  return sequence(objectIdentifier(IDENTIFIERS.pbkdf2), sequence(octetString(salt), integer(iterations), ...named))
}

function derivedKey(derivation: KeyDerivation, password: Buffer, salt: Buffer, byteCount: number): Buffer {
  if (derivation.name === 'pbkdf2') return pbkdf2Sync(password, salt, derivation.iterations, byteCount, derivation.hash)
  const { cost, blockSize, parallelization } = derivation
  const maxmem = SCRYPT_BYTES_PER_UNIT * cost * blockSize
  return scryptSync(password, salt, byteCount, { cost, blockSize, parallelization, maxmem })
}

function sealPkcs12(key: KeyObject, iterations: number, password: string): readonly [Buffer, Buffer] {
  const salt = randomBytes(8)
  const algorithm = sequence(
    objectIdentifier(IDENTIFIERS.sha1And3Des),
    sequence(octetString(salt), integer(iterations)),
  )
  const encryptionKey = derive(password, salt, iterations, PURPOSE.key, 24)
  const iv = derive(password, salt, iterations, PURPOSE.iv, 8)
  return [algorithm, encrypt('des-ede3-cbc', encryptionKey, iv, key.export({ type: 'pkcs8', format: 'der' }))]
}

function encrypt(cipher: string, key: Buffer, iv: Buffer, content: Buffer): Buffer {
  const encryption = createCipheriv(cipher, key, iv)
  return Buffer.concat([encryption.update(content), encryption.final()])
}

function bytesOf({ text, encoding }: Password): Buffer {
  return Buffer.from(text, encoding)
}

function armoured(label: string, content: Buffer, headers = ''): string {
  const lines = content.toString('base64').replace(/.{64}(?!$)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${headers}${lines}\n-----END ${label}-----\n`
}
