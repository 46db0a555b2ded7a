/** Whom pages of unknown CRMs are about: in real browsers, since nothing else knows what is visible. @module */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Guess } from '../../extension/src/page/guess/guess.ts'
import { launch, type Page, type Session } from '../browsers/session.ts'
import { makeCertificate } from '../certificates.ts'
import { otherPages, peoplePages } from '../guess/table.ts'
import { type Filling, guessInFilled } from './guess-cost.ts'
import { extensionDirectory } from './stage.ts'

const EMPTY = `<!doctype html><body></body><script type="module">
import { guessRecord } from '/page/guess/guess.ts'
globalThis.guessRecord = guessRecord
</script>`

let server: Server
let session: Session
let page: Page
let origin: string

beforeAll(async () => {
  server = createServer(async ({ url = '' }, response) => {
    const [, module] = /^\/(page\/guess\/[a-z-]+\.ts)$/.exec(url) ?? []
    if (module !== undefined) {
      const source = await readFile(new URL(`../../extension/src/${module}`, import.meta.url), 'utf8')
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=600' })
      response.end(stripTypeScriptTypes(source))
      return
    }
    const [, fixture] = /^\/([a-z-]+)\.html$/.exec(url) ?? []
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(fixture ? await readFile(new URL(`../guess/pages/${fixture}.html`, import.meta.url)) : EMPTY)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  session = await launch(inject('browser'), {
    extensionDirectory: extensionDirectory(inject('browser')),
    hosts: {},
    certificate: await makeCertificate(['unused.example']),
  })
  page = await session.open(`${origin}/`)
})
afterAll(async () => {
  await session?.close()
  server?.closeAllConnections()
  server?.close()
})

/** Loads a page into a frame, and guesses there; runs in the page. */
async function guessAt(name: string, address: string): Promise<Guess | null> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width: 1000px; height: 700px'
  frame.src = `/${name}.html`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await loaded
  const { guessRecord } = globalThis as unknown as typeof import('../../extension/src/page/guess/guess.ts')
  const guess = frame.contentDocument === null ? undefined : guessRecord(frame.contentDocument, address)
  frame.remove()
  return guess ?? null
}

const band = (confidence: number) => (confidence < 0.4 ? 'low' : confidence < 0.75 ? 'medium' : 'high')

describe('the person is found', () => {
  test.each(peoplePages)('$page', async ({ page: name, address, key, facts, confidence }) => {
    const guess = await page.evaluate(guessAt, name, `https://crm.example${address}`)
    expect({ ...guess?.record, confidence: band(guess?.confidence ?? 0) }).toEqual({
      kind: 'contact',
      key,
      facts,
      confidence,
    })
  })
})

describe('nobody is found, or with little confidence', () => {
  test.each(otherPages)('$page', async ({ page: name, address }) => {
    const guess = await page.evaluate(guessAt, name, `https://crm.example${address}`)
    expect(guess === null || band(guess.confidence) === 'low', JSON.stringify(guess)).toBe(true)
  })
})

test.each<Filling>(['rows', 'divisions', 'mail links', 'labels', 'a long text', 'long attributes', 'depth'])(
  'of a page filled with %s it looks at no more when that has four times the elements, and lays nothing out',
  async (filling) => {
    await page.goto(`${origin}/`)
    const [small, large] = await page.evaluate(guessInFilled, filling, [4000, 16_000])
    expect(large?.email).toBe('n.quillfeather@tallow.example')
    expect(small?.steps).toBeGreaterThan(0)
    expect(large?.steps).toBeLessThan(Number(small?.steps) * 1.25)
    expect(large?.layouts).toBe(0)
  },
)
