import { expect, test } from 'vitest'
import { createRemountLimit } from './remount-limit.ts'

/** The limit only tells anchors apart. */
const anchor = () => ({}) as Element

function limitAt() {
  const clock = { milliseconds: 1000 }
  const limit = createRemountLimit(() => clock.milliseconds)
  const allowedInARow = (at: Element, tries: number) =>
    Array.from({ length: tries }, () => limit.allows(at)).filter(Boolean).length
  return { clock, limit, allowedInARow }
}

test('ten in a row are allowed, the eleventh is not', () => {
  const { allowedInARow, limit } = limitAt()
  const one = anchor()
  expect(allowedInARow(one, 10)).toBe(10)
  expect(limit.allows(one)).toBe(false)
})

test('then there is a pause of thirty seconds, and ten again', () => {
  const { clock, limit, allowedInARow } = limitAt()
  const one = anchor()
  allowedInARow(one, 11)
  clock.milliseconds += 29_999
  expect(limit.allows(one)).toBe(false)
  clock.milliseconds += 1
  expect(allowedInARow(one, 20)).toBe(10)
})

test('what is asked during the pause does not make it longer', () => {
  const { clock, limit, allowedInARow } = limitAt()
  const one = anchor()
  allowedInARow(one, 11)
  clock.milliseconds += 20_000
  allowedInARow(one, 50)
  clock.milliseconds += 10_000
  expect(limit.allows(one)).toBe(true)
})

test('a page that renders anew now and then is never refused', () => {
  const { clock, limit } = limitAt()
  const one = anchor()
  for (let time = 0; time < 1000; time += 1) {
    clock.milliseconds += 1000
    expect(limit.allows(one)).toBe(true)
  }
})

test('one anchor does not use up what another may', () => {
  const { allowedInARow, limit } = limitAt()
  allowedInARow(anchor(), 11)
  expect(limit.allows(anchor())).toBe(true)
})
