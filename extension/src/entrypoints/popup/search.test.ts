import { describe, expect, test } from 'vitest'
import { entryOf } from './entry-fixture.ts'
import { findEntries } from './search.ts'

const entries = [
  entryOf('Join Café Lobby', { account: 'Acme · omNovia', terms: ['Lobby', '5678'] }),
  entryOf('Invite Lobby', { account: 'Acme · omNovia' }),
  entryOf('Join Böhme', { account: 'Umbrella · Webinato' }),
]
const found = (typed: string) => findEntries(entries, typed).map(({ name }) => name)

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

  test('finds by what a target has, such as its number', () => {
    expect(found('5678')).toEqual(['Join Café Lobby'])
    expect(found('join 567')).toEqual(['Join Café Lobby'])
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
