import fc from 'fast-check'
import { CompactEncrypt } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from './content.ts'
import { newVaultKey, type VaultKey } from './key.ts'
import { FORMAT, newRecordId, openRecord, openText, type Sealed, sealRecord, sealText } from './seal.ts'
import { flipped } from './vault-fixture.ts'

const at = `${'0'.repeat(15)}1${'a'.repeat(16)}`
const content: Content = {
  kind: 'account',
  fields: { name: { value: 'Canary Ltd', at }, password: { value: 'canary password', at } },
}
let key: VaultKey
let sealed: Sealed

beforeAll(async () => {
  key = await newVaultKey()
  sealed = await sealRecord(key, newRecordId(), content)
})

async function reasonFor(given: unknown) {
  const opened = await openRecord(key, given)
  return opened.ok ? 'opened' : opened.damage.reason
}

test('what is sealed opens again', async () => {
  expect(await openRecord(key, sealed)).toEqual({ ok: true, id: sealed.id, inside: content })
})

test('any text survives sealing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const opened = await openText(key, await sealText(key, newRecordId(), text))
      expect(opened).toMatchObject({ ok: true, inside: text })
    }),
    { numRuns: 50 },
  )
})

test('kind, names and values are nowhere to be read, and neither the id nor the length of the key tells of them', () => {
  const header = atob(sealed.e.split('.')[0] ?? '')
  for (const word of ['Canary', 'canary', 'account', 'password', 'name']) {
    expect(JSON.stringify(sealed) + header).not.toContain(word)
  }
  expect(JSON.parse(header)).toEqual({ alg: 'dir', enc: 'A256GCM', id: sealed.id, v: FORMAT, k: 'local/1' })
})

describe('damage', () => {
  test('one changed bit anywhere in the ciphertext is seen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 6 }), async (position, bit) => {
        expect(await reasonFor({ ...sealed, e: flipped(sealed.e, position, bit) })).not.toBe('opened')
      }),
      { numRuns: 500 },
    )
  })

  test('one changed bit in each of the last characters of each part is seen, though decoders pass some over', async () => {
    const ends = [...sealed.e.matchAll(/\.|$/g)].map(({ index }) => index - 1)
    for (const end of ends) {
      for (let bit = 0; bit < 7; bit += 1)
        expect(await reasonFor({ ...sealed, e: flipped(sealed.e, end, bit) })).not.toBe('opened')
    }
  })

  test('every truncation is seen', async () => {
    for (let length = 0; length < sealed.e.length; length += 1) {
      expect(await reasonFor({ ...sealed, e: sealed.e.slice(0, length) })).toBe('changed')
    }
  })

  test('another id, format or key name is seen', async () => {
    const other = await sealRecord(key, newRecordId(), content)
    expect(await reasonFor({ ...sealed, e: other.e })).toBe('header')
    expect(await reasonFor({ ...sealed, id: other.id })).toBe('header')
    expect(await reasonFor({ ...sealed, v: FORMAT + 1 })).toBe('newer-format')
    expect(await reasonFor({ ...sealed, v: 0 })).toBe('form')
    expect(await reasonFor({ ...sealed, k: 'local/2' })).toBe('other-key')
  })

  test('a record of another vault does not open', async () => {
    expect(await reasonFor(await sealRecord(await newVaultKey(), sealed.id, content))).toBe('changed')
  })

  test.each([
    ['another encryption', { alg: 'dir', enc: 'A128GCM' }],
    ['compression', { alg: 'dir', enc: 'A256GCM', zip: 'DEF' }],
    ['a name too many', { alg: 'dir', enc: 'A256GCM', kid: 'x' }],
  ])('%s in the header is refused, however well it is sealed', async (_, header) => {
    const { id, v, k } = sealed
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const e = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ ...header, id, v, k })
      .encrypt(header.enc === 'A256GCM' ? key.cipher : bytes)
    expect(await reasonFor({ id, v, k, e })).toBe('header')
  })

  test.each([[undefined], [null], ['text'], [{}], [{ id: 'x', v: '1', k: 'local/1', e: '' }]])(
    '%j is told to be no record',
    async (given) => {
      expect(await reasonFor(given)).toBe('form')
    },
  )

  test('a sealed text that is no record is told', async () => {
    for (const text of ['', '[]', '{"kind":"","fields":{}}', '{"kind":"a","fields":{"b":{"value":1}}}']) {
      expect(await reasonFor(await sealText(key, newRecordId(), text))).toBe('content')
    }
  })
})
