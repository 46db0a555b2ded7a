/** The browser's own page about extensions, where a user gives and withdraws grants. @module */
import type { Session } from '../browsers/session.ts'

type Change = 'give' | 'withdraw'

/** That page, opened. */
export interface BrowserSettings {
  /** Does what a click there does, without the extension's knowing. */
  changeGrant(change: Change, pattern: string): Promise<void>
  /** Ends the extension and starts it again, as after an update; its pages go. Firefox alone. */
  restartExtension(): Promise<void>
  close(): Promise<void>
}

/** Opens the page. */
export async function openBrowserSettings(session: Session): Promise<BrowserSettings> {
  const isChromium = session.name === 'chromium'
  const page = await session.open(isChromium ? 'chrome://extensions/' : 'about:addons')
  const { hostname } = new URL(session.extensionOrigin)
  return {
    changeGrant: (change, pattern) =>
      page.evaluate(isChromium ? changeInChromium : changeInFirefox, change, hostname, pattern),
    restartExtension: () => page.evaluate(restartInFirefox, hostname),
    close: () => page.close(),
  }
}

interface Permissions {
  readonly permissions: readonly string[]
  readonly origins: readonly string[]
  readonly data_collection: readonly string[]
}
type ChangePermissions = (id: string, permissions: Permissions, extension: object) => Promise<void>

// Only for the functions below, which run inside those pages.
declare const chrome: {
  readonly developerPrivate: {
    addHostPermission(extensionId: string, pattern: string): Promise<void>
    removeHostPermission(extensionId: string, pattern: string): Promise<void>
  }
}
declare const WebExtensionPolicy: {
  getByHostname(hostName: string): { readonly id: string; readonly extension: object } | null
}
declare const ChromeUtils: {
  importESModule(address: string): {
    readonly ExtensionPermissions: { readonly add: ChangePermissions; readonly remove: ChangePermissions }
    readonly AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> }
  }
}

async function changeInChromium(change: Change, extensionId: string, pattern: string): Promise<void> {
  const { developerPrivate } = chrome
  if (change === 'give') await developerPrivate.addHostPermission(extensionId, pattern)
  else await developerPrivate.removeHostPermission(extensionId, pattern)
}

async function changeInFirefox(change: Change, hostName: string, pattern: string): Promise<void> {
  const policy = WebExtensionPolicy.getByHostname(hostName)
  if (policy === null) throw new Error(`No extension has the host name ${hostName}`)
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  const changed = change === 'give' ? ExtensionPermissions.add : ExtensionPermissions.remove
  const permissions = { permissions: [], origins: [pattern], data_collection: [] }
  await changed.call(ExtensionPermissions, policy.id, permissions, policy.extension)
}

async function restartInFirefox(hostName: string): Promise<void> {
  const policy = WebExtensionPolicy.getByHostname(hostName)
  if (policy === null) throw new Error(`No extension has the host name ${hostName}`)
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  await (await AddonManager.getAddonByID(policy.id)).reload()
}
