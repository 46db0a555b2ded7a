/** What it costs to look at a place on a large page, in searches of the whole page: those are what takes time. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, type Page, type Session } from '../browsers/session.ts'
import { makeCertificate } from '../certificates.ts'
import { extensionDirectory } from './stage.ts'

/** A search of so large a page takes about half a millisecond. */
const MOST_SEARCHES = 50

const html = `<!doctype html><script type="module">
import * as candidates from '/picker/candidates.ts'
import * as rows from '/picker/rows.ts'
globalThis.tools = { ...candidates, ...rows }
</script>`

interface Tools {
  candidatesFor(element: Element, root: Document): readonly { readonly matches: readonly Element[] }[]
  rowsAround(place: Element, places: readonly Element[], root: Document): { readonly count: number } | undefined
}

let server: Server
let session: Session
let page: Page

beforeAll(async () => {
  server = createServer(async ({ url = '' }, response) => {
    const name = /^\/((?:picker|sites)\/[a-z-]+\.ts)$/.exec(url)?.[1]
    if (name === undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html)
      return
    }
    const source = await readFile(new URL(`../../extension/src/${name}`, import.meta.url), 'utf8')
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  session = await launch(inject('browser'), {
    extensionDirectory: extensionDirectory(inject('browser')),
    hosts: {},
    certificate: await makeCertificate(['unused.example']),
  })
  page = await session.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitFor(() => 'tools' in globalThis)
})
afterAll(async () => {
  await session?.close()
  server?.closeAllConnections()
  server?.close()
})

test('a cell in a list of 15,000 elements has its candidates and its rows after few searches', async () => {
  const { candidates, rows, elements, forCandidates, forRows } = await page.evaluate(lookAtCell)
  expect(elements).toBeGreaterThan(15_000)
  expect(candidates).toBeGreaterThan(1)
  expect(rows).toBe(1200)
  expect(forCandidates).toBeLessThanOrEqual(MOST_SEARCHES)
  expect(forRows).toBeLessThanOrEqual(MOST_SEARCHES)
})

/** Chooses a cell in the middle of the list; runs in the page. */
function lookAtCell() {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const cell = (field: string, text: string) =>
    make('td', { class: `cell cell-${field} css-1x2y3z`, 'data-field': field }, make('span', { class: 'value' }, text))
  const row = (index: number) =>
    make(
      'tr',
      { class: 'line css-9k8j7h', 'data-id': String(4000 + index) },
      ...['name', 'email', 'phone', 'company', 'owner', 'city'].map((field) => cell(field, `${field} ${index}`)),
    )
  const rowsOf = (count: number) => make('tbody', {}, ...Array.from({ length: count }, (_, index) => row(index)))
  const body = rowsOf(1200)
  const tile = () =>
    make('div', { class: 'tile' }, make('div', { class: 'face' }, make('p', {}, make('b', { class: 'value' }, 'x'))))
  document.body.append(
    make('main', { id: 'content' }, make('div', { class: 'panel' }, make('table', {}, body))),
    make('div', { id: 'tiles' }, ...Array.from({ length: 1200 }, tile)),
    make('aside', { 'data-panel': 'recent' }, make('table', {}, rowsOf(20))),
  )
  let searches = 0
  const { querySelectorAll } = Document.prototype
  Document.prototype.querySelectorAll = function (this: Document, selector: string) {
    searches += 1
    return querySelectorAll.call(this, selector)
  } as typeof querySelectorAll
  const { candidatesFor, rowsAround } = (globalThis as unknown as { readonly tools: Tools }).tools
  const candidates = candidatesFor(body.children[600]?.children[1] as Element, document).length
  const forCandidates = searches
  // Deep in their rows, and no cells: each row has to be looked for.
  const places = [...document.querySelectorAll('#tiles .value')]
  searches = 0
  const rows = rowsAround(places[600] as Element, places, document)?.count ?? 0
  return { candidates, rows, elements: document.getElementsByTagName('*').length, forCandidates, forRows: searches }
}
