import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStamp, newInstallation, nextStamp } from './clock.ts'

const here = newInstallation()
const there = newInstallation()

test('a stamp is later than all that were seen, whatever the clock says', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 46 }), { maxLength: 30 }), (times) => {
      const stamps: string[] = []
      for (const [index, time] of times.entries()) stamps.push(nextStamp(index % 2 === 0 ? here : there, time, stamps))
      expect(stamps.toSorted()).toEqual(stamps)
      expect(new Set(stamps).size).toBe(stamps.length)
      expect(stamps.every(isStamp)).toBe(true)
    }),
  )
})

test('the order in which stamps were seen makes no difference', () => {
  const seen = [5, 9, 7].map((time) => nextStamp(there, time))
  expect(nextStamp(here, 1, seen) > nextStamp(there, 9)).toBe(true)
  expect(nextStamp(here, 1, seen)).toBe(nextStamp(here, 1, seen.toReversed()))
})

test('a stamp follows the clock where that is ahead', () => {
  const early = nextStamp(here, 1000)
  expect(nextStamp(here, 2000, [early])).toBe(nextStamp(here, 2000))
  expect(nextStamp(here, 0, [early]) > early).toBe(true)
})

test('more edits than the counter counts go on into the next millisecond', () => {
  const last = `${'0'.repeat(11)}5ffff${there}`
  expect(nextStamp(here, 5, [last])).toBe(`${'0'.repeat(11)}60000${here}`)
})

test('two installations at the same moment do not make the same stamp', () => {
  expect(nextStamp(here, 1000)).not.toBe(nextStamp(there, 1000))
})

test.each([[''], [1], ['f'.repeat(32)], ['0'.repeat(31)], ['0'.repeat(33)], ['G'.repeat(32)]])(
  '%j is no stamp',
  (value) => {
    expect(isStamp(value)).toBe(false)
  },
)
