/** Firefox, driven by WebDriver BiDi. @module */

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Bidi } from './bidi.ts'
import { isLoaded, makeFirefoxPage } from './firefox-page.ts'
import {
  handleScheme,
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
import { writerOf } from './policy.ts'
import { findFirefox, leaveFirefox, listContexts, type RunningFirefox } from './running-firefox.ts'
import type { LaunchRequest, Page, Session } from './session.ts'
import { PATIENCE_MILLISECONDS, until } from './wait.ts'

/** Starts Firefox with a profile of its own, or with the one that was given; a shared one may be running already. */
export async function launchFirefox(request: LaunchRequest): Promise<Session> {
  const running = await findFirefox(request)
  try {
    return await makeSession(running, request)
  } catch (error) {
    await running.end()
    throw error
  }
}

/** Resolves when the extension's host name is on disk, where the next Firefox finds it even if this one is killed. */
async function keepHostName(bidi: Bidi, profile: string, hostName: string): Promise<void> {
  await runPrivileged(bidi, savePreferences)
  const file = join(profile, 'prefs.js')
  await until('the settings on disk', async () => (await readFile(file, 'utf8')).includes(hostName))
}

async function makeSession(running: RunningFirefox, request: LaunchRequest): Promise<Session> {
  const { bidi, home } = running
  await runPrivileged(bidi, useLanguage, request.language ?? 'en')
  const handler = request.protocolHandler
  if (handler !== undefined) await runPrivileged(bidi, handleScheme, handler.scheme, handler.program)

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
  const listTabs = async () => (await listContexts(bidi)).filter(({ context }) => context !== home.context)
  let isOver = false
  const close = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    await leaveFirefox(running, request, [extensionId, ...moreIds])
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
    setPolicy: writerOf(running.policy),
    ended: running.exited,
    kill: running.kill,
    close,
  }
}
