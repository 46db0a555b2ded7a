/** The documentation is whole: each page has its place, its title and its links. @module */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { anchorsIn, deadLinks, linksIn } from './links.ts'
import { llmsText } from './llms.ts'
import { readPages } from './pages.ts'
import { addressOf, sections, sidebar } from './sidebar.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const pages = readPages()
const paths = pages.map(({ path }) => path)

test('every page stands in the sidebar, once, and none that is not there', () => {
  const placed = sections(pages).flatMap((section) => section.pages)
  expect(placed.toSorted()).toEqual(paths.toSorted())
})

test.each(pages)('$path opens with a title and a sentence', ({ title, summary }) => {
  expect(title).toMatch(/\S/)
  expect(summary).toMatch(/^\S.{15,250}\.$/)
})

test('no two pages have one title', () => {
  const titles = pages.map(({ title }) => title)
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
})

test('llms.txt has each page with its title and first sentence', () => {
  const text = llmsText(pages)
  expect(linksIn(text).toSorted()).toEqual(paths.toSorted())
  expect(text).toContain('](explanation/pure.md): ')
  expect(deadLinks({ path: 'llms.txt', text, title: '', summary: '' })).toEqual([])
})

test('addresses are those of the site', () => {
  expect(['index.md', 'tutorial.md', 'checks/README.md', 'how-to/fields.md'].map(addressOf)).toEqual([
    '/',
    '/tutorial',
    '/checks/',
    '/how-to/fields',
  ])
  expect(sidebar(pages).flatMap(({ items }) => items.map(({ text }) => text))).toContain('Every declaration')
})

describe('links', () => {
  test('lead to files and headings that are there', () => {
    expect(pages.flatMap(deadLinks)).toEqual([])
    expect(pages.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(50)
  })

  test.each(['README.md', 'sdk/README.md'])('of %s lead to files that are there', (name) => {
    const links = linksIn(readFileSync(join(ROOT, name), 'utf8')).filter((link) => !/^(https:|#)/.test(link))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(name), link.split('#', 1)[0] ?? '')))).toEqual([])
  })

  test.each([
    ['missing.md', 'there is no such file'],
    ['index.md#missing', 'there is no such heading'],
    ['#missing', 'there is no such heading'],
    ['/index', 'is not relative, and so works on the site alone'],
    ['../README.md', 'leads out of the documentation, and so works in the repository alone'],
    ['http://example.com/', 'is not https'],
  ])('to %s would be found', (link, reason) => {
    const page = { path: 'tutorial.md', text: `[here](${link})`, title: '', summary: '' }
    expect(deadLinks(page)).toEqual([{ page: 'tutorial.md', link, reason }])
  })

  test('in code are none, and headings have the anchors that sites give them', () => {
    expect(linksIn('`[a](b)`\n```md\n[a](b)\n```\n[c](d)')).toEqual(['d'])
    expect(anchorsIn('# One\n## `run`, and *more*\n```md\n# no\n```')).toEqual(['one', 'run-and-more'])
  })
})
