import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStamp } from './clock.ts'
import { type Content, edited, isDeleted, tombstone, valuesOf } from './content.ts'
import { mergeContents } from './merge.ts'

const HERE = 'a'.repeat(16)
const THERE = 'b'.repeat(16)
const stamp = fc
  .tuple(fc.nat({ max: 20 }), fc.constantFrom(HERE, THERE))
  .map(([time, installation]) => nextStamp(installation, time))
const field = fc.record({ value: fc.constantFrom('x', 'y', 1, null), at: stamp })
const live: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('target'),
  fields: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', '__proto__'),
    fc.oneof(
      field,
      stamp.map((at) => ({ at })),
    ),
    { minKeys: 1 },
  ),
})
const any: fc.Arbitrary<Content> = fc.oneof(
  live,
  stamp.map((at) => tombstone('target', at)),
)

describe('merging', () => {
  test('does not depend on who merges whose', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(mergeContents(one, other)).toEqual(mergeContents(other, one))
      }),
    )
  })

  test('changes nothing when repeated', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const merged = mergeContents(one, other)
        expect(mergeContents(merged, one)).toEqual(merged)
        expect(mergeContents(merged, merged)).toEqual(merged)
      }),
    )
  })

  test('does not depend on the order in which edits meet', () => {
    fc.assert(
      fc.property(live, live, live, (one, two, three) => {
        const left = mergeContents(mergeContents(one, two), three)
        expect(left).toEqual(mergeContents(one, mergeContents(two, three)))
      }),
    )
  })

  test('makes all browsers agree, in whatever order versions with deletions went round', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 4 }), (versions) => {
        let round = versions
        for (let time = 0; time < 3; time += 1) {
          round = round.map((own, index) =>
            [...round.slice(index), ...round.slice(0, index)].reduce(mergeContents, own),
          )
        }
        for (const version of round) expect(version).toEqual(round[0])
      }),
    )
  })
})

const base: Content = edited({ kind: 'target', fields: {} }, { label: 'Old', key: 'k' }, nextStamp(HERE, 1))

test('of each field the later edit stays', () => {
  const one = edited(base, { label: 'New', key: 'k' }, nextStamp(HERE, 3))
  const other = edited(base, { label: 'Other', key: 'changed' }, nextStamp(THERE, 2))
  expect(valuesOf(mergeContents(one, other))).toEqual({ label: 'New', key: 'changed' })
})

test('a field that was removed stays away from older edits', () => {
  const without = edited(base, { label: 'Old' }, nextStamp(HERE, 2))
  expect(valuesOf(mergeContents(without, base))).toEqual({ label: 'Old' })
})

test('a deletion wins over the edits before it and leaves nothing of them', () => {
  const merged = mergeContents(base, tombstone('target', nextStamp(THERE, 2)))
  expect(isDeleted(merged)).toBe(true)
  expect(JSON.stringify(merged)).not.toContain('Old')
})

test('an edit after a deletion brings the whole record back', () => {
  const later = edited(base, { label: 'Kept', key: 'k' }, nextStamp(HERE, 3))
  const merged = mergeContents(tombstone('target', nextStamp(THERE, 2)), later)
  expect(isDeleted(merged)).toBe(false)
  expect(valuesOf(merged)).toEqual({ label: 'Kept', key: 'k' })
})

test('an edit stamps what it changes and nothing else', () => {
  const at = nextStamp(HERE, 2)
  const after = edited(base, { label: 'New', key: 'k' }, at)
  expect(after.fields).toEqual({ label: { value: 'New', at }, key: base.fields.key })
})
