/** RC2 in CBC mode, decryption alone (RFC 2268). No library that is kept up has it any more. @module */

// Digits of pi (RFC 2268, section 2).
const PI = Uint8Array.from(
  (
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad'
  ).match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
)
const ROTATIONS = [1, 2, 3, 5] as const
const BLOCK = 8

/**
 * Decrypts; all bits of the key count.
 *
 * @throws RangeError where there are no whole blocks, or the padding is none.
 */
export function rc2Decrypt(key: Uint8Array, vector: Uint8Array, data: Uint8Array): Uint8Array {
  if (data.length === 0 || data.length % BLOCK !== 0) throw new RangeError('no whole blocks')
  const words = expanded(key)
  const plain = new Uint8Array(data.length)
  for (let start = 0; start < data.length; start += BLOCK) {
    const block = decryptedBlock(words, data.subarray(start, start + BLOCK))
    for (let index = 0; index < BLOCK; index += 1) {
      const before = start === 0 ? vector[index] : data[start - BLOCK + index]
      plain[start + index] = (block[index] ?? 0) ^ (before ?? 0)
    }
  }
  const count = plain.at(-1) ?? 0
  const isPadding = count >= 1 && count <= BLOCK && plain.subarray(-count).every((byte) => byte === count)
  if (!isPadding) throw new RangeError('no padding')
  return plain.subarray(0, -count)
}

/** The 64 words of a key (RFC 2268, section 2). */
function expanded(key: Uint8Array): Uint16Array {
  const bytes = new Uint8Array(128)
  bytes.set(key)
  const at = (index: number) => bytes[index] ?? 0
  for (let index = key.length; index < 128; index += 1) {
    bytes[index] = PI[(at(index - 1) + at(index - key.length)) & 0xff] ?? 0
  }
  bytes[128 - key.length] = PI[at(128 - key.length)] ?? 0
  for (let index = 127 - key.length; index >= 0; index -= 1) {
    bytes[index] = PI[at(index + 1) ^ at(index + key.length)] ?? 0
  }
  return Uint16Array.from({ length: 64 }, (_, index) => at(2 * index) | (at(2 * index + 1) << 8))
}

/** One block (RFC 2268, section 4): five rounds, a mashing, six, a mashing, five. */
function decryptedBlock(words: Uint16Array, block: Uint8Array): Uint8Array {
  const state = Uint16Array.from(
    { length: 4 },
    (_, index) => (block[2 * index] ?? 0) | ((block[2 * index + 1] ?? 0) << 8),
  )
  const at = (index: number) => state[(index + 4) % 4] ?? 0
  for (let round = 15; round >= 0; round -= 1) {
    for (let index = 3; index >= 0; index -= 1) {
      const rotation = ROTATIONS[index] ?? 0
      const turned = (at(index) >> rotation) | (at(index) << (16 - rotation))
      const mixed = (at(index - 1) & at(index - 2)) + (~at(index - 1) & at(index - 3))
      state[index] = turned - (words[4 * round + index] ?? 0) - mixed
    }
    if (round !== 11 && round !== 5) continue
    for (let index = 3; index >= 0; index -= 1) state[index] = at(index) - (words[at(index - 1) & 63] ?? 0)
  }
  return Uint8Array.from({ length: BLOCK }, (_, index) => (at(index >> 1) >> (index % 2 === 0 ? 0 : 8)) & 0xff)
}
