import { describe, expect, test } from 'vitest'
import type { PopupShortcut } from '../../desk/views.ts'
import { findShortcuts } from './search.ts'

const shortcut = (name: string, account: string): PopupShortcut => ({
  id: name,
  name,
  account,
  icon: 'join',
  for: 'me',
  lacking: [],
})
const shortcuts = [
  shortcut('Join Café Lobby', 'Acme · omNovia'),
  shortcut('Invite Lobby', 'Acme · omNovia'),
  shortcut('Join Böhme', 'Umbrella · Webinato'),
]
const found = (typed: string) => findShortcuts(shortcuts, typed).map(({ name }) => name)

describe('the search of the popup', () => {
  test('shows everything while nothing is typed', () => {
    expect(found('')).toHaveLength(3)
    expect(found('  ')).toHaveLength(3)
  })

  test('asks for every word, in any order, in name or account', () => {
    expect(found('lobby join')).toEqual(['Join Café Lobby'])
    expect(found('acme invite')).toEqual(['Invite Lobby'])
    expect(found('acme umbrella')).toEqual([])
  })

  test('does not mind case and accents', () => {
    expect(found('CAFE')).toEqual(['Join Café Lobby'])
    expect(found('bohme')).toEqual(['Join Böhme'])
    expect(found('bo\u0308hme')).toEqual(['Join Böhme'])
  })

  test('takes what looks like a pattern as text', () => {
    expect(found('.*')).toEqual([])
  })
})
