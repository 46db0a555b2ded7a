/** The buttons survive what pages do to them: never missing, never doubled, gone with their record (invariant 8). @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, visibleButtons } from './buttons.ts'
import type { Lab } from './lab.ts'
import { habits } from './page-habits.ts'
import { enableSite, OMNOVIA, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  const desk = (await stage.send('desk.read', {})) as { shortcuts: { id: string; name: string }[] }
  for (const { id, name } of desk.shortcuts) {
    if (name !== 'Join Support') await save(stage, 'desk.remove', { id })
  }
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

/** Resolves 1.5 s after the page has done what it does. */
async function settle(): Promise<void> {
  const end = performance.now() + 1500
  await page.waitFor((milliseconds: number) => {
    const clock = globalThis as { labStart?: number }
    clock.labStart ??= performance.now()
    return performance.now() - clock.labStart > milliseconds
  }, end - performance.now())
}

describe('1.5 s after the page has acted, there is the right number of working buttons', () => {
  test.each(habits)('$name', async ({ act, buttons, elements = buttons }) => {
    await page.goto(stage.lab.origin)
    await page.evaluate(act)
    await settle()
    const found = await visibleButtons(page)
    expect(found.map(({ label }) => label)).toEqual(Array.from({ length: buttons }, () => 'Join Support'))
    // Nothing of ours is left anywhere else, open shadow roots included.
    const count = await page.evaluate(() => {
      const cards = [...document.querySelectorAll('crm-contact-card')].map(({ shadowRoot }) => shadowRoot)
      return [document, ...cards].reduce((sum, root) => sum + (root?.querySelectorAll('x-joinery').length ?? 0), 0)
    })
    expect(count).toBe(elements)
    // None dead: the last one, the likeliest to be a leftover, opens the room.
    const last = found.at(-1)
    if (last === undefined) return
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join Support', last.host)
    expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5678')
    await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  })
})

test('a page that takes the button out at every change is given way to, after about ten times', async () => {
  await page.goto(stage.lab.origin)
  await page.evaluate(() => {
    const counter = globalThis as unknown as { taken: number; lab: Lab }
    counter.taken = 0
    new MutationObserver(() => {
      const ours = document.querySelector('x-joinery')
      if (ours === null) return
      counter.taken += 1
      ours.remove()
    }).observe(document, { childList: true, subtree: true })
    counter.lab.main().append(counter.lab.contact('c-1'))
    // Much faster than once a second, which is no fight: on a busy machine, too.
    setInterval(() => counter.lab.main().append('.'), 20)
  })
  await page.waitFor(() => (globalThis as unknown as { taken: number }).taken >= 10)
  // The page goes on changing, and nothing more is taken out.
  const taken = await page.evaluate(async () => {
    const counter = globalThis as unknown as { taken: number }
    for (let before = -1; counter.taken !== before; ) {
      before = counter.taken
      await new Promise((resolve) => setTimeout(resolve, 1500))
    }
    return counter.taken
  })
  expect(taken).toBeGreaterThanOrEqual(10)
  expect(taken).toBeLessThanOrEqual(12)
})
