/** The stage with a companion extension, the sample of the SDK, and with a stranger's extension that forges its messages. @module */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCompanion } from '../../sdk/examples/companion/build.ts'
import type { BrowserName } from '../browsers/browser-name.ts'
import { makeProtocolHandler, type ProtocolHandler } from '../browsers/protocol-handler.ts'
import type { Page } from '../browsers/session.ts'
import { idOfUnpacked } from '../browsers/unpacked-id.ts'
import { enableSite, extensionDirectory, makeVault, me, openStage, type Stage, save } from './stage.ts'

/** The id that our own manifest has in Firefox. */
const FIREFOX_ID = 'joinery@joinery.example'

/** The background of a version that asks for more. */
const WIDER = fileURLToPath(new URL('companion-wider.ts', import.meta.url))

/** A stage with both. */
export interface CompanionStage extends Stage {
  readonly handler: ProtocolHandler
  /** Joinery's id, by which other extensions speak to it. */
  readonly hostId: string
  /** The companion's own page. */
  readonly companion: Page
  /** A page of the stranger's extension. */
  readonly stranger: Page
  /** Puts a version that asks for more into the companion's place, as an update does. */
  update(): Promise<void>
}

/** Builds it: nobody is allowed yet, and the demo CRM is an enabled site. */
export async function openCompanionStage(browser: BrowserName): Promise<CompanionStage> {
  const [folder, strangerFolder] = await Promise.all([makeFolder('companion'), makeFolder('stranger')])
  const hostId = browser === 'firefox' ? FIREFOX_ID : idOfUnpacked(extensionDirectory(browser))
  const build = { browser, folder, hosts: [hostId] }
  await Promise.all([buildCompanion(build), writeStranger(strangerFolder)])
  const handler = makeProtocolHandler('rustdesk')
  const stage = await openStage(browser, { moreExtensions: [folder, strangerFolder], protocolHandler: handler })
  const [companionOrigin, strangerOrigin] = stage.session.moreOrigins
  await makeVault(stage)
  await save(stage, 'desk.saveMe', { person: me })
  await enableSite(stage, stage.crm.origin)
  return {
    ...stage,
    handler,
    hostId,
    companion: await stage.session.open(`${companionOrigin}/page.html`),
    stranger: await stage.session.open(`${strangerOrigin}/page.html`),
    update: () => buildCompanion({ ...build, background: WIDER, version: '2.0.0' }),
    close: async () => {
      await stage.close()
      await Promise.all([handler.remove(), ...[folder, strangerFolder].map((path) => rm(path, { recursive: true }))])
    },
  }
}

async function makeFolder(name: string): Promise<string> {
  return await mkdtemp(join(tmpdir(), `joinery-${name}-`))
}

/** An extension with a page, from which the test says what it likes. */
async function writeStranger(folder: string): Promise<void> {
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    browser_specific_settings: { gecko: { id: 'stranger@stranger.example' } },
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'page.html'), '<!doctype html><meta charset="utf-8"><title>Stranger</title>')
}

interface Runtime {
  sendMessage(extensionId: string, message: unknown): Promise<unknown>
}

/** What an extension hears when it says something to another one; `nothing` where it gets no answer. */
export function say(page: Page, extensionId: string, message: object): Promise<unknown> {
  return page.evaluate(
    async (to, said) => {
      const { runtime } = (globalThis as unknown as { readonly chrome: { readonly runtime: Runtime } }).chrome
      return (await runtime.sendMessage(to, said).catch(() => undefined)) ?? 'nothing'
    },
    extensionId,
    message,
  )
}
