/** Chromium, driven by Playwright and the DevTools protocol. @module */

import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, type CDPSession, chromium, type Page as Tab } from 'playwright-core'
import { fillCertificateStore } from './certificate-store.ts'
import { haltAtAwait } from './chromium-halt.ts'
import { makeChromiumPage } from './chromium-page.ts'
import { callSource, readResult } from './page-scripts.ts'
import { makeChromiumPolicy, type PolicyRoom, writerOf } from './policy.ts'
import { allowInChromium } from './protocol-handler.ts'
import type { LaunchRequest, Page, Session } from './session.ts'
import { endProcessGroup, keepProcessGroup, makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { idOfUnpacked } from './unpacked-id.ts'
import { PATIENCE_MILLISECONDS, until, within } from './wait.ts'

const EXTENSIONS_PAGE = 'chrome://extensions/'
/** May do what the page may, and is there a second sooner. */
const EXTENSIONS_FILE = `${EXTENSIONS_PAGE}strings.m.js`

/** Starts Chromium with a profile of its own, or with the one that was given. */
export async function launchChromium(request: LaunchRequest): Promise<Session> {
  const profile = request.profile ?? makeTemporaryFolder('chromium')
  const policyFolder = makeTemporaryFolder('policy')
  let context: BrowserContext | undefined
  let processId: number | undefined
  const endProcesses = (): void => {
    if (processId !== undefined) endProcessGroup(processId)
    processId = undefined
  }
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => context?.once('close', resolve))
    endProcesses()
    await within('the end of Chromium', PATIENCE_MILLISECONDS, ended)
    context = undefined
  }
  const close = async (): Promise<void> => {
    await context?.close()
    endProcesses()
    const folders = request.profile === undefined ? [profile, policyFolder] : [policyFolder]
    await Promise.all(folders.map(removeTemporaryFolder))
  }
  const handler = request.protocolHandler
  if (handler !== undefined) {
    allowInChromium(profile, [request.extensionDirectory, ...(request.moreExtensions ?? [])], handler)
  }
  try {
    const policy = policyFor(request, policyFolder)
    context = await chromium.launchPersistentContext(profile, {
      executablePath: policy?.executablePath ?? request.executablePath,
      // Playwright's own headless mode is another browser, without extensions.
      headless: false,
      args: makeArguments(request),
      env: {
        ...definedOnly(process.env),
        ...homeOf(request, policyFolder),
        ...(handler === undefined ? {} : { PATH: `${handler.folder}:${process.env.PATH}` }),
        LANGUAGE: request.language ?? 'en',
      },
      colorScheme: request.colorScheme ?? 'light',
      viewport: null,
      timeout: 60_000,
    })
    const browser = await context.browser()?.newBrowserCDPSession()
    if (browser === undefined) throw new Error('Playwright gave no connection to the browser itself.')
    processId = await readProcessId(browser)
    keepProcessGroup(processId)
    return await makeSession(context, browser, request, { kill, close, setPolicy: writerOf(policy) })
  } catch (error) {
    await close()
    throw error
  }
}

function policyFor(request: LaunchRequest, folder: string): PolicyRoom | undefined {
  const { clientCertificates: certificates } = request
  if (request.policy === undefined && certificates === undefined) return undefined
  const choices = certificates?.origins.map((pattern) => JSON.stringify({ pattern, filter: {} }))
  const own = choices === undefined ? {} : { AutoSelectCertificateForUrls: choices }
  const policy = makeChromiumPolicy(folder, request.executablePath, request.extensionDirectory, own)
  policy.write(request.policy)
  return policy
}

// Chromium looks for the user's certificates below their home.
function homeOf({ clientCertificates }: LaunchRequest, folder: string): { readonly HOME?: string } {
  if (clientCertificates === undefined) return {}
  fillCertificateStore(join(folder, '.pki', 'nssdb'), clientCertificates.identities)
  return { HOME: folder }
}

function makeArguments(request: LaunchRequest): string[] {
  const extensions = [request.extensionDirectory, ...(request.moreExtensions ?? [])].join(',')
  const rules = Object.entries(request.hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`)
  return [
    ...(request.headless === false ? [] : ['--headless=new', '--screen-info={1600x1200}']),
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')}`,
    `--ignore-certificate-errors-spki-list=${request.certificate.spkiHash}`,
    `--lang=${request.language ?? 'en'}`,
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
  ]
}

async function makeSession(
  context: BrowserContext,
  browser: CDPSession,
  request: LaunchRequest,
  rest: Pick<Session, 'kill' | 'close' | 'setPolicy'>,
): Promise<Session> {
  const home = context.pages()[0] ?? (await context.newPage())
  await home.goto(request.headless === false ? EXTENSIONS_PAGE : EXTENSIONS_FILE)
  const extensionId = await findExtensionId(home, request.extensionDirectory)
  const extensionOrigin = `chrome-extension://${extensionId}`
  const moreIds = (request.moreExtensions ?? []).map(idOfUnpacked)

  const known = new WeakMap<Tab, Page>()
  const toPage = (tab: Tab): Page => {
    const page = known.get(tab) ?? makeChromiumPage(tab)
    known.set(tab, page)
    return page
  }
  const tabs = (): Tab[] => context.pages().filter((tab) => tab !== home)

  return {
    name: 'chromium',
    extensionOrigin,
    moreOrigins: moreIds.map((id) => `chrome-extension://${id}`),
    async open(url) {
      const tab = await context.newPage()
      try {
        await tab.goto(url, { timeout: PATIENCE_MILLISECONDS })
      } catch (error) {
        await tab.close()
        throw error
      }
      return toPage(tab)
    },
    pages: async () => tabs().map(toPage),
    async waitForPage(match, milliseconds = PATIENCE_MILLISECONDS) {
      const what = `a page whose address matches ${match}`
      const tab = await until(what, () => tabs().find((candidate) => match(candidate.url())), {
        milliseconds,
        detail: () => `Open were: ${tabs().map((tab) => tab.url())}.`,
      })
      const page = toPage(tab)
      // Asked of the page: Playwright may miss the event of one that loaded while it was found.
      await page.waitFor(() => document.readyState === 'complete')
      return page
    },
    async allowGrants(origins) {
      for (const origin of origins) await allowGrant(home, extensionId, toPattern(origin))
    },
    async restartExtension(more) {
      await home.evaluate(restartFromFolder, more === undefined ? extensionId : (moreIds[more] ?? ''))
    },
    async setEnabled(isEnabled) {
      const set = ([id, enabled]: readonly [string, boolean]) => chrome.management.setEnabled(id, enabled)
      await home.evaluate(set, [extensionId, isEnabled] as const)
    },
    clipboardText: async () => await readClipboard(context, home),
    stopBackground: async () => await stopWorker(browser, extensionOrigin),
    async killBackground(milliseconds = 0) {
      if (milliseconds > 0) await setTimeout(milliseconds)
      await stopWorker(browser, extensionOrigin)
    },
    async haltBackground(count, among) {
      const targetId = await until('a worker', async () => (await findWorkers(browser, extensionOrigin))[0])
      return await haltAtAwait(browser, targetId, count, among)
    },
    async inBackground(fn, ...args) {
      const worker = await until('a worker', () =>
        context.serviceWorkers().find((candidate) => candidate.url().startsWith(extensionOrigin)),
      )
      return readResult(await worker.evaluate(callSource(fn, args)))
    },
    ended: new Promise((resolve) => context.once('close', () => resolve())),
    ...rest,
  }
}

interface ExtensionsPageApi {
  readonly management: { setEnabled(extensionId: string, isEnabled: boolean): Promise<void> }
  readonly developerPrivate: {
    getExtensionsInfo(): Promise<readonly { readonly id: string; readonly path?: string }[]>
    updateProfileConfiguration(change: { readonly inDeveloperMode: boolean }): Promise<void>
    reload(extensionId: string, options: { readonly failQuietly: boolean }): Promise<unknown>
    addHostPermission(extensionId: string, pattern: string): Promise<void>
  }
}
// Only for functions that run inside chrome://extensions.
declare const chrome: ExtensionsPageApi

/** Runs in the page of extensions: only in developer mode an extension from a folder may start again. */
async function restartFromFolder(extensionId: string): Promise<void> {
  await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  await chrome.developerPrivate.reload(extensionId, { failQuietly: true })
}

async function readProcessId(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (main === undefined) throw new Error('Chromium did not tell its process.')
  return main.id
}

async function findExtensionId(home: Tab, directory: string): Promise<string> {
  const path = realpathSync(directory)
  return await until(`Chromium to load the extension in ${path}`, async () => {
    const extensions = await home.evaluate(() => chrome.developerPrivate.getExtensionsInfo())
    return extensions.find((extension) => extension.path !== undefined && realpathSync(extension.path) === path)?.id
  })
}

async function allowGrant(home: Tab, extensionId: string, pattern: string): Promise<void> {
  const grant = ([id, allowed]: readonly [string, string]): Promise<void> =>
    chrome.developerPrivate.addHostPermission(id, allowed)
  await home.evaluate(grant, [extensionId, pattern] as const)
}

/** Reads in the driver's own tab. The grant is for that moment: no page shall have what it lacks elsewhere. */
async function readClipboard(context: BrowserContext, home: Tab): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  try {
    return await home.evaluate(() => navigator.clipboard.readText())
  } finally {
    await context.clearPermissions()
  }
}

function toPattern(origin: string): string {
  return /^[^:]+:\/\/[^/]+$/.test(origin) ? `${origin}/*` : origin
}

async function findWorkers(browser: CDPSession, extensionOrigin: string): Promise<readonly string[]> {
  const { targetInfos } = await browser.send('Target.getTargets')
  const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(extensionOrigin))
  return workers.map(({ targetId }) => targetId)
}

async function stopWorker(browser: CDPSession, extensionOrigin: string): Promise<void> {
  for (const targetId of await findWorkers(browser, extensionOrigin)) {
    await until('the service worker to end', async () => {
      // One that an event wakes at this moment survives being closed: it is closed again.
      await browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
      return !(await findWorkers(browser, extensionOrigin)).includes(targetId)
    })
  }
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]))
}
