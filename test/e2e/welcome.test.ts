/** The welcome page: four steps by keyboard alone, skipped and come back to, and the demo from beginning to end. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type } from './own-pages.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  page = await stage.session.waitForPage((url) => url.endsWith('/welcome.html'))
})
afterAll(() => stage?.close())

const heading = () => page.evaluate(() => document.querySelector('.welcome-step h1, .welcome-step h2')?.textContent)
const current = () => page.evaluate(() => document.querySelector('[aria-current=step]')?.textContent)

/** Goes on with the Tab key until something of these words has the focus. */
async function tabTo(words: string, key: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (focused === words) return
    await page.press(key)
  }
  throw new Error(`The Tab key does not come to “${words}”`)
}

/** A step that comes takes the focus; a key that is pressed before goes elsewhere. */
async function stepComes(title: string): Promise<void> {
  await expect.poll(heading).toBe(title)
  await page.waitFor(() => document.querySelector('.welcome-step')?.contains(document.activeElement))
}

/** A step's form takes the focus when it is there. */
const fieldHasFocus = () => page.waitFor(() => document.activeElement?.matches('input, select') === true)

async function press(words: string, key = 'Tab'): Promise<void> {
  await tabTo(words, key)
  await page.press('Enter')
}

test('opens by itself after the installation, at its first step', async () => {
  await page.waitFor(() => document.querySelector('[aria-current=step]') !== null)
  expect(await heading()).toBe('Language')
})

test('an account and a site may wait until there is a passphrase, and steps may be skipped', async () => {
  await press('Next')
  await expect.poll(current).toContain('Passphrase')
  await fieldHasFocus()
  await press('Skip for now')
  await stepComes('First account')
  expect(await page.evaluate(() => document.querySelector('.welcome-step p')?.textContent)).toMatch(
    /^Choose a passphrase/,
  )
  await press('Back')
  await stepComes('Choose a passphrase')
})

test('the passphrase is chosen', async () => {
  await page.waitFor(() => document.querySelectorAll('input[type=password]').length === 2)
  await page.fill('input[type=password]', stage.passphrase)
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('input[type=password]')[1]?.focus())
  await type(page, stage.passphrase)
  await page.press('Enter')
  await page.waitFor(() => document.querySelector('.welcome-step')?.textContent?.includes('There is a passphrase'))
})

test('the demo is joined without an account', async () => {
  await press('Next')
  await stepComes('Try it without an account')
  await fieldHasFocus()
  // It stands before the form.
  await press('Start the demo', 'Shift+Tab')
  await page.waitFor(() => document.querySelector('.demo-offer')?.textContent?.includes('End the demo'))
  await press('Join Demo lobby')
  const room = await stage.session.waitForPage((url) => url.includes('/demo-room.html?'))
  await room.waitFor(() => document.querySelector('h1')?.textContent === 'Demo lobby')
  expect(await room.url()).toContain(stage.session.extensionOrigin)
  await room.close()
})

test('ended, the demo leaves nothing behind', async () => {
  await press('End the demo')
  await page.waitFor(() => document.querySelector('.demo-offer')?.textContent?.includes('Start the demo'))
  expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [], shortcuts: [] })
  expect(await stage.send('desk.findTargets', { query: '', limit: 10 })).toEqual({ targets: [], more: false })
})

test('opened again, it goes on where something is left to do, and ends with what comes next', async () => {
  await page.goto(`${stage.session.extensionOrigin}/welcome.html`)
  await page.waitFor(() => document.querySelector('.demo-offer') !== null)
  await fieldHasFocus()
  await press('Skip for now')
  await stepComes('First site')
  await press('Skip for now')
  await stepComes('Ready')
})
