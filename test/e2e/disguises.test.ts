/** What a hostile page does to have its own click taken for a click on our button (invariant 2). @module */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { buttonNamed, comeTo, noteText, waitForButtons } from './buttons.ts'
import { textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

const MASK = 'mask-image: linear-gradient(transparent, transparent)'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(async () => {
  await page.goto(stage.lab.origin)
  await page.evaluate(() => {
    const form = lab.make('form', { id: 'around' }, lab.contact('c-1'))
    lab.main().append(lab.make('div', {}, form))
  })
  await waitForButtons(page, 3)
})

async function expectRefused(act: () => Promise<void>): Promise<void> {
  const before = stage.rooms.visits.length
  await act()
  expect(await noteText(page)).toMatch(/covers this button/)
  expect(stage.rooms.visits).toHaveLength(before)
}

/** A place within "Join Support". */
async function place(): Promise<readonly [number, number]> {
  const { box } = await buttonNamed(page, 'Join Support')
  return [(box?.x ?? 0) + 30, (box?.y ?? 0) + 14]
}

test('a button that is blown up until its bare surface lies over the whole page', async () => {
  await page.evaluate(() => {
    const host = document.querySelector('x-joinery') as HTMLElement
    host.style.cssText =
      'color: transparent; position: fixed; left: 0; top: 0; transform: scale(60); transform-origin: 0 50%'
  })
  await expectRefused(() => page.clickAt(700, 300))
})

test('a mask inside a shadow root into which our element is slotted', async () => {
  const [x, y] = await place()
  await page.evaluate((style) => {
    const around = lab.make('div', { style }, document.createElement('slot'))
    lab.main().attachShadow({ mode: 'open' }).append(around)
  }, MASK)
  await expectRefused(() => page.clickAt(x, y))
})

test('a mask that hides behind a form whose parent is one of its inputs', async () => {
  const [x, y] = await place()
  await page.evaluate((style) => {
    for (const name of ['parentElement', 'parentNode']) {
      document.body.append(lab.make('input', { name, form: 'around', hidden: '' }))
    }
    document.querySelector('main > div')?.setAttribute('style', style)
  }, MASK)
  await expectRefused(() => page.clickAt(x, y))
})

test('a cover that goes when the pointer is pressed is asked about', async (context) => {
  // Firefox has no visibility observer; such a cover is not detectable there.
  if (inject('browser') === 'firefox') return context.skip('Firefox cannot tell')
  const [x, y] = await place()
  await page.evaluate(() => {
    const cover = document.body.appendChild(document.createElement('div'))
    cover.style.cssText = 'position: fixed; inset: 0; background: white; pointer-events: none; z-index: 9'
    const clock = globalThis as { pressedAt?: number }
    const uncover = () => {
      cover.remove()
      clock.pressedAt = performance.now()
    }
    window.addEventListener('pointerdown', uncover, { capture: true, once: true })
  })
  await comeTo(page, x, y)
  // As long as a person's finger rests on the button of the mouse: long enough for the observer to see the change.
  await page.evaluate(() =>
    new Promise((resolve) => new IntersectionObserver(resolve, { delay: 100 } as object).observe(document.body)).then(
      () => null,
    ),
  )
  await page.mouseDown(x, y)
  await page.waitFor(() => performance.now() - ((globalThis as { pressedAt?: number }).pressedAt ?? Number.NaN) > 200)
  const before = stage.rooms.visits.length
  await page.mouseUp(x, y)
  const asking = await waitForConfirm(stage.session)
  expect(await textOfConfirm(asking)).toMatch(/lies over the button/)
  await asking.close()
  expect(stage.rooms.visits).toHaveLength(before)
})

test('a button far outside the page, reached by the keyboard', async () => {
  await page.evaluate(() => lab.main().setAttribute('style', 'position: fixed; left: -5000px'))
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a')) link.setAttribute('tabindex', '-1')
  })
  await page.press('Tab')
  await expectRefused(() => page.press('Enter'))
})
