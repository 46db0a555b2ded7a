/** What was typed as a secret is shown in no form. @module */
import { describe, expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { sound } from '../testing/sound-plugin.ts'
import { maskOf, typedSecrets } from './masking.ts'

const SECRET = 'kö&nig/5=x'

describe('a mask', () => {
  test.each([
    ['as it is', SECRET],
    ['within a text', `Bearer ${SECRET}.`],
    ['percent-encoded', `https://meet.example/?key=${encodeURIComponent(SECRET)}`],
    ['in base64', btoa(`user:${String.fromCharCode(...new TextEncoder().encode(SECRET))}`)],
    ['in hex', Buffer.from(SECRET).toString('hex')],
    ['backwards', [...SECRET].reverse().join('')],
  ])('covers a secret %s', (_name, text) => {
    const masked = maskOf([SECRET]).text(text)
    expect(masked).toContain('[secret]')
    expect(masked).not.toContain(text)
  })

  test('covers one line of a key, and a key as JSON writes it', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END KEY-----'
    expect(maskOf([key]).text('line MIIEvQIBADANBgkqhkiG9w0 alone')).toBe('line [secret] alone')
    expect(maskOf([key]).text(JSON.stringify({ key }))).toBe('{"key":"[secret]"}')
  })

  test('covers a short secret where it stands alone, and leaves longer words whole', () => {
    expect(maskOf(['2']).text('role=2&room=1234')).toBe('role=[secret]&room=1234')
  })

  test('covers the longer of two secrets first', () => {
    expect(maskOf(['pass', 'password']).text('password')).toBe('[secret]')
  })

  test('covers values as deep as they stand, and names', () => {
    expect(maskOf([SECRET]).value({ [SECRET]: [new Secret('other'), { text: SECRET }], count: 1 })).toEqual({
      '[secret]': ['[secret]', { text: '[secret]' }],
      count: 1,
    })
  })
})

test('secrets are found in every form, and in targets that are stored', () => {
  const target = { name: 'Room', fields: { token: { type: 'secret', label: 'Token' } } } as const
  const input = {
    people: { type: 'list', label: 'People', fields: { pin: { type: 'secret', label: 'PIN' } } },
  } as const
  const [join] = sound.actions.join
  if (join === undefined) throw new Error('The plugin has no action join.')
  const plugin = { ...sound, target, actions: { join: [{ ...join, input }] } }
  const values = {
    account: { key: 'account', server: 'https://meet.example/' },
    target: { token: 'target' },
    me: {},
    contact: {},
    inputs: { join: { people: [{ pin: 'input' }] } },
    targets: [{ token: 'stored' }],
  }
  expect(typedSecrets(plugin, values)).toEqual(['account', 'target', 'stored', 'input'])
})
