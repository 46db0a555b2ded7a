/** A list of ten thousand records: those near the window have buttons, the rest cost nothing (invariant 9). @module */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

const RECORDS = 10_000
const HEIGHT_PIXELS = 40
/** So many windows' worth of records is near, one that is in part among them. */
const NEAR_WINDOWS = 2
/** What one frame may bring at most, on the fastest machine. */
const MOST_AT_ONCE = 200

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

const record = (
  key: string,
) => `<article data-kind="contact" data-record-id="${key}" style="height: ${HEIGHT_PIXELS}px">
  <div data-slot="title"><span data-field="first-name">Ada</span> <span data-field="last-name">${key}</span>
  <span data-field="email"><a href="mailto:${key}@example.com">${key}@example.com</a></span></div></article>`
const records = Array.from({ length: RECORDS }, (_, index) => record(`l-${index}`)).join('')

beforeEach(async () => {
  await page.goto(stage.lab.addressOf(`<script>(${keepDiary})()</script>${records}`))
  await page.waitFor(isEveryVisibleRecordServed)
})

test('what the user scrolls to has buttons, which act; nothing else has any', async () => {
  await scrollTo(0.5)
  await scrollTo(1)
  const { mounted, inWindow } = await page.evaluate((height) => {
    return { mounted: document.querySelectorAll('x-joinery').length, inWindow: Math.ceil(innerHeight / height) + 1 }
  }, HEIGHT_PIXELS)
  expect(mounted).toBeLessThanOrEqual(3 * NEAR_WINDOWS * inWindow)
  await scrollTo(0)
  await clickButton(page, 'Invite', 'l-3')
  await expectInvitedAtOnce(stage, 'l-3@example.com')
})

test('a record that comes near by being moved has buttons', async () => {
  await page.evaluate(() => {
    const articles = document.getElementsByTagName('article')
    articles[0]?.before(articles[articles.length - 1] as Node)
  })
  await page.waitFor(isEveryVisibleRecordServed)
  await clickButton(page, 'Invite', `l-${RECORDS - 1}`)
  await expectInvitedAtOnce(stage, `l-${RECORDS - 1}@example.com`)
})

test('frames pass between one part of the work and the next', async () => {
  await scrollTo(0.5)
  const { batches } = await page.evaluate(() => globalThis.diary)
  const byFrame = Map.groupBy(batches, ({ frame }) => frame)
  const counts = [...byFrame.values()].map((inFrame) => inFrame.reduce((sum, { count }) => sum + count, 0))
  expect(counts.length).toBeGreaterThan(1)
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_AT_ONCE)
})

async function scrollTo(part: number): Promise<void> {
  await page.evaluate((to) => globalThis.scrollTo(0, document.documentElement.scrollHeight * to), part)
  await page.waitFor(isEveryVisibleRecordServed)
}

/** Runs in the page from its start: notes how many elements of ours came before which frame. */
function keepDiary(): void {
  const diary = { frame: 0, batches: [] as { readonly frame: number; readonly count: number }[] }
  globalThis.diary = diary
  const next = () => {
    diary.frame += 1
    requestAnimationFrame(next)
  }
  next()
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
    const count = added.filter(({ nodeName }) => nodeName === 'X-JOINERY').length
    if (count > 0) diary.batches.push({ frame: diary.frame, count })
  }).observe(document, { childList: true, subtree: true })
}

/** Runs in the page: whether every record that is wholly in the window has our element. */
function isEveryVisibleRecordServed(): boolean {
  const visible = [...document.getElementsByTagName('article')].filter((article) => {
    const { top, bottom } = article.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
  return visible.length > 5 && visible.every((article) => article.getElementsByTagName('x-joinery').length === 1)
}

declare global {
  var diary: { frame: number; batches: { readonly frame: number; readonly count: number }[] }
}
