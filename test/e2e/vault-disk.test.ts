/** What a stolen disk gives away: every file of the profile is searched for what the vault holds. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { type Canaries, randomText, readStorage, setUpCanaries } from './canaries.ts'
import { searchProfile } from './profile-search.ts'
import { openStage, type Stage, save } from './stage.ts'

interface Jwk {
  readonly k: string
}

let profile: string
let canaries: Canaries
let vaultKey: string
// Written on purpose, so that it is known what the search finds.
const controls = { plain: randomText(), wide: randomText(), encoded: randomText() }

beforeAll(async () => {
  profile = makeTemporaryFolder('disk')
  const stage = await openStage(inject('browser'), { profile })
  try {
    canaries = await setUpCanaries(stage)
    vaultKey = ((await readStorage(stage, 'session')).vaultKey as Jwk).k
    await save(stage, 'vault.lock', {})
    await writeControls(stage)
  } finally {
    // The browser ends in peace, so that all it has to write is written.
    await stage.close()
  }
})
afterAll(() => removeTemporaryFolder(profile))

test('the search finds what was written to storage on purpose, however it was encoded', async () => {
  const found = (await searchProfile(profile, controls)).map((find) => find.split(' ', 1)[0])
  expect(new Set(found)).toEqual(new Set(Object.keys(controls)))
})

test('neither names nor secrets nor the vault key are found in any file of the profile', async () => {
  expect(vaultKey).toMatch(/^[\w-]{43}$/)
  const wanted = { ...canaries, vaultKey, vaultKeyBytes: Buffer.from(vaultKey, 'base64url') }
  expect(await searchProfile(profile, wanted)).toEqual([])
})

async function writeControls({ desk }: Stage): Promise<void> {
  await desk.evaluate(async ({ plain, wide, encoded }) => {
    type Api = { storage: { local: { set(items: object): Promise<void> } } }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
    const { storage } = scope['browser' in globalThis ? 'browser' : 'chrome']
    await storage.local.set({ plain, encoded: btoa(`1${encoded}`) })
    const opening = indexedDB.open('control')
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('control'))
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const writing = opening.result.transaction('control', 'readwrite')
    // One character beyond Latin-1 makes browsers write two bytes for each.
    writing.objectStore('control').put(`€${wide}`, 1)
    await new Promise((resolve) => writing.addEventListener('complete', resolve))
    opening.result.close()
  }, controls)
}
