import { expect, test } from 'vitest'
import { scrollTo, visibleRows } from './visible-rows.ts'

test('only rows around what is seen are drawn, however many there are', () => {
  expect(visibleRows(0, 500, 50, 100_000)).toEqual({ first: 0, end: 20 })
  expect(visibleRows(50_000, 500, 50, 100_000)).toEqual({ first: 990, end: 1020 })
  expect(visibleRows(4_999_500, 500, 50, 100_000)).toEqual({ first: 99_980, end: 100_000 })
  expect(visibleRows(0, 500, 50, 3)).toEqual({ first: 0, end: 3 })
  expect(visibleRows(9000, 500, 50, 0)).toEqual({ first: 0, end: 0 })
})

test('a row that is not wholly seen is scrolled to, by as little as can be', () => {
  expect(scrollTo(5, 0, 500, 50)).toBe(0)
  expect(scrollTo(10, 0, 500, 50)).toBe(50)
  expect(scrollTo(3, 400, 500, 50)).toBe(150)
})
