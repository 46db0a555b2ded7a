/** PBES2 by published vectors. @module */
import { describe, expect, test } from 'vitest'
import { pbkdf2, schemes } from '../../test/keys.ts'
import { fromHex, wycheproof } from '../../test/wycheproof.ts'
import { readAll, TAG } from './der.ts'
import { identifier, integer, none, sequence, written } from './der-write.ts'
import { pbes2 } from './pbes2.ts'

interface Case {
  readonly password: string
  readonly salt: string
  readonly iterationCount: number
  readonly iv: string
  readonly msg: string
  readonly ct: string
}

const files = [
  ['pbes2_hmacsha1_aes_256_test.json', '1.2.840.113549.2.7', schemes.aes256],
  ['pbes2_hmacsha224_aes_128_test.json', '1.2.840.113549.2.8', schemes.aes128],
  ['pbes2_hmacsha512_aes_192_test.json', '1.2.840.113549.2.11', schemes.aes192],
] as const

function parameters({ salt, iterationCount, iv }: Case, prf: string, scheme: string) {
  const derivation = sequence(
    written(TAG.octets, fromHex(salt)),
    integer(BigInt(iterationCount)),
    sequence(identifier(prf), none),
  )
  const encryption = sequence(identifier(scheme), written(TAG.octets, fromHex(iv)))
  return readAll(sequence(sequence(identifier('1.2.840.113549.1.5.12'), derivation), encryption))[0]
}

describe.each(files)('%s', (file, prf, scheme) => {
  const vectors = wycheproof<object, Case>(file)
  test.skipIf(vectors === undefined)('every valid case is decrypted, no invalid one', async () => {
    const cases = vectors?.testGroups.flatMap(({ tests }) => tests) ?? []
    expect(cases.length).toBeGreaterThan(50)
    for (const given of cases) {
      const decrypt = pbes2(parameters(given, prf, scheme.identifier), fromHex(given.ct))
      const opened = await decrypt({ bytes: fromHex(given.password), text: '' }).catch(() => undefined)
      const expected = given.result === 'valid' ? given.msg : undefined
      expect([given.tcId, opened && Buffer.from(opened).toString('hex')]).toEqual([given.tcId, expected])
    }
  })
})

test('a key length that is not the cipher’s is refused', () => {
  const salt = written(TAG.octets, new Uint8Array(8))
  const derivation = sequence(identifier('1.2.840.113549.1.5.12'), sequence(salt, integer(1n), integer(16n)))
  const encryption = sequence(identifier(schemes.aes256.identifier), written(TAG.octets, new Uint8Array(16)))
  expect(() => pbes2(readAll(sequence(derivation, encryption))[0], new Uint8Array(16))).toThrow(RangeError)
})

test('no iterations are none', () => {
  const encryption = sequence(identifier(schemes.aes256.identifier), written(TAG.octets, new Uint8Array(16)))
  const [parameters] = readAll(sequence(pbkdf2('sha256', 0).parameters, encryption))
  expect(() => pbes2(parameters, new Uint8Array(16))).toThrow(RangeError)
})
