/** The ciphers that keys are encrypted with, all in CBC mode with PKCS#7 padding. @module */
/// <reference path="./des.d.ts" />
import { cbc } from '@noble/ciphers/aes.js'
import des from 'des.js'

/** A cipher: its lengths in bytes, and what it does. */
export interface Cipher {
  readonly keyLength: number
  readonly blockLength: number
  /** @throws where the padding is none: the key is wrong or the data damaged. */
  decrypt(key: Uint8Array, vector: Uint8Array, data: Uint8Array): Uint8Array
  encrypt(key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Uint8Array
}

const TripleDes = des.CBC.instantiate(des.EDE)

/** AES with a key of so many bytes. WebCrypto has no AES-192 in Chromium, so all three come from one library. */
function aes(keyLength: number): Cipher {
  return {
    keyLength,
    blockLength: 16,
    decrypt: (key, vector, data) => cbc(key, vector).decrypt(data),
    encrypt: (key, vector, plain) => cbc(key, vector).encrypt(plain),
  }
}

/** DES, once or thrice, with a key of so many bytes; it is repeated to the length that triple DES takes. */
function tripleDes(keyLength: number): Cipher {
  function run(type: 'encrypt' | 'decrypt', key: Uint8Array, vector: Uint8Array, data: Uint8Array): Uint8Array {
    // One DES is triple DES with one key thrice; with two keys the first is the third too.
    const whole = Uint8Array.from({ length: 24 }, (_, index) => key[index % keyLength] ?? 0)
    const cipher = TripleDes.create({ type, key: whole, iv: vector, padding: false })
    return Uint8Array.from([...cipher.update(data), ...cipher.final()])
  }
  return {
    keyLength,
    blockLength: 8,
    decrypt(key, vector, data) {
      if (data.length === 0 || data.length % 8 !== 0) throw new RangeError('no whole blocks')
      return unpadded(run('decrypt', key, vector, data), 8)
    },
    encrypt: (key, vector, plain) => run('encrypt', key, vector, padded(plain, 8)),
  }
}

function padded(bytes: Uint8Array, blockLength: number): Uint8Array {
  const count = blockLength - (bytes.length % blockLength)
  const whole = new Uint8Array(bytes.length + count).fill(count)
  whole.set(bytes)
  return whole
}

function unpadded(bytes: Uint8Array, blockLength: number): Uint8Array {
  const count = bytes.at(-1) ?? 0
  const isPadding = count >= 1 && count <= blockLength && bytes.subarray(-count).every((byte) => byte === count)
  if (!isPadding) throw new RangeError('no padding')
  return bytes.subarray(0, -count)
}

/** Every cipher, by its name in DEK-Info. */
export const ciphers = {
  'AES-128-CBC': aes(16),
  'AES-192-CBC': aes(24),
  'AES-256-CBC': aes(32),
  'DES-EDE3-CBC': tripleDes(24),
  'DES-EDE-CBC': tripleDes(16),
  'DES-CBC': tripleDes(8),
} as const satisfies Readonly<Record<string, Cipher>>
