/** What lies in local storage is closed to content scripts where the browser has a switch for it. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { enableSite, makeVault, openStage, type Stage, save } from './stage.ts'
import { readStorageFromContentWorld } from './worlds.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await makeVault(stage)
  await enableSite(stage, stage.lab.origin)
  await save(stage, 'desk.expectEndpoint', { origin: 'https://sign.example.com' })
  await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

test.runIf(inject('browser') === 'chromium')(
  'a content script cannot read which endpoints an account calls',
  async () => {
    expect(await readStorageFromContentWorld(stage, '127.0.0.1', 'local')).toBe('denied')
  },
)
