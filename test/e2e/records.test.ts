/** Whose button it is: nothing of one record is ever used for another (invariant 8). @module */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons, waitForState } from './buttons.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(() => page.goto(stage.lab.origin))

async function invited(key: string): Promise<string | null> {
  await clickButton(page, 'Invite', key)
  await waitForState(page, 'Invite', 'done', key)
  return new URL(await stage.session.clipboardText()).searchParams.get('email')
}

test('a card inside another record acts for its own', async () => {
  await page.evaluate(() => {
    const outer = lab.contact('c-1')
    outer.append(lab.contact('c-2', 'section'))
    lab.main().append(outer)
  })
  await waitForButtons(page, 6)
  expect(await invited('c-2')).toBe('c-2@example.com')
  expect(await invited('c-1')).toBe('c-1@example.com')
})

test('a record without an e-mail address does not take that of a record inside it', async () => {
  await page.evaluate(() => {
    const outer = lab.contact('c-1')
    outer.querySelector('[data-field=email]')?.remove()
    outer.append(lab.contact('c-2', 'section'))
    lab.main().append(outer)
  })
  // Join twice for each, Invite for the inner one alone.
  const buttons = await waitForButtons(page, 5)
  expect(buttons.filter(({ label }) => label === 'Invite').map(({ host }) => host)).toEqual(['c-2'])
})

test('a fact that an attribute alone shows or hides brings or takes the button that needs it', async () => {
  await page.evaluate(() => {
    const record = lab.contact('c-1')
    record.querySelector('[data-field=email]')?.setAttribute('hidden', '')
    lab.main().append(record)
  })
  await waitForButtons(page, 2)
  await page.evaluate(() => document.querySelector('[data-field=email]')?.removeAttribute('hidden'))
  await waitForButtons(page, 3)
})

test('what happened to one record is not shown at the next, which takes its place in the same elements', async () => {
  await page.evaluate(() => lab.main().append(lab.contact('c-1')))
  await waitForButtons(page, 3)
  expect(await invited('c-1')).toBe('c-1@example.com')
  await page.evaluate(() => {
    document.querySelector('article')?.setAttribute('data-record-id', 'c-9')
    const texts = [
      ['[data-field=last-name]', 'c-9'],
      ['[data-field=email] a', 'c-9@example.com'],
    ] as const
    for (const [selector, value] of texts) {
      const text = document.querySelector(selector)?.firstChild
      if (text) text.nodeValue = value
    }
  })
  await waitForState(page, 'Invite', '', 'c-9')
  expect(await invited('c-9')).toBe('c-9@example.com')
})

test('a content script that is injected again takes over, and doubles nothing', async () => {
  await page.evaluate(() => lab.main().append(lab.contact('c-1')))
  await waitForButtons(page, 3)
  await page.evaluate(() => {
    const counter = globalThis as { mounted?: number }
    counter.mounted = 0
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node.nodeName === 'X-JOINERY') counter.mounted = (counter.mounted ?? 0) + 1
      }
    }).observe(document, { childList: true, subtree: true })
  })
  await stage.desk.evaluate(async () => {
    type Api = {
      tabs: { query(query: object): Promise<readonly { readonly id: number }[]> }
      scripting: { executeScript(injection: object): Promise<unknown> }
    }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
    const { tabs, scripting } = scope['browser' in globalThis ? 'browser' : 'chrome']
    const [tab] = await tabs.query({ url: 'http://127.0.0.1/*' })
    await scripting.executeScript({ target: { tabId: tab?.id }, files: ['/page.js'] })
    return null
  })
  await page.waitFor(() => (globalThis as { mounted?: number }).mounted === 1)
  // A change for both lives to look at, were there two.
  await page.evaluate(() => lab.main().append(lab.contact('c-2')))
  await waitForButtons(page, 6)
  expect(await invited('c-1')).toBe('c-1@example.com')
  expect(await page.evaluate(() => (globalThis as { mounted?: number }).mounted)).toBe(2)
})

test.runIf(inject('browser') === 'chromium')(
  'Invite works where a stopped background left its copying page',
  async () => {
    await page.evaluate(() => lab.main().append(lab.contact('c-1')))
    await waitForButtons(page, 3)
    await stage.desk.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { offscreen: { createDocument(what: object): Promise<void> } }
      }
      const justification = 'As a worker leaves it that is stopped while it copies'
      return chrome.offscreen.createDocument({ url: '/offscreen.html', reasons: ['CLIPBOARD'], justification })
    })
    expect(await invited('c-1')).toBe('c-1@example.com')
  },
)
