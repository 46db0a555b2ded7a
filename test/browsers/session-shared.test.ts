/** A browser that serves one session after the other is as good as new for each. @module */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, type Session } from './session.ts'
import { type FixtureServer, startServer, writeExtension } from './session-fixture.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'

const browser = inject('browser')

let folder: string
let web: FixtureServer

beforeAll(async () => {
  folder = makeTemporaryFolder('fixture')
  writeExtension(join(folder, 'extension'), browser)
  web = await startServer()
})
afterAll(async () => {
  web?.close()
  await removeTemporaryFolder(folder)
})

interface ExtensionApi {
  readonly storage: { readonly local: { get(): Promise<object>; set(values: object): Promise<void> } }
  readonly permissions: { contains(wanted: { readonly origins: readonly string[] }): Promise<boolean> }
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> }
}
type Globals = Readonly<Record<'browser' | 'chrome', ExtensionApi>>

/** What a session could know of an earlier one. */
interface Traces {
  readonly pages: number
  readonly clipboard: string
  readonly local: string | null
  readonly stored: readonly string[]
  readonly databases: readonly string[]
  readonly grants: boolean
  readonly scripts: number
}

test('a session finds nothing of the one before', async () => {
  const first = await begin()
  let hasEnded = false
  void first.ended.then(() => {
    hasEnded = true
  })
  await leaveTraces(first)
  expect(await findTraces(first)).toMatchObject({ clipboard: 'Zoë’s link 🎉', local: 'yes' })
  await first.close()
  const second = await begin()
  // Otherwise all this would tell nothing.
  expect(hasEnded).toBe(browser === 'chromium')
  const none = {
    pages: 0,
    clipboard: '',
    local: null,
    stored: [],
    databases: [],
    grants: false,
    scripts: 0,
  }
  expect(await findTraces(second)).toEqual(none)
  await second.close()
})

test('whoever needs what only a start can give gets a browser of their own', async () => {
  const first = await begin()
  await first.close()
  const dark = await launch(browser, { ...options(), colorScheme: 'dark' })
  const page = await dark.open(`${dark.extensionOrigin}/page.html`)
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await dark.close()
})

function options() {
  return {
    extensionDirectory: join(folder, 'extension'),
    hosts: {},
    certificate: { spkiHash: '' },
    isShared: true,
  } as const
}

const begin = () => launch(browser, options())

async function leaveTraces(session: Session): Promise<void> {
  await session.allowGrants(['http://127.0.0.1', 'https://www.vendor.example/*'])
  const page = await session.open(`${session.extensionOrigin}/page.html`)
  await page.click('#ask')
  await page.waitFor(() => document.querySelector('#answer')?.textContent === 'granted')
  await page.click('#copy')
  await page.click('#popup')
  await session.waitForPage((url) => url.endsWith('?popup'))
  await page.evaluate(async () => {
    const api = (globalThis as unknown as Globals).browser ?? (globalThis as unknown as Globals).chrome
    await api.storage.local.set({ kept: true })
    await new Promise((resolve) => {
      indexedDB.open('kept').onsuccess = resolve
    })
  })
  const site = await session.open(`http://127.0.0.1:${web.port}/`)
  await site.evaluate(() => {
    localStorage.setItem('seen', 'yes')
  })
}

async function findTraces(session: Session): Promise<Traces> {
  const pages = (await session.pages()).length
  const clipboard = await session.clipboardText()
  const page = await session.open(`${session.extensionOrigin}/page.html`)
  const own = await page.evaluate(async () => {
    const api = (globalThis as unknown as Globals).browser ?? (globalThis as unknown as Globals).chrome
    return {
      stored: Object.keys(await api.storage.local.get()),
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      grants: await api.permissions.contains({ origins: ['http://127.0.0.1/*'] }),
      scripts: (await api.scripting.getRegisteredContentScripts()).length,
    }
  })
  const site = await session.open(`http://127.0.0.1:${web.port}/`)
  const local = await site.evaluate(() => localStorage.getItem('seen'))
  return { pages, clipboard, local, ...own }
}
