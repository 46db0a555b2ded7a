import { describe, expect, test } from 'vitest'
import { entryOf } from './entry-fixture.ts'
import { groupsOf, type ToShow } from './groups.ts'

const invite = entryOf('Invite', { for: 'contact' })
const lobby = entryOf('Lobby', { pin: 1 })
const stage = entryOf('Stage', { pin: 0, usedAt: 9 })
const used = [3, 1, 2, 6, 5, 4].map((usedAt) => entryOf(`Used ${usedAt}`, { usedAt }))
const other = entryOf('Other')
const shortcuts = [invite, other, lobby, ...used, stage]

const shown = (given: Partial<ToShow>) =>
  Object.fromEntries(
    groupsOf({ shortcuts, targets: [], hasRecord: false, typed: '', ...given }).map(({ id, entries }) => [
      id,
      entries.map(({ name }) => name),
    ]),
  )

describe('the groups of the popup', () => {
  test('what can be done for the record is first, then pins in their order, then what was used last', () => {
    expect(shown({ hasRecord: true })).toEqual({
      record: ['Invite'],
      pinned: ['Stage', 'Lobby'],
      recent: ['Used 6', 'Used 5', 'Used 4', 'Used 3', 'Used 2'],
      others: ['Other', 'Used 1'],
    })
    expect(Object.keys(shown({ hasRecord: true }))).toEqual(['record', 'pinned', 'recent', 'others'])
  })

  test('without a record, its shortcuts stand among the others', () => {
    expect(shown({}).others).toEqual(['Invite', 'Other', 'Used 1'])
    expect(shown({}).record).toBeUndefined()
  })

  test('a shortcut for the record that is pinned stands at the record alone', () => {
    const pinned = { ...invite, pin: 0 }
    expect(shown({ shortcuts: [pinned], hasRecord: true })).toEqual({ record: ['Invite'] })
    expect(shown({ shortcuts: [pinned] })).toEqual({ pinned: ['Invite'] })
  })

  test('what is typed is looked for in all, and targets that match come after them', () => {
    const targets = [entryOf('Join: Otherworld')]
    expect(shown({ typed: ' oth ', targets })).toEqual({ found: ['Other'], targets: ['Join: Otherworld'] })
    expect(shown({ typed: 'nothing' })).toEqual({})
  })
})
