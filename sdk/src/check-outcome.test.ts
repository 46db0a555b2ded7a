/** Outcomes are checked before anything is done with them. @module */
import { describe, expect, test } from 'vitest'
import { checkOutcome, linksOf } from './check-outcome.ts'
import type { Outcome } from './outcome.ts'
import { sound } from './testing/sound-plugin.ts'

const EVIL = 'https://evil.example/'
const LINK = 'https://meet.example/a?x=1'
const plugin = { ...sound, permissions: { open: ['https://meet.example/*', 'meet:*'] } }
const code = (outcome: unknown) => {
  try {
    checkOutcome(plugin, {}, outcome)
    return 'taken'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('checkOutcome', () => {
  test.each<[string, unknown]>([
    ['a tab', { type: 'tab', url: LINK, expiresAt: 1, sensitive: true }],
    ['a popup', { type: 'popup', url: LINK, width: 850, height: 700 }],
    ['an app', { type: 'app', url: 'meet://join?x=1' }],
    ['links', { type: 'links', guest: LINK, me: LINK }],
    ['one link', { type: 'links', me: LINK }],
    ['an invitation', { type: 'invite', title: 'Talk', links: { guest: LINK } }],
    [
      'an invitation for several',
      { type: 'invite', title: 'Talk', start: 1, sequence: 0, links: {}, guests: [{ name: 'Ada', link: LINK }] },
    ],
    ['a target', { type: 'target', target: { room: 'lobby' } }],
    ['a removal', { type: 'removed' }],
    [
      'a table',
      {
        type: 'table',
        title: 'Rooms',
        columns: ['A', { en: 'B' }],
        rows: [
          ['x', 7],
          [{ en: 'y' }, ''],
        ],
      },
    ],
    ['nothing to open', { type: 'done', message: 'Well.' }],
    ['a person called Null', { type: 'tab', url: 'https://meet.example/?first=Nan&last=Null' }],
    ['a value that starts so', { type: 'tab', url: 'https://meet.example/?x=nullable&y=undefined1' }],
  ])('takes %s', (_title, outcome) => {
    expect(checkOutcome(plugin, {}, outcome)).toEqual(outcome)
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', LINK],
    ['an unknown type', { type: 'window', url: LINK }],
    ['no link', { type: 'tab' }],
    ['an app’s link in a tab', { type: 'tab', url: 'meet://x' }],
    ['a script in a tab', { type: 'tab', url: 'javascript:alert(1)' }],
    ['a web link for an app', { type: 'app', url: LINK }],
    ['a popup without a size', { type: 'popup', url: LINK }],
    ['a popup of no size', { type: 'popup', url: LINK, width: 0, height: 700 }],
    ['a popup of half a pixel', { type: 'popup', url: LINK, width: 850.5, height: 700 }],
    ['no links', { type: 'links' }],
    ['a link that is no text', { type: 'links', guest: LINK, me: 7 }],
    ['an invitation without a title', { type: 'invite', links: {} }],
    ['an invitation at no time', { type: 'invite', title: 'Talk', start: Number.NaN, links: {} }],
    ['a guest without a link', { type: 'invite', title: 'Talk', links: {}, guests: [{ name: 'Ada' }] }],
    ['guests that are no list', { type: 'invite', title: 'Talk', links: {}, guests: {} }],
    ['a target of nothing', { type: 'target', target: null }],
    ['a table without a title', { type: 'table', columns: [], rows: [] }],
    ['a table with a ragged row', { type: 'table', title: 'Rooms', columns: ['A', 'B'], rows: [['x']] }],
    ['a table with a cell that is none', { type: 'table', title: 'Rooms', columns: ['A'], rows: [[Number.NaN]] }],
    ['a table of no rows', { type: 'table', title: 'Rooms', columns: ['A'], rows: {} }],
    ['a long link', { type: 'tab', url: `${LINK}${'x'.repeat(8192)}` }],
    ['undefined as a value', { type: 'tab', url: 'https://meet.example/?x=undefined&y=1' }],
    ['undefined at the end', { type: 'tab', url: 'https://meet.example/?x=undefined' }],
    ['undefined in the path', { type: 'tab', url: 'https://meet.example/undefined/x' }],
    ['NaN', { type: 'tab', url: 'https://meet.example/?x=NaN' }],
    ['null as a value', { type: 'tab', url: 'https://meet.example/?x=null' }],
    ['an object', { type: 'tab', url: 'https://meet.example/?x=%5Bobject%20Object%5D' }],
    ['a masked secret', { type: 'tab', url: 'https://meet.example/?x=[secret]' }],
    ['an encoded masked secret', { type: 'tab', url: 'https://meet.example/?x=a%5Bsecret%5D' }],
  ])('refuses %s as a fault of the plugin', (_title, outcome) => {
    expect(code(outcome)).toBe('internal')
  })

  test.each<[string, unknown]>([
    ['a tab', { type: 'tab', url: 'https://evil.example/' }],
    ['an app', { type: 'app', url: 'other://x' }],
    ['a script as an app', { type: 'app', url: 'javascript:alert(1)' }],
    ['the second of two links', { type: 'links', guest: LINK, me: 'https://evil.example/' }],
    ['an invitation’s link', { type: 'invite', title: 'Talk', links: { me: 'https://evil.example/' } }],
    [
      'the link of one guest',
      { type: 'invite', title: 'Talk', links: {}, guests: [{ name: 'Ada', link: 'https://evil.example/' }] },
    ],
  ])('refuses %s outside the permissions', (_title, outcome) => {
    expect(code(outcome)).toBe('not-permitted')
  })

  // Every type there is: one that is new must be here, or this does not compile.
  const misplaced: { readonly [Type in Outcome['type']]: readonly object[] } = {
    tab: [{ url: EVIL }],
    popup: [{ url: EVIL, width: 400, height: 400 }],
    app: [{ url: 'other://x' }],
    links: [{ guest: EVIL }, { me: EVIL }, { guest: LINK, me: EVIL }, { guest: EVIL, me: LINK, sensitive: true }],
    invite: [
      { title: 'Talk', links: { guest: EVIL } },
      { title: 'Talk', links: { guest: LINK, me: EVIL } },
      {
        title: 'Talk',
        links: { guest: LINK },
        guests: [
          { name: 'Ada', link: LINK },
          { name: 'Bob', link: EVIL },
        ],
      },
    ],
    // These open nothing: what stands in them is stored, or read by people.
    target: [],
    removed: [],
    table: [],
    done: [],
  }
  const cases = Object.entries(misplaced).flatMap(([type, bodies]) => bodies.map((body) => [type, body] as const))

  test.each(cases)('refuses a link outside the permissions wherever %s has one: %j', (type, body) => {
    expect(code({ type, ...body })).toBe('not-permitted')
    expect(JSON.stringify(body)).toMatch(/evil|other/)
  })

  test('sees each link of each type, so that nothing else can be opened', () => {
    for (const [type, body] of cases) {
      const links = JSON.stringify(body).match(/https?:[^"]+|other:[^"]+/g) ?? []
      expect(linksOf({ type, ...body } as Outcome).toSorted()).toEqual(links.toSorted())
    }
    const quiet = Object.entries(misplaced).filter(([, bodies]) => bodies.length === 0)
    for (const [type] of quiet)
      expect(linksOf({ type, url: EVIL, links: { me: EVIL } } as unknown as Outcome)).toEqual([])
  })

  test('a plugin without open permissions opens nothing', () => {
    expect(() => checkOutcome({ ...sound, permissions: {} }, {}, { type: 'tab', url: LINK })).toThrow('permissions')
  })

  test('names the setting’s own address where the pattern does', () => {
    const own = { ...sound, permissions: { open: ['{account.server}/*'] } }
    const outcome: Outcome = { type: 'tab', url: 'https://own.example/x' }
    expect(checkOutcome(own, { server: 'https://own.example' }, outcome)).toEqual(outcome)
    expect(() => checkOutcome(own, { server: 'https://other.example' }, outcome)).toThrow('permissions')
  })
})

test('linksOf gives every link', () => {
  expect(linksOf({ type: 'links', guest: 'a', me: 'b' })).toEqual(['a', 'b'])
  expect(linksOf({ type: 'invite', title: 'Talk', links: { me: 'b' } })).toEqual(['b'])
  const guests = [{ name: 'Ada', link: 'c' }]
  expect(linksOf({ type: 'invite', title: 'Talk', links: {}, guests })).toEqual(['c'])
  expect(linksOf({ type: 'done' })).toEqual([])
})
