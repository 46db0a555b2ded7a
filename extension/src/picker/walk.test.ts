import { describe, expect, test } from 'vitest'
import { pageOf, the } from './page-fixture.ts'
import { type Direction, findByText, walk } from './walk.ts'

const document = pageOf(`
  <header id="head"><h1 id="title">Ada Byron</h1><style id="style"></style><p id="hidden">x</p><p id="since">since 1843</p></header>
  <main id="main"><ul id="list"><li id="one"><b id="name">Ada’s brother</b></li><li id="two">Mary</li></ul></main>`)
const sees = (element: Element) => element.id !== 'hidden'
const from = (id: string, direction: Direction) => walk(the(document, `#${id}`), direction, sees).id

describe('a step', () => {
  const steps: readonly [string, Direction, string][] = [
    ['title', 'outer', 'head'],
    ['head', 'inner', 'title'],
    ['title', 'next', 'since'],
    ['since', 'previous', 'title'],
    ['since', 'next', 'main'],
    ['name', 'next', 'two'],
    ['main', 'previous', 'head'],
    ['two', 'inner', 'two'],
    ['two', 'next', 'two'],
  ]
  test.each(steps)('from %s to the %s leads to %s', (start, direction, end) => {
    expect(from(start, direction)).toBe(end)
  })

  test('outward ends at the body', () => {
    const body = walk(walk(the(document, '#head'), 'outer', sees), 'outer', sees)
    expect(body.localName).toBe('body')
  })
})

describe('letters', () => {
  const found = (id: string, typed: string) => findByText(the(document, `#${id}`), typed, sees)?.id

  test('find the next element whose own text begins so, from where one is', () => {
    expect(found('head', 'ada')).toBe('title')
    expect(found('list', 'ada')).toBe('name')
    expect(found('two', 'ada b')).toBe('title')
    expect(found('title', 'MARY')).toBe('two')
  })

  test('find nothing that is hidden or not there', () => {
    expect(found('head', 'x')).toBeUndefined()
    expect(found('head', 'grace')).toBeUndefined()
  })
})
