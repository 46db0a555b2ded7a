import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { type LaunchOptions, launch } from './session.ts'
import { writeExtension } from './session-fixture.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { until } from './wait.ts'

const browser = inject('browser')

let folder: string
let options: LaunchOptions

beforeAll(() => {
  folder = makeTemporaryFolder('fixture')
  const extensionDirectory = join(folder, 'extension')
  writeExtension(extensionDirectory, browser)
  options = { extensionDirectory, hosts: {}, certificate: { spkiHash: '' } }
})

afterAll(() => removeTemporaryFolder(folder))

test('a closed session leaves no process and no folder', async () => {
  const place = join(folder, 'closed')
  mkdirSync(place)
  vi.stubEnv('TMPDIR', place)
  const session = await launch(browser, options)
  vi.unstubAllEnvs()
  expect(readdirSync(place)).not.toEqual([])
  expect(listProcesses()).toContain(place)
  await session.close()
  await session.close()
  expect(readdirSync(place)).toEqual([])
  await expect.poll(listProcesses).not.toContain(place)
})

test('a killed session leaves no process, and its profile is there for the next one', {
  timeout: 120_000,
}, async () => {
  const profile = join(folder, 'profile')
  mkdirSync(profile)
  const session = await launch(browser, { ...options, profile })
  const { extensionOrigin } = session
  await session.kill()
  await session.ended
  await expect.poll(listProcesses).not.toContain(profile)
  await session.close()
  const next = await launch(browser, { ...options, profile })
  expect(next.extensionOrigin).toBe(extensionOrigin)
  await next.close()
  expect(listProcesses()).not.toContain(profile)
  expect(readdirSync(profile)).not.toEqual([])
})

test.each(['SIGTERM', 'SIGKILL'] as const)('a process that ends by %s takes its browser along', async (signal) => {
  const place = join(folder, signal)
  mkdirSync(place)
  const script = `
    import { launch } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'session.ts')).href)}
    await launch(${JSON.stringify(browser)}, ${JSON.stringify(options)})
    console.log('launched')
  `
  writeFileSync(join(folder, 'end.mjs'), script)
  const child = spawn(process.execPath, [join(folder, 'end.mjs')], {
    env: { ...process.env, TMPDIR: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect(listProcesses()).toContain(place)
  child.kill(signal)
  await once(child, 'exit')
  const isOver = () =>
    !listProcesses().includes(place) && !readdirSync(place).some((name) => name.startsWith('joinery'))
  await until('the end of the browser', isOver)
})

function listProcesses(): string {
  return execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8', maxBuffer: 10_000_000 })
}
