/** Key pairs for client certificates. @module */

/** The kinds of key that are made. */
export const KEY_KINDS = ['rsa-3072', 'p-256'] as const

/** A kind of key. */
export type KeyKind = (typeof KEY_KINDS)[number]

const ALGORITHMS = {
  'rsa-3072': {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 3072,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
  'p-256': { name: 'ECDSA', namedCurve: 'P-256' },
} as const

/** Makes a key pair; its private key may be exported, since it has to leave for the system's store. */
export async function makeKeyPair(kind: KeyKind): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])
}

/** A private key as PKCS#8 (RFC 5208). */
export async function exportPrivateKey({ privateKey }: CryptoKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
}

/** The public key (SubjectPublicKeyInfo, DER) that belongs to a PKCS#8; `undefined` where it is no key of ours. */
export async function publicKeyOf(privateKey: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const algorithm of [ALGORITHMS['rsa-3072'], ALGORITHMS['p-256']]) {
    const key = await crypto.subtle.importKey('pkcs8', privateKey, algorithm, true, ['sign']).catch(() => undefined)
    if (key === undefined) continue
    const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, key_ops: _uses, ...shared } = await exportedJwk(key)
    const open = await crypto.subtle.importKey('jwk', shared, algorithm, true, ['verify'])
    return new Uint8Array(await crypto.subtle.exportKey('spki', open))
  }
  return undefined
}

function exportedJwk(key: CryptoKey): Promise<JsonWebKey> {
  return crypto.subtle.exportKey('jwk', key)
}
