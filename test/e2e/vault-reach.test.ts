/** Who can reach the unlocked vault: neither a taken-over content script, nor a page, nor another extension. @module */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type Canaries, readStorage, setUpCanaries } from './canaries.ts'
import { askNosy, writeNosyExtension } from './nosy-extension.ts'
import { openStage, type Stage } from './stage.ts'
import { readDatabasesFromContentWorld, readStorageFromContentWorld, tellFromContentWorld } from './worlds.ts'

const HOST = '127.0.0.1'
const DATABASE = 'joinery-vault'
const isChromium = inject('browser') === 'chromium'

let stage: Stage
let page: Page
let nosy: string
let canaries: Canaries

beforeAll(async () => {
  nosy = await writeNosyExtension()
  stage = await openStage(inject('browser'), { moreExtensions: [nosy] })
  canaries = await setUpCanaries(stage)
  page = await stage.session.waitForPage((url) => url.startsWith(stage.lab.origin))
})
afterAll(async () => {
  await stage?.close()
  await rm(nosy, { recursive: true, force: true })
})

/** Those messages about the vault that our own pages may send, with what would do most harm. */
const messages: readonly (readonly [string, () => object])[] = [
  ['desk.read', () => ({})],
  ['desk.findTargets', () => ({ query: '', limit: 1000 })],
  ['desk.readTarget', () => ({ id: '0'.repeat(32) })],
  ['desk.refresh', () => ({})],
  ['desk.dropEndpoint', () => ({ origin: stage.lab.origin })],
  ['vault.read', () => ({})],
  ['vault.create', () => ({ passphrase: 'another one' })],
  ['vault.unlock', () => ({ passphrase: canaries.passphrase })],
  ['vault.goOn', () => ({})],
  ['vault.lock', () => ({})],
  ['vault.changePassphrase', () => ({ before: canaries.passphrase, after: 'another one' })],
  ['vault.setStaysUnlocked', () => ({ stays: true })],
  ['vault.setIdleMinutes', () => ({ minutes: 120 })],
  ['vault.noteBackup', () => ({})],
  ['vault.erase', () => ({})],
]

describe('a content script of ours that was taken over', () => {
  test.each(messages)('gets no answer to %s, and nothing changes', async (message, payload) => {
    const before = await everything()
    expect(await tellFromContentWorld(stage, HOST, { message, payload: payload() })).toEqual({ answer: null })
    expect(await everything()).toEqual(before)
  })

  test('cannot read the memory that holds the key', async () => {
    expect(await readStorageFromContentWorld(stage, HOST, 'session')).toBe('denied')
  })

  test('reads of what is stored on disk nothing, or choices and counts alone where the browser has no switch for it', async () => {
    const read = await readStorageFromContentWorld(stage, HOST, 'local')
    if (isChromium) return expect(read).toBe('denied')
    const { endpoints, preferences, siteCounts, trustedSites, ...more } = JSON.parse(read)
    expect(preferences).toBeDefined()
    expect(more).toEqual({})
    expect(endpoints ?? []).toEqual([])
    // How often an enabled site's places were found, and nobody's record.
    const origins = Object.keys(siteCounts ?? {})
    expect(origins).toEqual(origins.filter((origin) => origin.startsWith(`http://${HOST}:`)))
    expect(trustedSites).toEqual([expect.stringContaining(HOST)])
    for (const canary of Object.values(canaries)) expect(read).not.toContain(canary)
  })

  test("sees the page's databases and not ours", async () => {
    expect(await stage.desk.evaluate(listDatabases)).toContain(DATABASE)
    expect(await readDatabasesFromContentWorld(stage, HOST)).toEqual([])
  })
})

test('a page sees no database of ours, no way to send, and no file of ours', async () => {
  expect(await page.evaluate(listDatabases)).toEqual([])
  const reached = await page.evaluate(async (address) => {
    const scope = globalThis as unknown as Record<string, { runtime?: object } | undefined>
    const got = await fetch(address).then(
      (response) => response.text(),
      () => 'refused',
    )
    return { runtime: [typeof scope.chrome?.runtime, typeof scope.browser?.runtime], got }
  }, `${stage.session.extensionOrigin}/options.html`)
  expect(reached).toEqual({ runtime: ['undefined', 'undefined'], got: 'refused' })
})

describe('another extension, with every permission', () => {
  test.each(messages)('gets no answer to %s, and nothing changes', async (message, payload) => {
    const before = await everything()
    const told = await askNosy(page, { to: idForOthers(), envelope: { message, payload: payload() } })
    expect(told).toEqual({ page: 'nothing', worker: 'nothing' })
    expect(await everything()).toEqual(before)
  })

  test('reaches neither our pages, our files, our background nor anything that we store', async () => {
    const reach = { id: idForOthers(), origin: stage.session.extensionOrigin }
    expect(await askNosy(page, { reach })).toEqual({
      tab: expect.stringMatching(/^\/(?:options|welcome)\.html/),
      fetched: 'refused',
      run: 'refused',
      toldTab: 'nothing',
      debugged: 'refused',
      // What is refused here is given for a page of the web.
      elsewhere: { run: 'Lab', debugged: isChromium ? 'Lab' : 'refused' },
      connected: 'refused',
      databases: [],
      local: {},
      session: {},
    })
  })
})

/** What could be changed, the count of ignored messages aside. */
async function everything(): Promise<unknown> {
  const { rejectedMessages: _, activeAt: __, ...session } = await readStorage(stage, 'session')
  return [
    session,
    await readStorage(stage, 'local'),
    await stage.send('vault.read', {}),
    await stage.send('desk.read', {}),
  ]
}

/** The name by which extensions know each other. */
function idForOthers(): string {
  return isChromium ? new URL(stage.session.extensionOrigin).host : 'joinery@joinery.example'
}

async function listDatabases(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}
