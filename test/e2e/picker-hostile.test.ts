/** The picker in a page that is against it, in a page that is loaded anew, and messages that nobody meant. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { startPickerCrm } from './picker-crm.ts'
import {
  clickControl,
  control,
  ownSites,
  panelText,
  pointAt,
  startFromPopup,
  waitForEnd,
  waitForText,
} from './picker-panel.ts'
import { enableSite, makeVault, openStage, type Stage } from './stage.ts'
import { tellFromContentWorld } from './worlds.ts'

const HOST = '127.0.0.1'
const PANEL = 'Place a button'

let stage: Stage
let crm: Awaited<ReturnType<typeof startPickerCrm>>
let page: Page

beforeAll(async () => {
  crm = await startPickerCrm()
  stage = await openStage(inject('browser'))
  await makeVault(stage)
  await enableSite(stage, crm.origin)
  page = await stage.session.open(`${crm.origin}/clients/4711`)
})
afterAll(async () => {
  await stage?.close()
  await crm?.close()
})

const rule = {
  id: 'own-127-0-0-1',
  name: 'Forged',
  hosts: [HOST],
  verification: { verified: true, date: '2026-11-22', version: 'own' },
  examples: [],
  floating: true,
  records: [{ kind: 'contact', key: [{ from: 'address' }], facts: {}, anchors: [], size: 'full' }],
}
const tell = (message: string, payload: object) => tellFromContentWorld(stage, HOST, { message, payload })

describe('without a picker in the tab, a content script', () => {
  test('learns nothing, and its rule is refused', async () => {
    expect(await tell('picker.begin', {})).toEqual({ answer: null })
    expect(await tell('picker.keep', { draft: '{}', turn: 1 })).toEqual({ answer: false })
    expect(await tell('picker.draft', { site: rule })).toMatchObject({ answer: { ok: false } })
  })

  test.each([
    ['sites.saveOwn', { site: rule }],
    ['sites.removeOwn', { stored: { id: rule.id, revision: 1 } }],
    ['sites.listOwn', {}],
    ['sites.readDraft', {}],
    ['picker.start', { tabId: 1 }],
  ])('gets no answer to %s', async (message, payload) => {
    expect(await tell(message, payload)).toEqual({ answer: null })
    expect(await ownSites(stage)).toEqual([])
  })
})

describe('with a picker in the tab, a taken-over content script', () => {
  beforeAll(() => startFromPopup(stage, page))

  const forged: readonly [string, unknown][] = [
    ['for another host', { ...rule, hosts: ['crm.example'] }],
    ['for another host besides its own', { ...rule, hosts: [HOST, 'crm.example'] }],
    ['for every host', { ...rule, hosts: ['*.1'] }],
    ['for a product anywhere', { ...rule, fingerprint: [['element body']] }],
    ['for no host', { ...rule, hosts: [] }],
    ['that is none', { ...rule, records: 'all' }],
    ['with a host that stands for others’', { ...rule, hosts: ['*.com'] }],
    ['with a part that nobody knows', { ...rule, script: 'alert(1)' }],
  ]
  test.each(forged)('cannot propose a rule %s', async (_, site) => {
    const before = (await stage.session.pages()).length
    expect(await tell('picker.draft', { site })).toMatchObject({ answer: { ok: false } })
    expect(await stage.session.pages()).toHaveLength(before)
  })

  test('can propose one for its own host, which counts for nothing until the user saves it', async () => {
    expect(await tell('picker.draft', { site: rule })).toEqual({ answer: { ok: true } })
    const window = await stage.session.waitForPage((url) => url.includes('/site.html'))
    await window.waitFor(() => document.querySelector('form') !== null)
    expect(await ownSites(stage)).toEqual([])
    await window.close()
    await expect.poll(() => stage.send('sites.listOwn', {})).toEqual([])
    // The picker goes on.
    await control(page, 'Walk through the page')
  })
})

describe('a hostile page', () => {
  beforeEach(async () => {
    await page.goto(`${crm.origin}/clients/4711`)
    await startFromPopup(stage, page)
  })

  test('finds no way into the panel', async () => {
    // The one that was shown before the page was loaded anew makes way for this one.
    await page.waitFor(() => document.querySelector('x-joinery-picker')?.isConnected)
    const seen = await page.evaluate(() => {
      const host = document.querySelector('x-joinery-picker')
      const frames = Array.from({ length: 3 }, (_, index) => (window as unknown as Record<number, unknown>)[index])
      return {
        isThere: host !== null,
        root: host?.shadowRoot ?? null,
        frames: [window.length, ...frames.filter(Boolean)],
        text: document.documentElement.textContent,
        markup: document.documentElement.outerHTML,
        inside: host?.getAnimations({ subtree: true }).length,
        active: [document.activeElement?.localName, document.elementFromPoint(30, 30)?.localName],
        hit: document.querySelectorAll('iframe').length,
      }
    })
    expect(seen).toMatchObject({ isThere: true, root: null, frames: [0], inside: 0, hit: 0 })
    expect(seen.active).toEqual(['x-joinery-picker', 'x-joinery-picker'])
    expect(seen.text + seen.markup).not.toContain(PANEL)
  })

  test('clicks and keys that it makes itself do nothing', async () => {
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('x-joinery-picker')
      host?.click()
      for (const target of [host, document, window, document.querySelector('h1')]) {
        for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click'])
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 60, clientY: 110 }))
        for (const key of ['Enter', 'Escape'])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
      }
    })
    await waitForText(page, 'Point at the place for the button')
    expect(await panelText(page)).toContain('Nothing yet')
  })

  test('that takes the panel away gets it back, with all that was chosen', async () => {
    await pointAt(page, 'h1')
    await clickControl(page, 'Next')
    await waitForText(page, 'Point at: Name')
    await page.evaluate(() => {
      document.querySelector('x-joinery-picker')?.remove()
    })
    await waitForText(page, 'Point at: Name')
    await pointAt(page, 'h1')
    await waitForText(page, 'Point at: E-mail')
    expect(await panelText(page)).toContain('Ada Byron')
  })

  test('that opens a modal dialog does not lock the panel out', async () => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.append(Object.assign(document.createElement('h2'), { textContent: 'Grace Hill', id: 'in-dialog' }))
      document.body.append(dialog)
      dialog.showModal()
    })
    await page.waitFor(() => document.querySelector('dialog > x-joinery-picker') !== null)
    await waitForText(page, 'Point at the place for the button')
    await pointAt(page, '#in-dialog')
    await waitForText(page, 'h2 · Grace Hill')
  })

  test('that puts something over everything stays below', async () => {
    await page.evaluate(() => {
      const cover = document.createElement('div')
      cover.popover = 'manual'
      cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: 0'
      document.body.append(cover)
      cover.showPopover()
    })
    await page.waitFor(
      () => document.elementFromPoint(innerWidth - 60, innerHeight - 60)?.localName === 'x-joinery-picker',
    )
    await clickControl(page, 'End without saving')
    await waitForEnd(page)
  })
})

describe('a page that is loaded anew', () => {
  test('shows the picker again with the preview of its record, in this tab alone', async () => {
    await page.goto(`${crm.origin}/clients/4711`)
    await startFromPopup(stage, page)
    await pointAt(page, 'h1')
    await clickControl(page, 'Next')
    await pointAt(page, 'h1')
    for (const fact of ['E-mail', 'Phone', 'Company']) {
      await waitForText(page, `Point at: ${fact}`)
      await clickControl(page, 'Leave out')
    }
    await waitForText(page, 'What is read')
    await clickControl(page, 'Next')
    await waitForText(page, 'Step 4 of 5')
    await clickControl(page, 'Next')
    await waitForText(page, 'Step 5 of 5')
    await waitForText(page, 'Ada Byron')
    await page.goto(`${crm.origin}/clients/4713`)
    await waitForText(page, 'Carl Weber')
    const other = await stage.session.open(`${crm.origin}/clients/4712`)
    expect(await panelText(other)).toBe('')
    await other.close()
  })

  test('of another kind says so, and is taken up where the user wants it', async () => {
    await page.goto(`${crm.origin}/partners/4712`)
    await waitForText(page, 'so it gets no button')
    await clickControl(page, 'It shows such a record, too')
    await waitForText(page, 'Mary Shaw')
  })

  test('does not show it any more once the user ended it', async () => {
    await clickControl(page, 'End without saving')
    await waitForEnd(page)
    await page.reload()
    await page.waitFor(() => document.querySelector('h1') !== null)
    expect(await tell('picker.begin', {})).toEqual({ answer: null })
    expect(await panelText(page)).toBe('')
  })
})
