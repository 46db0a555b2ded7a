import { expect, test } from 'vitest'
import { extendTo, moveTo, nothingChosen, rowAfter, toggle, toggleAll } from './selection.ts'

const chosen = ({ rows }: { readonly rows: ReadonlySet<number> }) => [...rows].toSorted((one, other) => one - other)

test('rows are chosen one by one, and no longer', () => {
  const two = toggle(toggle(nothingChosen, 3), 7)
  expect(chosen(two)).toEqual([3, 7])
  expect(chosen(toggle(two, 3))).toEqual([7])
  expect(two.active).toBe(7)
})

test('a range goes from where the focus was, and keeps what was chosen before', () => {
  const range = extendTo(toggle(nothingChosen, 5), 3)
  expect(chosen(range)).toEqual([3, 4, 5])
  expect(chosen(extendTo(range, 7))).toEqual([3, 4, 5, 6, 7])
  expect(chosen(extendTo(moveTo(range, 9), 10))).toEqual([3, 4, 5, 9, 10])
})

test('all are chosen, and none again', () => {
  const all = toggleAll(nothingChosen, 4)
  expect(chosen(all)).toEqual([0, 1, 2, 3])
  expect(chosen(toggleAll(all, 4))).toEqual([])
})

test('keys lead from row to row, and not beyond the ends', () => {
  expect(rowAfter('ArrowDown', 0, 3, 10)).toBe(1)
  expect(rowAfter('ArrowUp', 0, 3, 10)).toBe(0)
  expect(rowAfter('PageDown', 0, 30, 10)).toBe(10)
  expect(rowAfter('End', 0, 30, 10)).toBe(29)
  expect(rowAfter('a', 0, 30, 10)).toBeUndefined()
})
