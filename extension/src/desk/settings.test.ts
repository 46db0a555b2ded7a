import { type Fields, isPluginError } from '@joinery/sdk'
import { describe, expect, test } from 'vitest'
import { givenName, settingsToShow, settingsToStore } from './settings.ts'

const fields = {
  server: { type: 'text', label: 'Server' },
  minutes: { type: 'number', label: 'Minutes', default: 10, max: 30 },
  password: { type: 'secret', label: 'Password' },
  token: { type: 'secret', label: 'Token', optional: true },
  people: {
    type: 'list',
    label: 'People',
    optional: true,
    fields: { name: { type: 'text', label: 'Name' }, pin: { type: 'secret', label: 'PIN', optional: true } },
  },
} as const satisfies Fields

const given = { server: 'one', password: 'canary-1' }

describe('stored', () => {
  test('are the values that were given, with defaults, secrets as text and nothing undefined', () => {
    expect(settingsToStore(fields, given)).toEqual({ server: 'one', minutes: 10, password: 'canary-1' })
  })

  test('a secret that the form left out keeps its value', () => {
    expect(settingsToStore(fields, { server: 'two' }, { ...given, token: 'canary-2' })).toEqual({
      server: 'two',
      minutes: 10,
      password: 'canary-1',
      token: 'canary-2',
    })
  })

  test('a secret that was given empty is forgotten, where it may be', () => {
    expect(settingsToStore(fields, { server: 'two', token: '' }, { ...given, token: 'canary-2' })).toEqual({
      server: 'two',
      minutes: 10,
      password: 'canary-1',
    })
    expect(faultOf(() => settingsToStore(fields, { server: 'two', password: '' }, given))).toBe('missing password')
  })

  test('what is no secret is not kept from before', () => {
    expect(faultOf(() => settingsToStore(fields, { password: 'x' }, given))).toBe('missing server')
  })

  test('what does not fit is refused with its field', () => {
    expect(faultOf(() => settingsToStore(fields, { ...given, minutes: 31 }))).toBe('invalid minutes')
  })

  test('secrets within a list are text, too', () => {
    const people = [{ name: 'Ada', pin: 'canary-3' }]
    expect(settingsToStore(fields, { ...given, people })).toMatchObject({ people })
  })
})

describe('shown', () => {
  const stored = {
    ...given,
    minutes: 5,
    people: [{ name: 'Ada', pin: 'canary-3' }, { name: 'Bo' }],
    formerField: 'canary-4',
  }

  test('are neither secrets, nor those within a list, nor what the plugin no longer knows', () => {
    const shown = settingsToShow(fields, stored)
    expect(shown).toEqual({
      settings: { server: 'one', minutes: 5, people: [{ name: 'Ada' }, { name: 'Bo' }] },
      storedSecrets: ['password'],
    })
    expect(JSON.stringify(shown)).not.toContain('canary')
  })

  test('is nothing at all where the plugin is not installed', () => {
    expect(settingsToShow({}, stored)).toEqual({ settings: {}, storedSecrets: [] })
  })
})

test('a given name is trimmed, and one of white space is missing', () => {
  expect(givenName('  Northwind ', 'A name is missing.')).toBe('Northwind')
  expect(faultOf(() => givenName(' \t', 'A name is missing.'))).toBe('missing name')
})

function faultOf(change: () => unknown): string {
  try {
    change()
  } catch (error) {
    if (isPluginError(error)) return `${error.code} ${error.field}`
    throw error
  }
  return 'none'
}
