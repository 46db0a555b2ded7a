/** The language that a user chooses, other than the browser's: in our pages, in the background's answers, in CRM pages. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { waitForButtons } from './buttons.ts'
import { enableSite, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
})
afterAll(() => stage?.close())

const look = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
  }))

async function choose(language: string): Promise<void> {
  const { desk, session } = stage
  await desk.goto(`${session.extensionOrigin}/options.html#about`)
  await desk.waitFor(() => document.querySelector('#language') !== null)
  await desk.evaluate((value) => {
    const select = document.querySelector<HTMLSelectElement>('#language')
    if (select === null) return
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }, language)
  await desk.waitFor((value) => document.documentElement.lang.startsWith(value || 'en'), language)
  await desk.waitFor(() => document.querySelector('h1') !== null)
}

test('our pages speak it, from right to left where it is written so', async () => {
  expect(await look(stage.desk)).toMatchObject({
    title: 'Joinery settings',
    lang: expect.stringMatching(/^en/),
    dir: 'ltr',
  })
  await choose('he')
  expect(await look(stage.desk)).toEqual({ title: 'ההגדרות של Joinery', heading: 'אודות', lang: 'he', dir: 'rtl' })
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=0`)
  await popup.waitFor(() => document.documentElement.lang === 'he' && document.documentElement.dir === 'rtl')
  await popup.close()
})

test('what the background answers is in it, with the forms of its plurals', async () => {
  await choose('ru')
  const refused = await stage.send('desk.saveShortcut', {
    name: ' ',
    accountId: '0'.repeat(32),
    action: 'join',
    inPage: true,
  })
  expect(refused).toMatchObject({ ok: false, problem: { text: 'Не указано название.' } })
})

test('without a choice it is the browser’s again', async () => {
  await choose('')
  expect(await look(stage.desk)).toMatchObject({ title: 'Joinery settings', dir: 'ltr' })
})

test('buttons in pages that are open speak it at once', async () => {
  await save(stage, 'vault.lock', {})
  await crm.reload()
  expect((await waitForButtons(crm, 1))[0]?.label).toBe('Unlock Joinery')
  await stage.desk.evaluate(() => {
    const { storage } = ((globalThis as Extended).browser ?? (globalThis as Extended).chrome) as Extension
    return storage.local.set({ language: 'de' })
  })
  await expect.poll(async () => (await waitForButtons(crm, 1))[0]?.label).toBe('Joinery entsperren')
})

interface Extension {
  readonly storage: { readonly local: { set(values: object): Promise<void> } }
}

type Extended = typeof globalThis & { readonly browser?: Extension; readonly chrome?: Extension }
