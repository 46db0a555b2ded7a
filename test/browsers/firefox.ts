/** Firefox, driven by WebDriver BiDi. @module */

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startProxy } from '../proxy.ts'
import { type Bidi, connectBidi } from './bidi.ts'
import { isLoaded, makeFirefoxPage } from './firefox-page.ts'
import { quitFirefox, startFirefox } from './firefox-process.ts'
import { writeProfile } from './firefox-profile.ts'
import {
  isBackgroundStopped,
  killBackground,
  readClipboard,
  readHostName,
  restartExtension,
  runPrivileged,
  savePreferences,
  setEnabled,
  silencePrompts,
  useLanguage,
} from './firefox-system.ts'
import { makeFirefoxPolicy, writerOf } from './policy.ts'
import type { LaunchRequest, Page, Session } from './session.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { PATIENCE_MILLISECONDS, until } from './wait.ts'
import { warm } from './warm-firefox.ts'

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[]
}

/** Starts Firefox with a profile of its own, or with the one that was given. */
export async function launchFirefox(request: LaunchRequest): Promise<Session> {
  const endings: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) await ending()
  }
  try {
    const proxy = await startProxy(request.hosts)
    endings.push(proxy.close)
    const profile = request.profile ?? makeTemporaryFolder('firefox')
    if (request.profile === undefined) {
      endings.push(() => removeTemporaryFolder(profile))
      warm(profile)
    }
    writeProfile(profile, proxy.port, request)
    // The profile is its home, too.
    const policy = request.policy && makeFirefoxPolicy(profile, request.extensionDirectory)
    policy?.write(request.policy)
    const firefox = await startFirefox(request.executablePath, profile, request.headless ?? true)
    endings.push(firefox.kill)
    const bidi = await connectBidi(`${firefox.address}/session`)
    endings.push(bidi.close)
    if (request.profile !== undefined) endings.push(() => quitFirefox(bidi, firefox.exited))
    const rest = { kill: firefox.kill, close, ended: firefox.exited, setPolicy: writerOf(policy) }
    return await makeSession(bidi, request, rest)
  } catch (error) {
    await close()
    throw error
  }
}

/** Resolves when the extension's host name is on disk, where the next Firefox finds it even if this one is killed. */
async function keepHostName(bidi: Bidi, profile: string, hostName: string): Promise<void> {
  await runPrivileged(bidi, savePreferences)
  const file = join(profile, 'prefs.js')
  await until('the settings on disk', async () => (await readFile(file, 'utf8')).includes(hostName))
}

async function makeSession(
  bidi: Bidi,
  request: LaunchRequest,
  life: Pick<Session, 'kill' | 'close' | 'ended' | 'setPolicy'>,
): Promise<Session> {
  await bidi.send('session.new', {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        unhandledPromptBehavior: { default: 'dismiss', beforeUnload: 'accept' },
      },
    },
  })
  const home = await until('the first tab', async () => (await bidi.send<Tree>('browsingContext.getTree')).contexts[0])
  await runPrivileged(bidi, useLanguage, request.language ?? 'en')

  const install = async (directory: string): Promise<string> => {
    const extensionData = { type: 'path', path: resolve(directory) }
    return (await bidi.send<{ extension: string }>('webExtension.install', { extensionData })).extension
  }
  const extensionId = await install(request.extensionDirectory)
  const moreIds: string[] = []
  for (const directory of request.moreExtensions ?? []) moreIds.push(await install(directory))
  const hostNameOf = (id: string) =>
    until('the extension to start', async () => await runPrivileged(bidi, readHostName, id))
  const hostName = await hostNameOf(extensionId)
  const moreOrigins: string[] = []
  for (const id of moreIds) moreOrigins.push(`moz-extension://${await hostNameOf(id)}`)
  if (request.profile !== undefined) await keepHostName(bidi, request.profile, hostName)

  const known = new Map<string, Page>()
  const toPage = (context: string): Page => {
    const page = known.get(context) ?? makeFirefoxPage(bidi, context)
    known.set(context, page)
    return page
  }
  const listTabs = async (): Promise<Tree['contexts']> => {
    const { contexts } = await bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 })
    return contexts.filter(({ context }) => context !== home.context)
  }

  return {
    name: 'firefox',
    extensionOrigin: `moz-extension://${hostName}`,
    moreOrigins,
    async open(url) {
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })
      const page = toPage(context)
      try {
        await page.goto(url)
      } catch (error) {
        await page.close()
        throw error
      }
      return page
    },
    pages: async () => (await listTabs()).map(({ context }) => toPage(context)),
    async waitForPage(match, milliseconds = PATIENCE_MILLISECONDS) {
      let addresses: readonly string[] = []
      const findTab = async () => {
        const tabs = await listTabs()
        addresses = tabs.map(({ url }) => url)
        return tabs.find(({ url }) => match(url))
      }
      const { context } = await until(`a page whose address matches ${match}`, findTab, {
        milliseconds,
        detail: () => `Open were: ${addresses}.`,
      })
      await until('the page to load', async () => await isLoaded(bidi, context), { milliseconds })
      return toPage(context)
    },
    // Firefox knows no grant in advance: all prompts are answered with yes, or none.
    allowGrants: async () => await runPrivileged(bidi, silencePrompts),
    restartExtension: async (more) =>
      await runPrivileged(bidi, restartExtension, more === undefined ? extensionId : (moreIds[more] ?? '')),
    setEnabled: async (isEnabled) => await runPrivileged(bidi, setEnabled, extensionId, isEnabled),
    clipboardText: async () => await runPrivileged(bidi, readClipboard),
    async stopBackground() {
      await until('the event page to end', async () => await runPrivileged(bidi, isBackgroundStopped, extensionId))
    },
    killBackground: async (milliseconds = 0) => await runPrivileged(bidi, killBackground, extensionId, milliseconds),
    ...life,
  }
}
