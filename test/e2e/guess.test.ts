/** Whom pages of unknown CRMs are about: the guess, in both browsers, since nothing else has a layout. @module */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Guess } from '../../extension/src/page/guess/guess.ts'
import { launch, type Page, type Session } from '../browsers/session.ts'
import { makeCertificate } from '../certificates.ts'
import { otherPages, peoplePages } from '../guess/table.ts'
import { extensionDirectory } from './stage.ts'

let server: Server
let session: Session
let page: Page
let origin: string

beforeAll(async () => {
  server = createServer(async ({ url = '' }, response) => {
    const [, module, name] = /^\/(?:(page|sites)\/([a-z/-]+\.ts))$/.exec(url) ?? []
    if (module !== undefined) {
      const source = await readFile(new URL(`../../extension/src/${module}/${name}`, import.meta.url), 'utf8')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source))
      return
    }
    const [, fixture] = /^\/([a-z-]+)\.html$/.exec(url) ?? []
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      fixture ? await readFile(new URL(`../guess/pages/${fixture}.html`, import.meta.url)) : '<!doctype html>',
    )
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

async function guessAt(name: string, address: string): Promise<Guess | null> {
  await page.goto(`${origin}/${name}.html`)
  return await page.evaluate(guessHere, `https://crm.example${address}`)
}

/** Runs in the page. */
async function guessHere(address: string): Promise<Guess | null> {
  const file = '/page/guess/guess.ts'
  const { guessRecord } = (await import(file)) as typeof import('../../extension/src/page/guess/guess.ts')
  return guessRecord(document, address) ?? null
}

const band = (confidence: number) => (confidence < 0.4 ? 'low' : confidence < 0.75 ? 'medium' : 'high')

describe('a page that shows one person', () => {
  test.each(peoplePages)('$page', async ({ page: name, address, key, facts, confidence }) => {
    const guess = await guessAt(name, address)
    expect({ ...guess?.record, confidence: band(guess?.confidence ?? 0) }).toEqual({
      kind: 'contact',
      key,
      facts,
      confidence,
    })
  })
})

describe('a page that shows nobody, or many', () => {
  test.each(otherPages)('$page', async ({ page: name, address }) => {
    const guess = await guessAt(name, address)
    expect(guess === null || band(guess.confidence) === 'low', JSON.stringify(guess)).toBe(true)
  })
})
