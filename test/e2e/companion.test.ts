/** A plugin in an extension of its own: announced, allowed, at work, suspended, revoked; and a stranger who forges all that. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { rustdesk } from '../../sdk/examples/companion/src/plugin.ts'
import { dataHalf } from '../../sdk/src/companion.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { ALL_RULES, violations } from './axe.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { type CompanionStage, openCompanionStage, say } from './companion-stage.ts'
import { save } from './stage.ts'

const LINK = 'rustdesk://connection/new/123456789'
const data = dataHalf(rustdesk)

let stage: CompanionStage
let contact: Page
let companionId: string
let strangerId: string

beforeAll(async () => {
  stage = await openCompanionStage(inject('browser'))
  companionId = await idOf(stage.companion)
  strangerId = await idOf(stage.stranger)
})
afterAll(() => stage?.close())

test('that it asks is told in the popup, which leads to the place where that is decided', async () => {
  const popup = await openPopup()
  await textWith(popup, 'An extension asks to bring a plugin.')
  await popup.click('.warning button')
  const settings = await stage.session.waitForPage((url) => url.endsWith('/options.html#plugins'))
  await settings.waitFor((wanted) => document.querySelector(wanted) !== null, card(companionId))
  await settings.close()
})

test('it asks to be allowed, with what it may do in words; until then there is no such plugin', async () => {
  await openPlugins()
  const words = await textOf(card(companionId))
  expect(words).toContain('Asks to be allowed')
  expect(words).toContain('Hand links that begin with “rustdesk:” to their program on your computer')
  expect(words).toContain('Call whatever its own permissions in the browser allow')
  expect(words).toContain('Get what else you enter for it: Always connect through the relay server, RustDesk ID, Name')
  expect(words).not.toContain('It calls no server')
  expect(await violations(stage.desk, ALL_RULES)).toEqual([])
  expect(await offered()).not.toContain('RustDesk')
  const reply = await stage.send('desk.saveAccount', { pluginId: rustdesk.id, name: 'RustDesk', settings: {} })
  expect(reply).toMatchObject({ ok: false })
})

test('once it is allowed, its plugin is one like any other', async () => {
  await openPlugins()
  await stage.desk.click(`${card(companionId)} .allow`)
  await stateWith(companionId, 'Allowed')
  const popup = await openPopup()
  expect(await popup.evaluate(() => document.querySelector('.warning'))).toBeNull()
  await popup.close()
  expect(await offered()).toContain('RustDesk')
  const accountId = await save(stage, 'desk.saveAccount', { pluginId: rustdesk.id, name: 'Service desk', settings: {} })
  const fields = { deviceId: '123 456 789', label: 'Reception' }
  const targetId = await save(stage, 'desk.saveTarget', { accountId, fields })
  await save(stage, 'desk.saveShortcut', {
    name: 'Remote',
    accountId,
    action: 'control',
    targetId,
    inPage: true,
  })
  contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(contact, 1)
  const control = await openControl()
  await textWith(control, 'Control Reception')
  await control.click('.start')
  expect(await stage.handler.link(0)).toBe(LINK)
  await textWith(control, 'Reception was handed over')
  await close(control)
  await companionSays('Joinery uses this plugin.')
})

describe('a stranger’s extension', () => {
  const tell = (message: object, to = stage.hostId) => say(stage.stranger, to, message)
  const announce = (plugin: object) => tell({ joinery: 1, type: 'announce', plugin })

  test.each([
    ['an outcome', { joinery: 1, type: 'ran', runId: 'a', plugin: data.id, outcome: { type: 'app', url: LINK } }],
    ['a link under a known run', { joinery: 1, type: 'run', runId: 'a', plugin: data.id, action: 'control' }],
    ['half a megabyte', { joinery: 1, type: 'announce', plugin: data, more: 'x'.repeat(500_000) }],
  ])('is told that %s is nothing', async (_name, message) => {
    expect(await tell(message)).toMatchObject({ state: 'malformed' })
  })

  test('is not taken for the companion, nor for a plugin of ours', async () => {
    expect(await announce({ ...data, permissions: { open: ['https://evil.example/*'] } })).toMatchObject({
      state: 'taken',
    })
    expect(await announce({ ...data, id: 'com.teamviewer.reach' })).toMatchObject({ state: 'taken' })
  })

  test('gets no answer to our own messages, nor from the companion', async () => {
    expect(await tell({ message: 'desk.read', payload: {} })).toBe('nothing')
    expect(await tell({ message: 'companions.allow', payload: {} })).toBe('nothing')
    expect(await tell({ joinery: 1, type: 'who' }, companionId)).toBe('nothing')
    const run = {
      joinery: 1,
      type: 'run',
      runId: 'a',
      plugin: data.id,
      action: 'control',
      now: 1,
      input: {},
      person: {},
    }
    const values = { account: { relay: false }, target: { deviceId: '123456789', label: 'x' } }
    expect(await tell({ ...run, ...values }, companionId)).toBe('nothing')
  })

  test('may ask like everybody; its markup is text, and it is heard no more when it asks too often', async () => {
    const name = '<img src="https://evil.example/x.png"> Reception'
    expect(await announce({ ...data, id: 'example.stranger', name })).toMatchObject({ state: 'asks' })
    await openPlugins()
    expect(await textOf(card(strangerId))).toContain(name)
    expect(await stage.desk.evaluate(() => document.querySelectorAll('.companions img').length)).toBe(0)
    await stage.desk.click(`${card(strangerId)} .refuse`)
    await stateWith(strangerId, 'Not allowed')
    const states: unknown[] = []
    for (let count = 0; count < 10; count += 1) states.push(await announce({ ...data, id: 'example.stranger', name }))
    expect(states[0]).toMatchObject({ state: 'refused' })
    expect(states.at(-1)).toMatchObject({ state: 'busy' })
  })

  test('changed nothing', async () => {
    expect(stage.handler.links()).toEqual([LINK])
    expect(await offered()).not.toContain('Reception')
    await openPlugins()
    expect(await textOf(card(companionId))).toContain('Allowed')
  })
})

test('a version that asks for more is suspended until that is allowed, too', async () => {
  await stage.update()
  await reload()
  await companionSays('This version asks for more than you allowed')
  await openPlugins()
  await stateWith(companionId, 'asks for more than you allowed')
  const words = await textOf(card(companionId))
  expect(words).toContain('Open pages of web.rustdesk.example')
  expect(words).toContain('Get the passwords and keys that you enter for it: Console password')
  expect(words).not.toContain('Reach into somebody’s computer')
  const control = await openControl()
  await control.click('.start')
  await textWith(control, 'This plugin asks for more than you allowed')
  expect(stage.handler.links()).toEqual([LINK])
  await control.close()
  await openPlugins()
  await stage.desk.click(`${card(companionId)} .allow`)
  await stateWith(companionId, 'Allowed')
  const again = await openControl()
  await again.click('.start')
  expect(await stage.handler.link(1)).toBe(LINK)
  await close(again)
})

test('what was allowed is taken back: the plugin is gone, and its button; allowed again, both are back', async () => {
  await openPlugins()
  await stage.desk.click(`${card(companionId)} .revoke`)
  await stage.desk.click('dialog .button-danger')
  await stateWith(companionId, 'Not allowed')
  expect(await offered()).not.toContain('RustDesk')
  await waitForButtons(contact, 0)
  await openPlugins()
  expect(await textOf(card(companionId))).toContain('It gets what is stored in them: Service desk')
  await stage.desk.click(`${card(companionId)} .allow`)
  await stateWith(companionId, 'Allowed')
  await waitForButtons(contact, 1)
})

test('where the extension was removed, the actions and the list say so', async () => {
  await stage.companion.evaluate(() => {
    const { management } = (globalThis as unknown as { chrome: { management: { uninstallSelf(): unknown } } }).chrome
    // The page goes with the extension, and must not wait for that.
    setTimeout(() => void management.uninstallSelf(), 50)
  })
  await until('the page to go', async () => !(await stage.session.pages()).includes(stage.companion))
  const control = await openControl()
  await control.click('.start')
  await textWith(control, 'was removed or disabled')
  await control.close()
  await openPlugins()
  await stateWith(companionId, 'does not answer: it was removed or disabled')
})

/** The popup, as soon as it shows what there is. */
async function openPopup(): Promise<Page> {
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=0`)
  await popup.waitFor(() => document.querySelector('.empty, .shortcuts') !== null)
  return popup
}

async function openPlugins(): Promise<void> {
  await stage.desk.goto('about:blank')
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html#plugins`)
  await stage.desk.waitFor(() => document.querySelector('.companions') !== null)
}

/** The part of the page about an extension. */
function card(extensionId: string): string {
  return `.companions article[data-extension="${extensionId}"]`
}

async function textOf(selector: string): Promise<string> {
  await stage.desk.waitFor((wanted) => document.querySelector(wanted) !== null, selector)
  return await stage.desk.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
}

async function stateWith(extensionId: string, words: string): Promise<void> {
  await stage.desk.waitFor(
    (wanted, expected) => document.querySelector(`${wanted} .state`)?.textContent?.includes(expected),
    card(extensionId),
    words,
  )
}

/** The vendors that an account may be made for. */
async function offered(): Promise<readonly string[]> {
  await stage.desk.goto('about:blank')
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html#accounts/new`)
  await stage.desk.waitFor(() => document.querySelector('select[id$=".vendor"]') !== null)
  return await stage.desk.evaluate(() =>
    [...document.querySelectorAll('select[id$=".vendor"] option')].map((option) => option.textContent ?? ''),
  )
}

async function openControl(): Promise<Page> {
  await clickButton(contact, 'Remote')
  const control = await stage.session.waitForPage((url) => url.endsWith('/control.html'))
  await control.waitFor(() => document.querySelector('.start') !== null)
  return control
}

async function close(control: Page): Promise<void> {
  await control.click('.close').catch(() => {})
  await until('the window to close', async () => !(await stage.session.pages()).includes(control))
}

async function textWith(page: Page, words: string): Promise<void> {
  await page.waitFor((expected) => document.body.textContent.includes(expected), words)
}

/** The companion's page announces it and says how that went. */
async function companionSays(words: string): Promise<void> {
  await stage.companion.goto(`${stage.session.moreOrigins[0]}/page.html`)
  await textWith(stage.companion, words)
}

/** Starts the companion anew from its folder, as an update does. */
async function reload(): Promise<void> {
  await stage.companion.close()
  await stage.session.restartExtension(0)
  await until('the companion to start again', async () => {
    stage = { ...stage, companion: await stage.session.open(`${stage.session.moreOrigins[0]}/page.html`) }
    return true
  })
}

function idOf(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { chrome: { runtime: { id: string } } }).chrome.runtime.id)
}
