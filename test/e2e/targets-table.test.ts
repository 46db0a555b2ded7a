/** The table of targets: imported from a file, found, chosen by keys, changed many at once, saved as a file. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { openStage, type Stage, setUpOrganisation } from './stage.ts'

const ROWS = 2000
const MANY_MILLISECONDS = 45_000
const numberOf = (row: number) => row + 10_000
/** How many have these digits in their name or number. */
const countWith = (digits: string) =>
  Array.from({ length: ROWS }, (_, row) => `${row} ${numberOf(row)}`).filter((all) => all.includes(digits)).length
const WITH_0 = countWith('0')
const WITH_12 = countWith('12')

let stage: Stage
let desk: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  ;({ desk } = stage)
  await desk.setViewport?.(1100, 900)
})
afterAll(() => stage?.close())

async function open(place: string): Promise<void> {
  await desk.goto(`${stage.session.extensionOrigin}/options.html#${place}`)
  // Another hash is no other page, and this one was open before anything was set up.
  await desk.reload()
}

async function counts(): Promise<{ readonly rows: string | null; readonly chosen: string }> {
  return await desk.evaluate(() => ({
    rows: document.querySelector('.target-grid')?.getAttribute('aria-rowcount') ?? null,
    chosen: document.querySelector('.chosen-bar [role=status]')?.textContent ?? '',
  }))
}

async function clickButton(words: string): Promise<void> {
  await desk.waitFor(
    (text) =>
      [...document.querySelectorAll('main button, main a')].some((each) => each.textContent?.trim().startsWith(text)),
    words,
  )
  await desk.evaluate((text) => {
    const found = [...document.querySelectorAll<HTMLElement>('main button, main a, dialog button')]
      .toReversed()
      .find((each) => each.textContent?.trim().startsWith(text))
    found?.click()
  }, words)
}

/** As one does with a table: to type so many lines takes a browser seconds. */
async function paste(selector: string, text: string): Promise<void> {
  await desk.waitFor((wanted) => document.querySelector(wanted), selector)
  await desk.evaluate((copied) => {
    const source = document.createElement('textarea')
    document.body.append(source)
    source.value = copied
    source.select()
    document.execCommand('copy')
    source.remove()
  }, text)
  await desk.click(selector)
  await desk.press('Control+v')
  await desk.waitFor((wanted) => document.querySelector<HTMLTextAreaElement>(wanted)?.value !== '', selector)
}

/** So many rows take longer than a single step of a page may. */
async function waitForMany(words: string): Promise<void> {
  const isSaid = (text: string) =>
    [...document.querySelectorAll('.message-done')].some((each) => each.textContent?.startsWith(text))
  await until(`“${words}”`, () => desk.evaluate(isSaid, words), { milliseconds: MANY_MILLISECONDS })
}

test('a table of another program’s making is read, mapped and stored; wrong rows are told with what is wrong', async () => {
  await open('targets/import')
  const lines = Array.from({ length: ROWS }, (_, row) => `Saal ${row};${numberOf(row)}`)
  await paste('textarea', ['NAME;Raumnummer;Remark', ...lines, 'Wrong;no number'].join('\n'))
  await clickButton('Read')
  await desk.waitFor(() => document.querySelector('.table tbody tr') !== null)
  expect(await desk.evaluate(() => document.querySelector('.result [role=status]')?.textContent)).toMatch(
    /2001 are new/,
  )
  await clickButton('Import 2001 rows')
  await waitForMany('2000 rows were stored')
  expect(await desk.evaluate(() => document.querySelector('ul.plain')?.textContent)).toMatch(/^Line 2002: /)
})

test('of many rows only those in sight are drawn; typing filters them', async () => {
  await open('targets')
  await desk.waitFor(
    (rows) => document.querySelector('.target-grid')?.getAttribute('aria-rowcount') === rows,
    String(ROWS + 3),
  )
  expect(await desk.evaluate(() => document.querySelectorAll('.target-row').length)).toBeLessThan(60)
  await desk.fill('input[type=search]', 'saal 1234')
  await expect.poll(async () => (await counts()).rows).toBe('2')
  await desk.fill('input[type=search]', 'saal 12')
  await expect.poll(async () => (await counts()).rows).toBe(String(WITH_12 + 1))
})

test('keys go from row to row, choose ranges and all, and open the form', async () => {
  await desk.evaluate(() => document.querySelector<HTMLElement>('.target-grid')?.focus())
  await desk.press('ArrowDown')
  await desk.press('Space')
  await desk.press('Shift+ArrowDown')
  await desk.press('Shift+ArrowDown')
  expect((await counts()).chosen).toBe('3 are chosen.')
  await desk.press('Control+a')
  expect((await counts()).chosen).toBe(`${WITH_12} are chosen.`)
  await desk.press('End')
  await desk.waitFor(
    (rows) => document.querySelector('.target-active')?.getAttribute('aria-rowindex') === rows,
    String(WITH_12 + 1),
  )
  await desk.press('Enter')
  await desk.waitFor(() => location.hash.startsWith('#targets/') && document.querySelector('form') !== null)
  await open('targets')
})

test('many get the same value at once, and many are removed after a question', async () => {
  await desk.waitFor(() => document.querySelector('.target-row') !== null)
  await desk.fill('input[type=search]', 'saal 0')
  await expect.poll(async () => (await counts()).rows).toBe(String(WITH_0 + 1))
  await desk.evaluate(() => document.querySelector<HTMLElement>('.target-grid')?.focus())
  await desk.press('Control+a')
  await clickButton('Remove')
  await desk.waitFor(() => document.querySelector('dialog[open] input') !== null)
  await desk.fill('dialog input', WITH_0.toLocaleString('en'))
  await clickButton('Remove')
  await waitForMany(`${WITH_0} were changed`)
  await desk.fill('input[type=search]', '')
  await expect.poll(async () => (await counts()).rows).toBe(String(ROWS - WITH_0 + 3))
})
