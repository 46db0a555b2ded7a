/** The journal, the plugins, the self-check and the diagnosis report: what a user finds of what was done, and hands on. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons, waitForState } from './buttons.ts'
import { randomText } from './canaries.ts'
import { openSection, tabIdOf } from './own-pages.ts'
import { enableSite, makeVault, openStage, type Stage, save, saveMe } from './stage.ts'

const account = randomText()
const room = randomText()
const profile = { firstName: 'Joe', lastName: 'Smith', username: 'joe@smith.com', email: 'joe@smith.com' }

let stage: Stage
let desk: Page
let crm: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
  await makeVault(stage)
  await saveMe(stage, { ...profile, company: randomText() })
  const settings = { companyId: stage.company.id, companyPass: stage.company.password }
  const accountId = await save(stage, 'desk.saveAccount', { pluginId: 'com.omnovia', name: account, settings })
  const targetId = await save(stage, 'desk.saveTarget', { accountId, fields: { label: room, roomId: '5678' } })
  const shortcut = { accountId, targetId, inPage: true }
  await save(stage, 'desk.saveShortcut', { ...shortcut, name: 'Enter', action: 'join' })
  await save(stage, 'desk.saveShortcut', { ...shortcut, name: 'Ask in', action: 'invite' })
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
})
afterAll(() => stage?.close())

describe('what was done', () => {
  test('in pages and in the popup stands in the journal, failures too', async () => {
    await waitForButtons(crm, 2)
    await clickButton(crm, 'Ask in')
    await waitForState(crm, 'Ask in', 'done')
    const link = await stage.session.clipboardText()
    await crm.goto(`${stage.crm.origin}/contacts/c-1005`)
    await waitForButtons(crm, 2)
    await clickButton(crm, 'Ask in')
    await waitForState(crm, 'Ask in', 'error')
    const visits = stage.rooms.visits.length
    const popup = await stage.session.open(
      `${stage.session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, stage.crm.origin)}`,
    )
    await popup.waitFor(() => document.querySelectorAll('[role="option"]').length === 2)
    await popup.waitFor(() => document.activeElement?.getAttribute('role') === 'combobox')
    await popup.press('End')
    await popup.press('Enter')
    await stage.rooms.visit(visits)

    await desk.goto(`${stage.session.extensionOrigin}/options.html#journal`)
    await waitForLines(3)
    const [last, refused, first] = await lines()
    expect(last).toMatch(new RegExp(`^Join · ${room}`))
    expect(last).toContain('Contact c-1005')
    expect(last).toContain('by Joe Smith')
    expect(last).toMatch(/Done$/)
    expect(refused).toContain('cannot carry')
    expect(refused).toMatch(/Failed$/)
    expect(first).toContain(`${account} · for Jane Doe`)
    expect(first).toContain(new URL(stage.crm.origin).host)
    expect(await desk.evaluate(() => document.querySelector('.journal-day')?.textContent)).toContain(
      String(new Date().getFullYear()),
    )
    await expectNothingSecret(link)
  })

  test('is found by text, by outcome and by day', async () => {
    await desk.press('Tab')
    await desk.fill('input[type="search"]', 'DOE jane')
    await waitForLines(1)
    expect((await lines())[0]).toContain('Invite')
    await desk.fill('input[type="search"]', 'nobody')
    await desk.waitFor(() => document.querySelector('.nothing')?.textContent === 'No line fits.')
    await desk.click('.journal-clear')
    await waitForLines(3)
    await desk.select('select[id$=".outcome"]', 'failed')
    await waitForLines(1)
    expect((await lines())[0]).toContain('c-1005')
    await desk.select('select[id$=".outcome"]', '')
    await waitForLines(3)
    await setDay('.from', '2099-01-01')
    await waitForLines(0)
    await desk.click('.journal-clear')
    await waitForLines(3)
  })

  test('is saved as a table, in which nothing is secret', async () => {
    await desk.evaluate(catchFiles)
    await desk.click('.journal-head .button')
    await desk.waitFor(() => (globalThis as unknown as Caught).caught !== undefined)
    const csv = await desk.evaluate(() => (globalThis as unknown as Caught).caught)
    const rows = String(csv).trimEnd().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[3]).toContain(`Joe Smith,Jane Doe,Invite,${account},${room},`)
    expect(rows[2]).toMatch(/,Failed,unsafe$/)
    expect(csv).not.toContain(stage.company.password)
    expect(csv).not.toMatch(/room_login|_t=/)
  })

  test('goes with the account’s name when that is removed, and says so', async () => {
    const { accounts } = (await stage.send('desk.read', {})) as { accounts: readonly { id: string }[] }
    const spare = await save(stage, 'desk.saveAccount', {
      pluginId: 'com.omnovia',
      name: 'Spare',
      settings: { companyId: stage.company.id, companyPass: stage.company.password },
    })
    expect(accounts).toHaveLength(1)
    const run = { runId: spare, accountId: spare, action: 'join', targetId: spare, input: {} }
    expect(await stage.send('action.run', run)).toMatchObject({ ok: false })
    await save(stage, 'desk.remove', { id: spare })
    await desk.reload()
    await waitForLines(4)
    expect((await lines())[0]).toContain('Removed account')
  })
})

describe('how long it is kept', () => {
  test('is the user’s choice, and fewer days take lines along only after a question', async () => {
    await desk.select('select[id$=".days"]', '0')
    await desk.click('dialog .button:not(.button-danger)')
    await desk.waitFor(() => document.querySelector('dialog') === null)
    expect(await desk.evaluate(() => document.querySelector<HTMLSelectElement>('select[id$=".days"]')?.value)).toBe(
      '90',
    )
    await desk.select('select[id$=".days"]', '0')
    await desk.click('dialog .button-danger')
    await desk.waitFor(() => document.querySelector('.nothing')?.textContent === 'No journal is kept.')
    await crm.goto(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(crm, 2)
    await clickButton(crm, 'Ask in')
    await waitForState(crm, 'Ask in', 'done')
    await desk.goto(`${stage.session.extensionOrigin}/options.html#journal`)
    await desk.select('select[id$=".days"]', '365')
    await desk.waitFor(() => document.querySelector('.nothing')?.textContent === 'Nothing was done yet.')
    await crm.goto(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(crm, 2)
    await clickButton(crm, 'Ask in')
    await waitForState(crm, 'Ask in', 'done')
  })

  test('new lines come by themselves, and it is emptied after a question, by keyboard alone', async () => {
    await waitForLines(1)
    await desk.evaluate(() => document.querySelector<HTMLElement>('.form .button-danger')?.focus())
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('dialog[open]') !== null)
    await desk.press('Tab')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.message-done')?.textContent === 'The journal is empty.')
    await waitForLines(0)
  })
})

test('plugins say in words what they may do, and which accounts use them', async () => {
  await openSection(desk, 'plugins')
  const cards = await desk.evaluate(() => [...document.querySelectorAll('.plugin')].map((card) => card.textContent))
  expect(cards[0]).toContain('Open pages of www.omnovia.com')
  expect(cards[0]).toContain(account)
  expect(cards.find((card) => card?.includes('Netviewer'))).toContain('with your client certificate')
  expect(cards.find((card) => card?.includes('REACH'))).toContain('teamviewerapi:')
})

describe('about', () => {
  test('the self-check finds everything in order', async () => {
    await openSection(desk, 'about')
    await desk.click('section[aria-labelledby="self-check"] .button')
    await desk.waitFor(
      () => document.querySelector('.message-done') !== null || document.querySelector('.check-failed'),
    )
    expect(
      await desk.evaluate(() => [...document.querySelectorAll('.check-failed')].map((one) => one.textContent)),
    ).toEqual([])
    expect(await desk.evaluate(() => document.querySelectorAll('.check-passed').length)).toBe(12)
  })

  test('the report that is copied names products, codes and numbers, and nobody and nothing else', async () => {
    await crm.goto(`${stage.crm.origin}/contacts/c-1005`)
    await waitForButtons(crm, 2)
    await clickButton(crm, 'Ask in')
    await waitForState(crm, 'Ask in', 'error')
    await desk.goto(`${stage.session.extensionOrigin}/options.html#about`)
    await desk.click('section[aria-labelledby="report"] .button')
    await desk.waitFor(() => document.querySelector('textarea.report') !== null)
    await desk.click('section[aria-labelledby="report"] .button-primary')
    await desk.waitFor(() => document.querySelector('section[aria-labelledby="report"] .message-done') !== null)
    const text = await stage.session.clipboardText()
    const report = JSON.parse(text)
    expect(report).toMatchObject({
      plugins: { 'com.omnovia': expect.any(String) },
      sites: { products: [], others: 1 },
      numbers: { accounts: { 'com.omnovia': 1 }, targets: 1, shortcuts: 2 },
      failures: [{ plugin: 'com.omnovia', action: 'invite', code: 'unsafe' }],
      selfCheck: { vault: true, damage: true, registration: true },
    })
    const names = [account, room, ...Object.values(profile), 'Jane', 'c-1005', stage.company.id, stage.passphrase]
    for (const canary of [...names, stage.company.password, new URL(stage.crm.origin).host, '127.0.0.1']) {
      expect(text).not.toContain(canary)
    }
  })

  test('both are there for somebody who cannot unlock', async () => {
    await openSection(desk, 'me')
    await save(stage, 'vault.lock', {})
    await desk.waitFor(() => document.querySelector('.unlock') !== null)
    await desk.click('a[href="#about"]')
    await desk.click('section[aria-labelledby="report"] .button')
    await desk.waitFor(() => document.querySelector('textarea.report') !== null)
    const report = await desk.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea.report')?.value)
    expect(JSON.parse(String(report))).toMatchObject({
      vault: 'locked',
      selfCheck: { storage: true, registration: true },
    })
    await desk.click('main a[href="#me"]')
    await desk.waitFor(() => document.querySelector('.unlock') !== null)
  })
})

interface Caught {
  caught?: string
}

// Runs in the page: what it would save is kept instead.
function catchFiles(): void {
  URL.createObjectURL = (blob) => {
    void (blob as Blob).text().then((text) => {
      ;(globalThis as unknown as Caught).caught = text
    })
    return '#journal'
  }
}

async function setDay(field: string, day: string): Promise<void> {
  await desk.evaluate(
    (selector, value) => {
      const input = document.querySelector<HTMLInputElement>(`input[id$="${selector}"]`)
      if (input === null) throw new Error(`There is no ${selector}`)
      input.value = value
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    field,
    day,
  )
}

async function lines(): Promise<readonly string[]> {
  return await desk.evaluate(() =>
    [...document.querySelectorAll('.journal-line')].map((line) => line.textContent ?? ''),
  )
}

async function waitForLines(count: number): Promise<void> {
  await desk.waitFor(
    (expected) =>
      document.querySelectorAll('.journal-line').length === expected &&
      document.querySelector('.content .nothing, .journal-line') !== null,
    count,
  )
}

async function expectNothingSecret(link: string): Promise<void> {
  const shown = await desk.evaluate(() => document.documentElement.outerHTML)
  const read = JSON.stringify(await stage.send('journal.read', { text: '', limit: 1000 }))
  for (const secret of [stage.company.password, link, 'room_login', stage.passphrase]) {
    expect(shown).not.toContain(secret)
    expect(read).not.toContain(secret)
  }
}
