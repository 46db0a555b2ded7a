/** What lies in local storage is closed to content scripts where the browser has a switch for it. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startLab } from './lab.ts'
import { enableSite, openStage, type Stage, save } from './stage.ts'
import { readStorageFromContentWorld } from './worlds.ts'

let stage: Stage
let server: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  server = await startLab()
  stage = await openStage(inject('browser'))
  await enableSite(stage, server.origin)
  await save(stage, 'desk.expectEndpoint', { origin: 'https://sign.example.com' })
  await stage.session.open(server.origin)
})
afterAll(async () => {
  await stage?.close()
  await server?.close()
})

test.runIf(inject('browser') === 'chromium')(
  'a content script cannot read which endpoints an account calls',
  async () => {
    expect(await readStorageFromContentWorld(stage, '127.0.0.1', 'local')).toBe('denied')
  },
)
