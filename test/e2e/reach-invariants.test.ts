/** Invariants 1, 2, 5 and 7 for REACH: the link shows nowhere, keys are sealed, and what the vendor gave is stored first. @module */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import type { Device } from '../vendors/reach/devices.ts'
import { pause } from '../vendors/reach/faults.ts'
import type { KeyFormat } from '../vendors/reach/pem-formats.ts'
import { openAction, runAction } from './action-forms.ts'
import { waitForButtons } from './buttons.ts'
import { writeNosyExtension } from './nosy-extension.ts'
import { input } from './own-pages.ts'
import {
  CONTROL,
  CREATE,
  clickControl,
  closeControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  storedDevices,
  textWith,
} from './reach-stage.ts'
import { save } from './stage.ts'

// It takes seconds to open, so that there is a time between the answer and the opened key.
const SLOW: KeyFormat = {
  type: 'pbes2',
  derivation: { name: 'pbkdf2', hash: 'sha512', iterations: 1_500_000 },
  cipher: 'aes-256-cbc',
}

let stage: ReachStage
let page: Page
let device: Device
let nosy: string

beforeAll(async () => {
  nosy = await writeNosyExtension()
  stage = await openReachStage(inject('browser'), { moreExtensions: [nosy] })
  device = stage.reach.addDevice()
  await registerByForm(stage, device, 'PC-4711')
  await save(stage, 'desk.saveShortcut', {
    name: 'Remote',
    accountId: stage.accountId,
    action: 'control',
    inPage: true,
  })
  page = await stage.session.open(stage.lab.origin)
  await showContact(stage, page, 'c-1', device.remotecontrolId)
  await waitForButtons(page, 1)
})
afterAll(async () => {
  await stage?.close()
  await rm(nosy, { recursive: true, force: true })
})

test('the link is in no page, no address, no history, no storage and no journal', async () => {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    for (const type of ['navigate', 'beforeunload', 'blur', 'message'])
      addEventListener(type, () => seen.push(type), true)
  })
  const address = await page.url()
  const control = await clickControl(stage, page, 'Remote')
  await control.click('.start')
  const link = await stage.handler.link(0)
  const secret = new URL(link).searchParams.get('secret') ?? ''
  expect(secret.length).toBeGreaterThan(80)
  expect(stage.reach.launch(link)).toHaveProperty('connected')
  await textWith(control, 'was handed over')
  expect(await control.evaluate(() => document.documentElement.outerHTML + location.href)).not.toContain(secret)
  expect(await control.evaluate(() => document.documentElement.outerHTML)).not.toContain('teamviewerapi')
  // The CRM's own tab went nowhere, and was not even asked whether it may be left.
  expect(await page.url()).toBe(address)
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).not.toContain('beforeunload')
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).not.toContain('navigate')
  for (const shown of await stage.session.pages()) expect(await shown.url()).not.toContain('teamviewerapi')
  expect(await stage.desk.evaluate(everythingStored)).not.toMatch(new RegExp(`${secret}|teamviewerapi`))
  const history = await page.evaluate(readHistory)
  expect(history).toContain(stage.lab.origin)
  expect(history).not.toMatch(new RegExp(`${secret}|teamviewerapi`))
  await closeControl(stage, control)
})

test('on disk and in what the options page may read, no key, token or answer stands open', async () => {
  const stored = await stage.desk.evaluate(everythingStored)
  expect(stored).toContain('records')
  expect(stored).not.toMatch(/PRIVATE KEY|encrypted_device_key|PC-4711/)
  expect(stored).not.toContain(stage.reach.tenant.token)
  expect(stored).not.toContain(device.keys[0]?.decommissionToken)
})

test('the page’s own click and a closed window do nothing', async () => {
  const before = stage.reach.requests.of(CONTROL).length
  await page.evaluate(() => (document.querySelector('x-joinery') as HTMLElement).click())
  const control = await clickControl(stage, page, 'Remote')
  await textWith(control, 'Control PC-4711')
  await control.close()
  // A window that asks anew is the proof that nothing else went on.
  const again = await clickControl(stage, page, 'Remote')
  await textWith(again, 'Control PC-4711')
  await again.close()
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(before)
})

test('another page of ours learns nothing of what waits in a window', async () => {
  expect(await stage.send('control.read', {})).toMatchObject({ ok: false, problem: { code: 'not-applicable' } })
  expect(await stage.send('control.goOn', { asksNoMore: false })).toMatchObject({ ok: false })
})

test('a program that is stopped between the answer and the opened key has stored the device, sealed; it opens later without a call', async () => {
  const slow = stage.reach.addDevice({ keyFormat: SLOW })
  const { remotecontrolId, requestId, rolloutKey } = slow.rollout
  const before = stage.reach.requests.of(CREATE).length
  await openAction(stage, 'register')
  await stage.desk.fill(input('remotecontrolId'), remotecontrolId)
  await stage.desk.fill(input('requestId'), requestId)
  await stage.desk.fill(input('rolloutKey'), rolloutKey)
  await stage.desk.fill(input('label'), 'Slow')
  const records = await stage.desk.evaluate(countRecords)
  await stage.desk.click('form button[type="submit"]')
  await stage.reach.requests.arrival(CREATE, before)
  // Looked up on disk: the program itself is busy.
  await stage.desk.waitFor(recordsAre, records + 1)
  // A page that waits for its answer would start the program anew.
  await stage.desk.goto('about:blank')
  await stage.session.stopBackground()
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html`)
  const sealed = (await storedDevices(stage)).find(({ label }) => label === 'Slow')
  expect(sealed?.fields).toMatchObject({ state: 'sealed', requestId })
  expect(sealed?.storedSecrets).toEqual(expect.arrayContaining(['answer', 'rolloutKey']))
  expect(sealed?.storedSecrets).not.toContain('deviceKey')
  await openAction(stage, 'openKey', sealed?.id)
  await stage.desk.waitFor(
    (id) => document.querySelector<HTMLSelectElement>('[id$=".targetId"]')?.value === id,
    sealed?.id,
  )
  expect(await runAction(stage.desk)).toContain('stored')
  const opened = (await storedDevices(stage)).find(({ id }) => id === sealed?.id)
  expect(opened?.fields.state).toBe('ready')
  expect(opened?.storedSecrets).toContain('deviceKey')
  expect(opened?.storedSecrets).not.toContain('rolloutKey')
  expect(stage.reach.requests.of(CREATE)).toHaveLength(before + 1)
}, 120_000)

test('a vault that is locked while the vendor answers still takes the answer', async () => {
  const held = pause('after')
  const other = stage.reach.addDevice()
  stage.reach.faults.add(CREATE, held.fault)
  const { remotecontrolId, requestId, rolloutKey } = other.rollout
  const running = stage.send('action.run', {
    runId: 'a'.repeat(32),
    accountId: stage.accountId,
    action: 'register',
    input: { remotecontrolId, requestId, rolloutKey, label: 'Locked' },
  })
  await held.reached
  await save(stage, 'vault.lock', {})
  held.end()
  await running
  await save(stage, 'vault.unlock', { passphrase: stage.passphrase })
  const stored = (await storedDevices(stage)).find(({ label }) => label === 'Locked')
  expect(stored?.fields).toMatchObject({ state: 'ready', requestId })
})

/** The browser's history, as another extension that may read it tells; runs in the page. */
function readHistory(): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener('nosy-answer', (event) => resolve((event as CustomEvent<string>).detail), { once: true })
    document.dispatchEvent(new CustomEvent('nosy-question', { detail: JSON.stringify({ history: true }) }))
  })
}

interface Storage {
  readonly storage: { readonly [area: string]: { get(keys: null): Promise<object> } }
}

/** All that lies in this extension's storage, but the unlocked vault's key; runs in the options page. */
async function everythingStored(): Promise<string> {
  const scope = globalThis as unknown as Record<string, Storage>
  const areas = scope['browser' in globalThis ? 'browser' : 'chrome']?.storage
  const kept = await Promise.all([areas?.local?.get(null), areas?.session?.get(null)])
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('joinery-vault')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const names = [...database.objectStoreNames]
  const rows = await Promise.all(
    names.map(
      (name) =>
        new Promise((resolve) => {
          const reading = database.transaction(name).objectStore(name).getAll()
          reading.onsuccess = () => resolve({ [name]: reading.result })
        }),
    ),
  )
  database.close()
  return JSON.stringify([kept, rows])
}

/** How many sealed records there are; runs in the options page. */
function countRecords(): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('joinery-vault')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('records').objectStore('records').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
    }
  })
}

/** Whether there are so many; runs in the options page. */
function recordsAre(expected: number): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('joinery-vault')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('records').objectStore('records').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result >= expected)
      }
    }
  })
}
