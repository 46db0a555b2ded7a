/** What a page forges, and what it does to our element: it starts nothing and stops nothing (invariants 2, 3 and 8). @module */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, middleOf, visibleButtons, waitForButtons } from './buttons.ts'
import { expectInvitedAtOnce, invited } from './invited.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page
let count = 0
let key: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(() => {
  count += 1
  key = `h-${count}`
})

async function openRecord(): Promise<void> {
  await page.goto(stage.lab.origin)
  await page.evaluate((of) => lab.main().append(lab.contact(of)), key)
  await waitForButtons(page, 3)
}

async function expectAtWork(): Promise<void> {
  await clickButton(page, 'Invite', key)
  await expectInvitedAtOnce(stage, `${key}@example.com`)
}

describe('what a page forges', () => {
  test('as pointer, mouse and keys starts nothing, not even between a real press and its click', async () => {
    await openRecord()
    await page.evaluate(() => {
      const host = document.querySelector('x-joinery') as HTMLElement
      const { left, top } = host.getBoundingClientRect()
      const init = { bubbles: true, composed: true, cancelable: true, detail: 1, clientX: left + 20, clientY: top + 10 }
      globalThis.forge = () => {
        for (const type of ['pointerover', 'pointerdown', 'pointerup']) host.dispatchEvent(new PointerEvent(type, init))
        for (const type of ['mousedown', 'mouseup', 'click']) host.dispatchEvent(new MouseEvent(type, init))
        for (const type of ['keydown', 'keyup']) host.dispatchEvent(new KeyboardEvent(type, { ...init, key: 'Enter' }))
        host.click()
        host.focus()
      }
      globalThis.forge()
      window.addEventListener('pointerdown', globalThis.forge, { capture: true })
    })
    const [x, y] = await middleOf(page, 'Invite', key)
    await page.mouseDown(x, y)
    await page.mouseUp(1, 1)
    const states = (await visibleButtons(page)).map(({ state }) => state)
    expect(states).toEqual(['', '', ''])
    await page.evaluate(() => window.removeEventListener('pointerdown', globalThis.forge, { capture: true }))
    await expectAtWork()
  })

  test('as messages and start events of content scripts neither stops nor starts anything', async () => {
    await page.goto(
      stage.lab.addressOf(
        `<script>addEventListener('message', ({ data }) => (globalThis.told ??= []).push(data))</script>`,
      ),
    )
    await page.evaluate((of) => lab.main().append(lab.contact(of)), key)
    await waitForButtons(page, 3)
    // We announce ourselves to nobody.
    expect(await page.evaluate(() => globalThis.told ?? [])).toEqual([])
    const extensionId = new URL(stage.session.extensionOrigin).host
    await page.evaluate((id) => {
      Object.assign(globalThis, { before: document.querySelector('x-joinery') })
      const types = [
        'wxt:content-script-started',
        'wxt:locationchange',
        'setup-changed',
        'read-page',
        'page.begin',
        'joinery.page',
      ]
      for (const type of types) {
        for (const name of ['page', 'content', id]) {
          const detail = { type, notice: type, message: type, contentScriptName: name, messageId: 'x', payload: {} }
          window.postMessage(detail, '*')
          for (const target of [document, window]) {
            target.dispatchEvent(new CustomEvent(type, { detail }))
            target.dispatchEvent(new CustomEvent(`${id}:${name}:${type}`, { detail }))
          }
        }
      }
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      document.dispatchEvent(new Event('visibilitychange'))
      window.dispatchEvent(new Event('pagehide'))
      ;(window as { navigation?: EventTarget }).navigation?.dispatchEvent(new Event('currententrychange'))
    }, extensionId)
    await until('three buttons and no more', async () => (await visibleButtons(page)).length === 3)
    await expectAtWork()
    expect(await page.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(1)
  })
})

describe('our element', () => {
  test('comes back where the page moved it away, and its copies go', async () => {
    await openRecord()
    await page.evaluate(() => {
      const host = document.querySelector('x-joinery') as Element
      document.body.append(lab.make('footer', {}, lab.make('div', {}, host.cloneNode(true), host)))
    })
    await page.waitFor(() => document.querySelector('footer x-joinery') === null)
    await page.waitFor(() => document.querySelectorAll('[data-slot=title] > x-joinery').length === 1)
    await waitForButtons(page, 3)
    await expectAtWork()
  })

  test('acts for the record that it stands in, wherever the page moved it first', async () => {
    await openRecord()
    const before = await invited(stage)
    await page.evaluate((of) => {
      const other = lab.contact(`${of}-other`)
      other.querySelector('[data-slot]')?.removeAttribute('data-slot')
      lab.main().append(other)
      other.append(document.querySelector('x-joinery') as Element)
    }, key)
    await waitForButtons(page, 3)
    // Mounted anew at the first look after the move, they may be gone for a moment.
    await expect.poll(async () => (await visibleButtons(page)).map(({ host }) => host)).toEqual([key, key, key])
    await expectAtWork()
    expect(before).not.toBe(`${key}@example.com`)
  })
})

declare global {
  var told: string[]
  var forge: () => void
}
