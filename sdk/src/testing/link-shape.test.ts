/** What a value may change in a link, and what not. @module */
import { expect, test } from 'vitest'
import { type LinkShape, shapeOf, shapeProblem } from './link-shape.ts'

function problem(before: string, after: string, hostile: string): string | undefined {
  return shapeProblem(after, [shapeOf(before) as LinkShape], hostile)
}

test.each([
  ['a parameter’s value', 'https://meet.example/?name=Ada', 'https://meet.example/?name=%26role%3D3', '&role=3'],
  ['a segment that holds it', 'https://meet.example/lobby', 'https://meet.example/a%2Fb', 'a/b'],
  [
    'the value of a parameter in the fragment',
    'https://meet.example/#name=Ada',
    'https://meet.example/#name=%26role%3D3',
    '&role=3',
  ],
])('%s may differ', (_name, before, after, hostile) => {
  expect(problem(before, after, hostile)).toBeUndefined()
})

test.each([
  ['a further parameter', 'https://meet.example/?name=Ada', 'https://meet.example/?name=&role=3', '&role=3'],
  ['a fragment that was none', 'https://meet.example/?name=Ada', 'https://meet.example/?name=Ada#x', '#x'],
  ['another fragment', 'https://meet.example/#lobby', 'https://meet.example/#admin', 'admin'],
  [
    'a further parameter in the fragment',
    'https://meet.example/#name=Ada',
    'https://meet.example/#name=&role=3',
    '&role=3',
  ],
  ['another name in the fragment', 'https://meet.example/#name=Ada', 'https://meet.example/#role=3', 'role=3'],
  ['parameters where the fragment had none', 'https://meet.example/#Ada', 'https://meet.example/#Ada=1', 'Ada=1'],
])('%s may not', (_name, before, after, hostile) => {
  expect(problem(before, after, hostile)).toMatch(/^it moved /)
})
