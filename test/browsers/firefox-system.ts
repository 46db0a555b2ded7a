/** Privileged script in Firefox: what no page and no extension may do. @module */

import type { Bidi } from './bidi.ts'
import { runInFirefox } from './firefox-script.ts'
import { callSource } from './page-scripts.ts'

interface ExtensionPolicy {
  readonly mozExtensionHostname: string
  readonly extension: {
    readonly backgroundState: string | undefined
    readonly manifest: { readonly background?: unknown }
    terminateBackground(options: {
      readonly ignoreDevToolsAttached: boolean
      readonly disableResetIdleForTest?: boolean
    }): Promise<void>
  }
}
// Only for the functions below, which run inside the browser's own window.
declare const Services: {
  readonly locale: { availableLocales: readonly string[]; requestedLocales: readonly string[] }
  readonly prefs: {
    setBoolPref(name: string, value: boolean): void
    clearUserPref(name: string): void
    savePrefFile(file: null): void
  }
  readonly clearData: { deleteData(flags: number, callback: { onDataDeleted(): void }): void }
}
interface SchemeHandling {
  preferredApplicationHandler: object
  preferredAction: number
  alwaysAskBeforeHandling: boolean
}
interface HandlerService {
  store(handled: SchemeHandling): void
  remove(handled: SchemeHandling): void
}
interface SchemeService {
  getProtocolHandlerInfo(scheme: string): SchemeHandling
}
interface Interface<Instance> {
  readonly instance?: Instance
}
interface Component {
  getService<Instance>(wanted: Interface<Instance>): Instance
  createInstance<Instance>(wanted: Interface<Instance>): Instance
}
declare const Cc: {
  readonly [Name in
    | '@mozilla.org/uriloader/handler-service;1'
    | '@mozilla.org/uriloader/external-protocol-service;1'
    | '@mozilla.org/uriloader/local-handler-app;1'
    | '@mozilla.org/file/local;1']: Component
}
declare const Ci: {
  readonly nsIClearDataService: { readonly CLEAR_ALL: number }
  readonly nsIHandlerInfo: { readonly useHelperApp: number }
  readonly nsIHandlerService: Interface<HandlerService>
  readonly nsIExternalProtocolService: Interface<SchemeService>
  readonly nsILocalHandlerApp: Interface<{ executable: { initWithPath(path: string): void } }>
  readonly nsIFile: Interface<{ initWithPath(path: string): void }>
}
interface Addon {
  enable(): Promise<void>
  disable(): Promise<void>
  reload(): Promise<void>
}
declare const ChromeUtils: {
  importESModule(url: string): { readonly AddonManager: { getAddonByID(id: string): Promise<Addon | null> } }
}
declare const gBrowser: { readonly selectedBrowser: { readonly browsingContext: { mediumOverride: string } } }
declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy | null }

/** Runs one of the functions below. */
export async function runPrivileged<Arguments extends readonly unknown[], Result>(
  bidi: Bidi,
  fn: (...args: Arguments) => Result | Promise<Result>,
  ...args: Arguments
): Promise<Result> {
  const tree = await bidi.send<{ contexts: readonly { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  })
  const context = tree.contexts[0]?.context
  if (context === undefined) throw new Error('Firefox has no window.')
  return await runInFirefox<Result>(bidi, { context }, callSource(fn, args))
}

/** Firefox takes a language without its language pack too: its own texts stay English, extensions' texts change. */
export function useLanguage(language: string): void {
  Services.locale.availableLocales = [...new Set([...Services.locale.availableLocales, language])]
  Services.locale.requestedLocales = [language]
}

/** The host name of an extension's own pages, once it is there. */
export function readHostName(extensionId: string): string | undefined {
  return WebExtensionPolicy.getByID(extensionId)?.mozExtensionHostname
}

/** From now on every request for permissions made in a click is granted. */
export function silencePrompts(): void {
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)
}

/** Lets a program open the links of a scheme from now on, without a question. */
export function handleScheme(scheme: string, program: string): void {
  const handlers = Cc['@mozilla.org/uriloader/handler-service;1'].getService(Ci.nsIHandlerService)
  const schemes = Cc['@mozilla.org/uriloader/external-protocol-service;1'].getService(Ci.nsIExternalProtocolService)
  const application = Cc['@mozilla.org/uriloader/local-handler-app;1'].createInstance(Ci.nsILocalHandlerApp)
  application.executable = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile)
  application.executable.initWithPath(program)
  const handled = schemes.getProtocolHandlerInfo(scheme)
  handled.preferredApplicationHandler = application
  handled.preferredAction = Ci.nsIHandlerInfo.useHelperApp
  handled.alwaysAskBeforeHandling = false
  handlers.store(handled)
  Services.prefs.setBoolPref(`network.protocol-handler.external.${scheme}`, true)
  Services.prefs.setBoolPref(`network.protocol-handler.warn-external.${scheme}`, false)
}

/** Undoes what {@link handleScheme} did. */
export function forgetScheme(scheme: string): void {
  const handlers = Cc['@mozilla.org/uriloader/handler-service;1'].getService(Ci.nsIHandlerService)
  const schemes = Cc['@mozilla.org/uriloader/external-protocol-service;1'].getService(Ci.nsIExternalProtocolService)
  handlers.remove(schemes.getProtocolHandlerInfo(scheme))
  Services.prefs.clearUserPref(`network.protocol-handler.external.${scheme}`)
  Services.prefs.clearUserPref(`network.protocol-handler.warn-external.${scheme}`)
}

/** Forgets what pages and extensions left in the browser, and how its prompts were answered. */
export async function forgetAll(): Promise<void> {
  Services.prefs.clearUserPref('extensions.webextOptionalPermissionPrompts')
  await navigator.clipboard.writeText('')
  await new Promise<void>((onDataDeleted) => {
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: () => onDataDeleted() })
  })
}

/** Begins to write the settings to disk. */
export function savePreferences(): void {
  Services.prefs.savePrefFile(null)
}

/** Shows the tab in front as it is printed. */
export function emulatePrint(isPrinted: boolean): void {
  gBrowser.selectedBrowser.browsingContext.mediumOverride = isPrinted ? 'print' : ''
}

/** Starts an extension anew. */
export async function restartExtension(extensionId: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  await (await AddonManager.getAddonByID(extensionId))?.reload()
}

/** Disables an extension, or enables it again. */
export async function setEnabled(extensionId: string, isEnabled: boolean): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const extension = await AddonManager.getAddonByID(extensionId)
  await (isEnabled ? extension?.enable() : extension?.disable())
}

export async function readClipboard(): Promise<string> {
  return await navigator.clipboard.readText()
}

/** Asks the event page to end; whether it has. */
export async function isBackgroundStopped(extensionId: string): Promise<boolean> {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension
  if (!extension?.manifest.background) return true
  if (extension.backgroundState !== 'stopped') await extension.terminateBackground({ ignoreDevToolsAttached: true })
  return extension.backgroundState === 'stopped'
}

/** Ends the event page after so many milliseconds, with messages unanswered and work undone. */
export async function killBackground(extensionId: string, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
  const options = { ignoreDevToolsAttached: true, disableResetIdleForTest: true }
  await WebExtensionPolicy.getByID(extensionId)?.extension.terminateBackground(options)
}
