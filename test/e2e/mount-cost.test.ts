/** The engine's work grows with what changed, not with the page (invariant 9): counted, so that no clock is asked. @module */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { WatchOptions } from '../../extension/src/page/watch-options.ts'
import { launch, type Page, type Session } from '../browsers/session.ts'
import { makeCertificate } from '../certificates.ts'
import { extensionDirectory } from './stage.ts'

type Engine = typeof import('../../extension/src/page/watch.ts')
type Reader = typeof import('../../extension/src/page/visible-text.ts')

const html = `<!doctype html><script>globalThis.load = (name) => import('/page/' + name)</script>`

let server: Server
let session: Session
let page: Page

beforeAll(async () => {
  server = createServer(async ({ url = '' }, response) => {
    const name = /^\/page\/([a-z-]+\.ts)$/.exec(url)?.[1]
    if (name === undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html)
      return
    }
    const source = await readFile(new URL(`../../extension/src/page/${name}`, import.meta.url), 'utf8')
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  session = await launch(inject('browser'), {
    extensionDirectory: extensionDirectory(inject('browser')),
    hosts: {},
    certificate: await makeCertificate(['unused.example']),
  })
  page = await session.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
afterAll(async () => {
  await session?.close()
  server?.closeAllConnections()
  server?.close()
})

test('a change costs no look at the whole document, attributes cost nothing, and a record is read once a frame', async () => {
  const counted = await page.evaluate(countWork)
  // The counting works: the engine did look, into what was added.
  expect(counted.start.whole).toBeGreaterThan(0)
  expect(counted.rows.parts).toBeGreaterThan(0)
  expect(counted.rows.whole).toBe(0)
  expect(counted.attributes).toEqual({ whole: 0, parts: 0, callbacks: 0, refreshes: 0 })
  expect(counted.record.whole).toBe(0)
  expect(counted.record.refreshes).toBe(1)
})

test.each([
  ['20 million letters in one text', 1, 20_000_000],
  ['a hundred thousand texts', 100_000, 3],
])('of %s no more is read than a fact may be long', async (_name, texts, letters) => {
  await page.reload()
  const { read, walked, copied } = await page.evaluate(countReading, texts, letters)
  expect(read).toMatch(/^(x+ ?)+$/)
  expect(read.length).toBeLessThanOrEqual(500)
  expect(walked).toBeLessThanOrEqual(100)
  expect(copied).toBeGreaterThan(0)
  expect(copied).toBeLessThanOrEqual(2000)
})

/** Reads a text and counts how many nodes and letters were looked at; runs in the page. */
async function countReading(texts: number, letters: number) {
  const holder = document.createElement('div')
  holder.append(...Array.from({ length: texts }, () => new Text('x'.repeat(letters))))
  holder.style.contentVisibility = 'hidden'
  document.body.append(holder)
  const work = { walked: 0, copied: 0 }
  const { nextNode } = TreeWalker.prototype
  TreeWalker.prototype.nextNode = function () {
    work.walked += 1
    return nextNode.call(this)
  }
  const { substringData } = CharacterData.prototype
  CharacterData.prototype.substringData = function (from, count) {
    const part = substringData.call(this, from, count)
    work.copied += part.length
    return part
  }
  for (const prototype of [Node.prototype, CharacterData.prototype, HTMLElement.prototype]) {
    for (const name of ['nodeValue', 'textContent', 'data', 'innerText', 'wholeText']) {
      const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
      if (get === undefined) continue
      const counted = function (this: Node) {
        const text = String(get.call(this))
        work.copied += text.length
        return text
      }
      Object.defineProperty(prototype, name, { get: counted, configurable: true })
    }
  }
  // Only now: it keeps the functions that it finds when it is loaded.
  const { visibleText } = await globalThis.load<Reader>('visible-text.ts')
  return { read: visibleText(holder), ...work }
}

declare global {
  var load: <Module>(name: string) => Promise<Module>
}

/** Runs the engine on a page of 3,000 rows and counts what it does; runs in the page. */
async function countWork() {
  const none = { whole: 0, parts: 0, callbacks: 0, refreshes: 0 }
  let work = { ...none }
  for (const prototype of [Document.prototype, Element.prototype]) {
    const { querySelectorAll } = prototype
    prototype.querySelectorAll = function (this: Document | Element, selector: string) {
      work[this === document || this === document.body || this === document.documentElement ? 'whole' : 'parts'] += 1
      return querySelectorAll.call(this, selector)
    } as typeof querySelectorAll
  }
  const PlainObserver = window.MutationObserver
  window.MutationObserver = class extends PlainObserver {
    constructor(callback: MutationCallback) {
      super((...args) => {
        work.callbacks += 1
        callback(...args)
      })
    }
  }
  // Sweeps come by time, whatever changes; they are not what is counted here.
  window.setInterval = (() => 0) as unknown as typeof setInterval
  const frames = async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  const counting = async (act: () => void) => {
    work = { ...none }
    act()
    await frames()
    return work
  }
  const make = (name: string, attributes: Readonly<Record<string, string>> = {}, ...children: Node[]) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const row = () => make('div', { class: 'row' }, make('span'), make('span'))
  const rows = (count: number) => Array.from({ length: count }, row)
  const record = make('article', {}, make('h1'), make('section', {}, ...rows(100)))
  const list = make('main', {}, ...rows(3000))
  document.body.append(record, list)
  const options: WatchOptions = {
    document,
    anchors: [{ selector: 'article h1', position: 'append' }],
    shadowHosts: [],
    hostName: 'x-joinery',
    isOurs: () => false,
    scopeOf: (anchor) => anchor.closest('article'),
    isWide: () => false,
    mount: () => {
      const host = document.createElement('x-joinery')
      const refresh = () => {
        work.refreshes += 1
      }
      return { host, refresh, remove: () => host.remove() }
    },
    isAlive: () => true,
    signal: new AbortController().signal,
  }
  // Only now: the engine keeps the functions that it finds when it is loaded.
  const { watchAnchors } = await globalThis.load<Engine>('watch.ts')
  const start = await counting(() => watchAnchors(options))
  return {
    start,
    rows: await counting(() => {
      list.append(...rows(20))
      for (let index = 0; index < 20; index += 1) list.firstElementChild?.remove()
    }),
    attributes: await counting(() => {
      for (const [index, element] of [...list.children].entries()) element.className = `state-${index}`
    }),
    record: await counting(() => {
      for (const element of document.getElementsByTagName('section')[0]?.children ?? []) element.append('.')
    }),
  }
}
