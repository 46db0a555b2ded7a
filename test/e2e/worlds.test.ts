/** What a taken-over content script and another extension can get out of ours: nothing (invariants 1, 2 and 3). @module */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { askNosy, writeNosyExtension } from './nosy-extension.ts'
import { enableSite, type Organisation, openStage, type Stage, setUpOrganisation } from './stage.ts'
import { readStorageFromContentWorld, tellFromContentWorld } from './worlds.ts'

const HOST = '127.0.0.1'
const isChromium = inject('browser') === 'chromium'
const record = { kind: 'contact', key: 'c-1', facts: { firstName: 'Ada', lastName: 'c-1', email: 'c-1@example.com' } }

let stage: Stage
let page: Page
let nosy: string
let organisation: Organisation
let shortcuts: readonly { readonly id: string; readonly name: string }[]

beforeAll(async () => {
  nosy = await writeNosyExtension()
  stage = await openStage(inject('browser'), isChromium ? { moreExtensions: [nosy] } : {})
  organisation = await setUpOrganisation(stage)
  shortcuts = ((await stage.send('desk.read', {})) as { shortcuts: typeof shortcuts }).shortcuts
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
  await page.evaluate(() => lab.main().append(lab.contact('c-1')))
  await waitForButtons(page, 3)
})
afterAll(async () => {
  await stage?.close()
  await rm(nosy, { recursive: true, force: true })
})

const shortcutId = (wanted: string) => shortcuts.find(({ name }) => name === wanted)?.id

describe('a content script', () => {
  const messages: readonly [string, () => object][] = [
    ['desk.read', () => ({})],
    ['desk.readTab', () => ({ tabId: 1 })],
    ['desk.run', () => ({ shortcutId: shortcutId('Join Support') })],
    ['desk.saveMe', () => ({ person: { firstName: 'Mallory' } })],
    [
      'desk.saveAccount',
      () => ({
        stored: { id: organisation.accountId, revision: 1 },
        pluginId: 'com.omnovia',
        name: 'Taken over',
        settings: { companyId: '1' },
      }),
    ],
    ['desk.remove', () => ({ id: organisation.accountId })],
    ['desk.saveTarget', () => ({ accountId: organisation.accountId, fields: { roomId: '1' } })],
    ['desk.remove', () => ({ id: organisation.support })],
    [
      'desk.saveShortcut',
      () => ({
        name: 'x',
        accountId: organisation.accountId,
        action: 'join',
        targetId: organisation.support,
        inPage: true,
      }),
    ],
    ['desk.remove', () => ({ id: shortcutId('Invite') })],
    ['desk.expectEndpoint', () => ({ origin: 'https://evil.example' })],
    ['desk.enableSite', () => ({ origin: 'https://evil.example' })],
    ['desk.isSite', () => ({ origin: 'https://evil.example' })],
  ]
  test.each(messages)('gets no answer to %s, and nothing changes', async (message, payload) => {
    const before = await stage.send('desk.read', {})
    const visits = stage.rooms.visits.length
    expect(await tellFromContentWorld(stage, HOST, { message, payload: payload() })).toEqual({ answer: null })
    expect(await stage.send('desk.read', {})).toEqual(before)
    expect(stage.rooms.visits).toHaveLength(visits)
  })

  test('learns of a page no more than rule, button names and words', async () => {
    const payload = { marks: ['meta application-name=Joinery Demo CRM'] }
    const told = await tellFromContentWorld(stage, HOST, { message: 'page.begin', payload })
    expect(told).toEqual({
      answer: {
        site: expect.objectContaining({ id: 'demo-crm' }),
        floats: true,
        buttons: ['Join Support', 'Join Showroom', 'Invite'].map((name) => ({
          shortcutId: shortcutId(name),
          name,
          icon: name === 'Invite' ? 'invite' : 'join',
          needs: name === 'Invite' ? ['firstName', 'lastName', 'email'] : [],
          vendor: { letter: 'O', name: 'omNovia', colour: expect.any(String) },
        })),
        links: [
          {
            selector: expect.stringContaining('"https://www.omnovia.com/pages/sc2/room_login.php"'),
            addresses: [expect.stringContaining('room_login'), expect.stringContaining('roomlogin')],
            buttons: [{ shortcutId: expect.any(String), name: 'Join', icon: 'join', needs: [] }],
          },
        ],
        words: {
          bar: expect.any(String),
          working: expect.any(String),
          covered: expect.any(String),
          gone: expect.any(String),
          hide: expect.any(String),
          more: expect.any(String),
        },
        language: expect.stringMatching(/^en/),
        direction: 'ltr',
        showsBySign: !isChromium,
      },
    })
    // An id is random or a hash and says nothing, and anybody may know the vendor's name and own addresses.
    const isFree = (name: string) => ['shortcutId', 'selector', 'addresses', 'vendor'].includes(name)
    expect(JSON.stringify(told, (name, value) => (isFree(name) ? undefined : value))).not.toMatch(forbidden())
    const ofAccount = new RegExp(`${stage.company.password}|\\b1234\\b|567[89]|joe|smith|${organisation.accountId}`)
    expect(JSON.stringify(told)).not.toMatch(ofAccount)
  })

  test.each(['Join Support', 'Join Showroom', 'Invite'])('learns of %s no more than how it ended', async (name) => {
    const told = await tellFromContentWorld(stage, HOST, {
      message: 'page.run',
      payload: { shortcutId: shortcutId(name), record, doubts: [] },
    })
    const more = name === 'Invite' ? { invitationId: expect.any(String) } : {}
    expect(told).toEqual({ answer: { ok: true, text: expect.any(String), opened: name !== 'Invite', ...more } })
    // Ids are random and say nothing.
    const isId = (key: string) => key === 'shortcutId' || key === 'invitationId'
    const apartFromIds = JSON.stringify(told, (key, value) => (isId(key) ? undefined : value))
    expect(apartFromIds).not.toMatch(forbidden())
  })

  test('reads nothing from the storage that holds the accounts', async () => {
    expect(await readStorageFromContentWorld(stage, HOST, 'session')).toBe('denied')
  })

  test('inside a frame of an enabled site gets no answer', async () => {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      return loaded.then(() => null)
    }, `${stage.lab.origin}/framed`)
    for (const [message, payload] of [['page.begin', { marks: ['meta application-name=Joinery Demo CRM'] }]] as const) {
      expect(await tellFromContentWorld(stage, HOST, { message, payload }, 'inner')).toEqual({ answer: null })
    }
  })

  test('cannot name a person otherwise than by the facts of a contact', async () => {
    const facts = { ...record.facts, username: 'joe@smith.com' }
    const payload = { shortcutId: shortcutId('Invite'), record: { ...record, facts }, doubts: [] }
    await tellFromContentWorld(stage, HOST, { message: 'page.run', payload })
    const link = new URL(await stage.session.clipboardText())
    expect(link.searchParams.get('companyUsername')).toBe('c-1_example.com_')
    expect(link.searchParams.get('role')).toBe('0')
  })

  /** Password, ids of company and rooms, the user's own facts, and whatever looks like a link or a signature. */
  function forbidden(): RegExp {
    return new RegExp(`${stage.company.password}|\\b1234\\b|567[89]|joe|smith|https?:|omnovia|[0-9a-f]{32}`, 'i')
  }
})

describe.runIf(isChromium)('another extension', () => {
  test.each(['desk.read', 'desk.run', 'page.begin', 'page.run'])('gets no answer to %s', async (message) => {
    const payload = message === 'page.run' ? { shortcutId: shortcutId('Join Support'), record } : {}
    const visits = stage.rooms.visits.length
    const told = await askNosy(page, {
      to: new URL(stage.session.extensionOrigin).host,
      envelope: { message, payload },
    })
    // From its content script and from its worker.
    expect(told).toEqual({ page: 'nothing', worker: 'nothing' })
    expect(stage.rooms.visits).toHaveLength(visits)
  })

  test('that opens our closed root and clicks there by script starts nothing', async () => {
    const visits = stage.rooms.visits.length
    expect(await askNosy(page, { click: 'Join Support' })).toEqual({ clicked: true })
    // A real click afterwards is the only one that arrives.
    await clickButton(page, 'Join Support')
    await stage.rooms.visit(visits)
    await waitForState(page, 'Join Support', 'done')
    expect(stage.rooms.visits).toHaveLength(visits + 1)
  })
})

test('a content script that outlived its grant gets no answer', async () => {
  // What a taken-over page keeps of us: a world that can still send.
  await stage.desk.evaluate(async (pattern) => {
    type Api = {
      tabs: { query(query: object): Promise<readonly { readonly id: number }[]> }
      scripting: { executeScript(injection: object): Promise<unknown> }
      permissions: { remove(permissions: object): Promise<unknown> }
    }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
    const { tabs, scripting, permissions } = scope['browser' in globalThis ? 'browser' : 'chrome']
    const [tab] = await tabs.query({ url: pattern })
    await scripting.executeScript({
      target: { tabId: tab?.id },
      func: () => {
        type Sending = { runtime: { sendMessage(message: unknown): Promise<unknown> } }
        const world = globalThis as unknown as Record<'browser' | 'chrome', Sending>
        const { runtime } = world['browser' in globalThis ? 'browser' : 'chrome']
        document.addEventListener('leftover', async (event) => {
          const answer = await runtime.sendMessage(JSON.parse(String((event as CustomEvent).detail))).catch(String)
          document.documentElement.dataset.answer = JSON.stringify(answer ?? null)
        })
      },
    })
    await permissions.remove({ origins: [pattern] })
    return null
  }, `http://${HOST}/*`)
  await waitForButtons(page, 0)
  expect(await visibleButtons(page)).toEqual([])
  const visits = stage.rooms.visits.length
  for (const [message, payload] of [
    ['page.begin', { marks: { 'application-name': 'Joinery Demo CRM' } }],
    ['page.run', { shortcutId: shortcutId('Join Support'), record }],
  ] as const) {
    await page.evaluate(
      (envelope) => {
        delete document.documentElement.dataset.answer
        document.dispatchEvent(new CustomEvent('leftover', { detail: JSON.stringify(envelope) }))
      },
      { message, payload },
    )
    await page.waitFor(() => document.documentElement.dataset.answer !== undefined)
    expect(await page.evaluate(() => document.documentElement.dataset.answer)).toBe('null')
  }
  expect(stage.rooms.visits).toHaveLength(visits)
})
