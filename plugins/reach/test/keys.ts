/** Private keys for tests, made at run time by Node's own crypto, in every format that is read. @module */
import { createCipheriv, createHash, generateKeyPairSync, type KeyObject, pbkdf2Sync, scryptSync } from 'node:crypto'
import { TAG } from '../src/pem/der.ts'
import { identifier, integer, none, sequence, written } from '../src/pem/der-write.ts'

/** A fresh RSA key pair. */
export function rsaKeys(modulusLength = 2048): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength })
}

/** A key as PKCS#8, as Node writes it. */
export function pkcs8Of(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
}

/** Bytes in armour. */
export function armoured(label: string, der: Uint8Array, headers: readonly string[] = []): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  const head = headers.length === 0 ? [] : [...headers, '']
  return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n')
}

const SALT = Buffer.from('0123456789abcdef', 'hex')
const vectorOf = (length: number) => Buffer.from('f0e1d2c3b4a5968778695a4b3c2d1e0f', 'hex').subarray(0, length)

interface Scheme {
  readonly identifier: string
  readonly cipher: string
  readonly keyLength: number
  readonly blockLength: number
}

/** PBES2's ciphers (RFC 8018, B.2; NIST's arc for AES). */
export const schemes = {
  aes128: { identifier: '2.16.840.1.101.3.4.1.2', cipher: 'aes-128-cbc', keyLength: 16, blockLength: 16 },
  aes192: { identifier: '2.16.840.1.101.3.4.1.22', cipher: 'aes-192-cbc', keyLength: 24, blockLength: 16 },
  aes256: { identifier: '2.16.840.1.101.3.4.1.42', cipher: 'aes-256-cbc', keyLength: 32, blockLength: 16 },
  des3: { identifier: '1.2.840.113549.3.7', cipher: 'des-ede3-cbc', keyLength: 24, blockLength: 8 },
} as const satisfies Readonly<Record<string, Scheme>>

function encrypted({ cipher }: Scheme, key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Uint8Array {
  const encryption = createCipheriv(cipher, key, vector)
  return Buffer.concat([encryption.update(plain), encryption.final()])
}

interface Derivation {
  readonly parameters: Uint8Array
  readonly key: (password: Uint8Array, length: number) => Uint8Array
}

const PRFS = { sha1: 7, sha224: 8, sha256: 9, sha384: 10, sha512: 11 } as const

/** PBKDF2 with a hash; its parameters name the function unless it is the default, SHA-1. */
export function pbkdf2(hash: keyof typeof PRFS, iterations = 1000): Derivation {
  const prf = sequence(identifier(`1.2.840.113549.2.${PRFS[hash]}`), none)
  const parameters = [written(TAG.octets, SALT), integer(BigInt(iterations)), ...(hash === 'sha1' ? [] : [prf])]
  return {
    parameters: sequence(identifier('1.2.840.113549.1.5.12'), sequence(...parameters)),
    key: (password, length) => pbkdf2Sync(password, SALT, iterations, length, hash),
  }
}

/** Scrypt with these costs. */
export function scrypt(N: number, r: number, p: number): Derivation {
  const numbers = [N, r, p].map((number) => integer(BigInt(number)))
  return {
    parameters: sequence(identifier('1.3.6.1.4.1.11591.4.11'), sequence(written(TAG.octets, SALT), ...numbers)),
    key: (password, length) => scryptSync(password, SALT, length, { N, r, p, maxmem: 2 ** 30 }),
  }
}

/** PKCS#8 with PBES2. */
export function pbes2(key: Uint8Array, password: Uint8Array, scheme: Scheme, derivation: Derivation): string {
  const vector = vectorOf(scheme.blockLength)
  const data = encrypted(scheme, derivation.key(password, scheme.keyLength), vector, key)
  return armoured('ENCRYPTED PRIVATE KEY', envelope(scheme.identifier, vector, derivation.parameters, data))
}

/** An EncryptedPrivateKeyInfo with PBES2. */
export function envelope(scheme: string, vector: Uint8Array, derivation: Uint8Array, data: Uint8Array): Uint8Array {
  const encryption = sequence(identifier(scheme), written(TAG.octets, vector))
  const algorithm = sequence(identifier('1.2.840.113549.1.5.13'), sequence(derivation, encryption))
  return sequence(algorithm, written(TAG.octets, data))
}

/** OpenSSL's own format with DES, which Node can no longer write: triple DES with one key thrice is DES. */
export function traditionalDes(key: KeyObject, password: string): string {
  const vector = vectorOf(8)
  const once = createHash('md5').update(password).update(vector).digest().subarray(0, 8)
  const der = key.export({ type: 'pkcs1', format: 'der' })
  const data = encrypted(schemes.des3, Buffer.concat([once, once, once]), vector, der)
  const info = `DEK-Info: DES-CBC,${vector.toString('hex').toUpperCase()}`
  return armoured('RSA PRIVATE KEY', data, ['Proc-Type: 4,ENCRYPTED', info])
}

const TRADITIONAL = ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'] as const

/** Every format that Node writes or that is made of its parts, by name. PKCS#12's has tests of its own. */
export function formats(key: KeyObject, password: string): readonly (readonly [name: string, pem: string])[] {
  const pkcs8 = pkcs8Of(key)
  const bytes = Buffer.from(password)
  return [
    ...TRADITIONAL.map((cipher) => {
      const pem = key.export({ type: 'pkcs1', format: 'pem', cipher, passphrase: password })
      return [`traditional, ${cipher}`, String(pem)] as const
    }),
    ['traditional, des-cbc', traditionalDes(key, password)],
    ['PKCS#1 plain', String(key.export({ type: 'pkcs1', format: 'pem' }))],
    ['PKCS#8 plain', String(key.export({ type: 'pkcs8', format: 'pem' }))],
    [
      'PKCS#8 as Node encrypts it',
      String(key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password })),
    ],
    ...(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).map(
      (hash) => [`PBES2, PBKDF2 with ${hash}, AES-256`, pbes2(pkcs8, bytes, schemes.aes256, pbkdf2(hash))] as const,
    ),
    ...(['aes128', 'aes192', 'des3'] as const).map(
      (name) => [`PBES2, PBKDF2 with sha256, ${name}`, pbes2(pkcs8, bytes, schemes[name], pbkdf2('sha256'))] as const,
    ),
    ['PBES2, scrypt, AES-256', pbes2(pkcs8, bytes, schemes.aes256, scrypt(1024, 8, 1))],
    ['PBES2, scrypt, triple DES', pbes2(pkcs8, bytes, schemes.des3, scrypt(256, 4, 2))],
  ]
}
