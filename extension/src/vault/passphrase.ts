/** Seals and opens texts with a passphrase, as a standard JWE that any JOSE library opens. @module */
import { compactDecrypt } from 'jose/jwe/compact/decrypt'
import { CompactEncrypt } from 'jose/jwe/compact/encrypt'
import { hasExactly, readCompact } from './compact.ts'
import { vaultError } from './error.ts'

/** The rounds of PBKDF2-HMAC-SHA-512 that are written: about 0.3 s, for us and for each guess. */
export const ROUNDS = 600_000

/** The most rounds that are done for a text from elsewhere: a few seconds. */
export const MAX_ROUNDS = 4_000_000

const ALGORITHM = 'PBES2-HS512+A256KW'
const ENCRYPTION = 'A256GCM'
const HEADER_NAMES = ['alg', 'enc', 'cty', 'p2s', 'p2c']
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** What a sealed text is, by the media type in its header. */
export type ContentType = 'jwk+json' | 'joinery-backup+json'

/**
 * Seals a text with a passphrase.
 *
 * @throws VaultError `weak-passphrase` where it is empty.
 */
export async function sealWithPassphrase(passphrase: string, text: string, type: ContentType): Promise<string> {
  if (passphrase === '') throw vaultError('weak-passphrase', 'A passphrase is needed.')
  return await new CompactEncrypt(encoder.encode(text))
    .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION, cty: type })
    .setKeyManagementParameters({ p2c: ROUNDS })
    .encrypt(bytesOf(passphrase))
}

/**
 * Refuses what is not such a text, or asks for too much work, before any work is done.
 *
 * @throws VaultError `truncated`, `damaged` or `too-costly`.
 */
export function checkOutside(sealed: string, type: ContentType): void {
  const outside = readCompact(sealed)
  if (outside === 'truncated') throw vaultError('truncated', 'The end is missing.')
  if (outside === 'malformed') throw vaultError('damaged', 'This was changed, or was not made by Joinery.')
  const { header } = outside
  const own = header.alg === ALGORITHM && header.enc === ENCRYPTION && header.cty === type
  if (!own || !hasExactly(header, HEADER_NAMES) || !Number.isSafeInteger(header.p2c)) {
    throw vaultError('damaged', 'This was not made by Joinery.')
  }
  if (Number(header.p2c) > MAX_ROUNDS) {
    throw vaultError('too-costly', `It asks for ${header.p2c} rounds of work; at most ${MAX_ROUNDS} are done.`)
  }
}

/**
 * Opens a text that was sealed with a passphrase.
 *
 * @throws VaultError `wrong-passphrase` beyond what {@link checkOutside} throws.
 */
export async function openWithPassphrase(passphrase: string, sealed: string, type: ContentType): Promise<string> {
  checkOutside(sealed, type)
  try {
    const { plaintext } = await compactDecrypt(sealed, bytesOf(passphrase), {
      keyManagementAlgorithms: [ALGORITHM],
      contentEncryptionAlgorithms: [ENCRYPTION],
      maxPBES2Count: MAX_ROUNDS,
    })
    return decoder.decode(plaintext)
  } catch {
    // The cause is dropped: it may hold what was opened.
    throw vaultError('wrong-passphrase', 'The passphrase is wrong, or this was changed.')
  }
}

// The same letters typed on two systems may be different bytes until they are composed.
function bytesOf(passphrase: string): Uint8Array {
  return encoder.encode(passphrase.normalize('NFC'))
}
