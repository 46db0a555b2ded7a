/** The formats in which a device can send its key (vendors.md 2.3), by names that a test can list. @module */

/** The cipher of a traditional PEM, as its DEK-Info line names it. */
export type TraditionalCipher =
  | 'AES-128-CBC'
  | 'AES-192-CBC'
  | 'AES-256-CBC'
  | 'DES-EDE3-CBC'
  | 'DES-CBC'
  | 'CAMELLIA-256-CBC'

/** The hash beneath PBKDF2. */
export type PseudoRandomHash = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** The cipher of PBES2. */
export type Pbes2Cipher = 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede3-cbc'

/** How PBES2 makes a key from a password. */
export type KeyDerivation =
  | { readonly name: 'pbkdf2'; readonly hash: PseudoRandomHash; readonly iterations: number }
  | { readonly name: 'scrypt'; readonly cost: number; readonly blockSize: number; readonly parallelization: number }

/** A format of the key that a device sends. */
export type KeyFormat =
  | { readonly type: 'traditional'; readonly cipher: TraditionalCipher }
  | { readonly type: 'plain' }
  | { readonly type: 'pbes2'; readonly derivation: KeyDerivation; readonly cipher: Pbes2Cipher }
  | { readonly type: 'pkcs12'; readonly iterations: number }

const scrypt = { name: 'scrypt', cost: 16_384, blockSize: 8, parallelization: 1 } as const

/** Every format that a reader has to read; the first is today's. */
export const KEY_FORMATS = {
  'AES-256': { type: 'traditional', cipher: 'AES-256-CBC' },
  'AES-192': { type: 'traditional', cipher: 'AES-192-CBC' },
  'AES-128': { type: 'traditional', cipher: 'AES-128-CBC' },
  'triple DES': { type: 'traditional', cipher: 'DES-EDE3-CBC' },
  DES: { type: 'traditional', cipher: 'DES-CBC' },
  'PKCS#8, not encrypted': { type: 'plain' },
  'PBES2: PBKDF2 with SHA-1, AES-256': pbes2('sha1', 'aes-256-cbc'),
  'PBES2: PBKDF2 with SHA-224, AES-192': pbes2('sha224', 'aes-192-cbc'),
  'PBES2: PBKDF2 with SHA-256, AES-256': pbes2('sha256', 'aes-256-cbc'),
  'PBES2: PBKDF2 with SHA-384, AES-128': pbes2('sha384', 'aes-128-cbc'),
  'PBES2: PBKDF2 with SHA-512, AES-256': pbes2('sha512', 'aes-256-cbc'),
  'PBES2: PBKDF2 with SHA-1, triple DES': pbes2('sha1', 'des-ede3-cbc'),
  'PBES2: scrypt, AES-256': { type: 'pbes2', derivation: scrypt, cipher: 'aes-256-cbc' },
  'PBES2: scrypt, triple DES': { type: 'pbes2', derivation: scrypt, cipher: 'des-ede3-cbc' },
  'PKCS#12: SHA-1, triple DES': { type: 'pkcs12', iterations: 2048 },
} as const satisfies Readonly<Record<string, KeyFormat>>

/** Encrypted by an algorithm that no reader is asked to know. */
export const UNKNOWN_FORMAT: KeyFormat = { type: 'traditional', cipher: 'CAMELLIA-256-CBC' }

function pbes2(hash: PseudoRandomHash, cipher: Pbes2Cipher): KeyFormat {
  return { type: 'pbes2', derivation: { name: 'pbkdf2', hash, iterations: 2048 }, cipher }
}
