/** What is left once the vault was locked: in the session's memory, for our own pages, for a page, after a restart. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { type Canaries, readStorage, setUpCanaries } from './canaries.ts'
import { openStage, type Stage, save } from './stage.ts'
import { tellFromContentWorld } from './worlds.ts'

const LOCKED = { state: 'locked' }

let profile: string
let stage: Stage
let canaries: Canaries

beforeAll(async () => {
  profile = makeTemporaryFolder('locked')
  stage = await openStage(inject('browser'), { profile })
  canaries = await setUpCanaries(stage)
  // Counted while there is a key, so that the count is there beside it.
  await tellFromContentWorld(stage, '127.0.0.1', { message: 'desk.read', payload: {} })
  expect(Object.keys(await readStorage(stage, 'session'))).toEqual(
    expect.arrayContaining(['vaultKey', 'activeAt', 'rejectedMessages']),
  )
  await save(stage, 'vault.lock', {})
})
afterAll(async () => {
  await stage?.close()
  await removeTemporaryFolder(profile)
})

test("the session's memory holds counters, that it has started, and nothing else", async () => {
  const { policyMissedAt = 0, ...rest } = await readStorage(stage, 'session')
  expect(policyMissedAt).toEqual(expect.any(Number))
  expect(rest).toEqual({ hasStarted: true, rejectedMessages: { sender: expect.any(Number) } })
})

test('our own pages are told that it is locked, and are refused everything that it holds', async () => {
  expect(await stage.send('vault.read', {})).toMatchObject(LOCKED)
  for (const [message, payload] of [
    ['desk.read', {}],
    ['desk.findTargets', { query: '', limit: 10 }],
    ['desk.readTarget', { id: '0'.repeat(32) }],
    ['desk.readTab', { tabId: 1 }],
  ] as const) {
    await expect(stage.send(message, payload), message).rejects.toThrow('locked')
  }
  const change = stage.send('desk.saveMe', { person: { firstName: 'Mallory' } })
  expect(await change).toMatchObject({ ok: false, problem: { code: 'locked' } })
})

test('a page is given the button that unlocks, and no name', async () => {
  const payload = { marks: ['meta application-name=Joinery Demo CRM'] }
  const told = await tellFromContentWorld(stage, '127.0.0.1', { message: 'page.begin', payload })
  const buttons = [{ shortcutId: 'unlock', name: 'Unlock Joinery', icon: 'unlock', needs: [] }]
  expect(told).toMatchObject({ answer: { buttons, links: [] } })
  for (const canary of Object.values(canaries)) expect(JSON.stringify(told)).not.toContain(canary)
})

test('a background that starts again is locked', async () => {
  await stage.session.stopBackground()
  expect(await stage.send('vault.read', {})).toMatchObject(LOCKED)
  await expect(stage.send('desk.read', {})).rejects.toThrow('locked')
})

test('a browser that starts again is locked, whether the vault was locked before or not', async () => {
  await save(stage, 'vault.unlock', { passphrase: canaries.passphrase })
  await restart()
  expect(await stage.send('vault.read', {})).toMatchObject(LOCKED)
  const { policyMissedAt: _, ...kept } = await readStorage(stage, 'session')
  expect(kept).toEqual({ hasStarted: true })
  await restart()
  expect(await stage.send('vault.read', {})).toMatchObject(LOCKED)
  await save(stage, 'vault.unlock', { passphrase: canaries.passphrase })
  expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [{ name: canaries.account }] })
})

async function restart(): Promise<void> {
  await stage.close()
  stage = await openStage(inject('browser'), { profile })
}
