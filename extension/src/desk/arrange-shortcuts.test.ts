import { expect, test, vi } from 'vitest'
import { moves } from './arrange-shortcuts.ts'
import type { StoredShortcut } from './stored.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const shortcut = (id: string, position: number, more: Partial<StoredShortcut> = {}): StoredShortcut => ({
  ...{ id, position, revision: 4, name: id, accountId: 'n', action: 'join', inPage: true },
  ...more,
})
const four = [
  shortcut('o', 1, { managed: 'main/join' }),
  shortcut('a', 100),
  shortcut('b', 200, { colour: 'violet', inPopup: false, sites: ['espocrm'] }),
  shortcut('c', 300),
]

// As the desk lists them: at the same place by their ids.
const placesAfter = (shortcuts: readonly StoredShortcut[], ids: readonly string[]) => {
  const moved = new Map(
    moves(shortcuts, ids).map((change) => [change.id, 'values' in change ? change.values.position : undefined]),
  )
  const places = shortcuts.map(({ id, position }) => [id, Number(moved.get(id) ?? position)] as const)
  return places.toSorted((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1)).map(([id]) => id)
}

test('what the user moved stands where they want it, behind what the organisation set up', () => {
  expect(placesAfter(four, ['c', 'a', 'b'])).toEqual(['o', 'c', 'a', 'b'])
  expect(placesAfter(four, ['b', 'a', 'c'])).toEqual(['o', 'b', 'a', 'c'])
})

test('only what moves is written, over the version that was read, with all that it had', () => {
  expect(moves(four, ['b', 'a', 'c'])).toEqual([
    {
      ...{ id: 'b', revision: 4 },
      values: {
        name: 'b',
        accountId: 'n',
        action: 'join',
        inPage: true,
        inPopup: false,
        colour: 'violet',
        sites: ['espocrm'],
        position: 100,
      },
    },
    { id: 'a', revision: 4, values: { name: 'a', accountId: 'n', action: 'join', inPage: true, position: 200 } },
  ])
  expect(moves(four, ['a', 'b', 'c'])).toEqual([])
})

test('two that were made at the same moment can be told apart', () => {
  const twins = [shortcut('a', 7), shortcut('b', 7), shortcut('c', 8)]
  expect(placesAfter(twins, ['b', 'a', 'c'])).toEqual(['b', 'a', 'c'])
})

test.each([[['a', 'b']], [['a', 'b', 'c', 'gone']], [['a', 'b', 'b']], [['o', 'a', 'b', 'c']]])(
  '%j is not what there is, and is refused',
  (ids) => {
    expect(() => moves(four, ids)).toThrow(expect.objectContaining({ code: 'not-found' }))
  },
)
