/** The preferences of a Firefox under test: quiet, alone with the simulators, always the same. @module */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillCertificateStore } from './certificate-store.ts'
import type { LaunchRequest } from './session.ts'

type Preferences = Readonly<Record<string, string | number | boolean>>

const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutConfig.showWarning': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.warnOnQuit': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.autoDisableScopes': 0,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'security.external_protocol_requires_permission': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  // Tabs that glide into their places are seen by nobody, and cost more than what the tests do in them.
  'ui.prefersReducedMotion': 1,
}

/** An extension from a folder goes with each session; in a profile that is kept it shall come back to what it had. */
const KEPT: Preferences = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
}

/** Writes the preferences into a new profile; everything but loopback goes to the proxy. */
export function writeProfile(folder: string, proxyPort: number, request: LaunchRequest): void {
  const language = request.language ?? 'en'
  const preferences: Preferences = {
    ...QUIET,
    ...(request.profile === undefined ? {} : KEPT),
    'intl.accept_languages': language === 'en' ? 'en-US, en' : `${language}, en`,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
    // What the proxy refuses shall not be tried without it.
    'network.proxy.failover_direct': false,
    'ui.systemUsesDarkTheme': request.colorScheme === 'dark' ? 1 : 0,
    ...(request.clientCertificates === undefined ? {} : { 'security.default_personal_cert': 'Select Automatically' }),
  }
  if (request.clientCertificates !== undefined) fillCertificateStore(folder, request.clientCertificates.identities)
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(folder, 'user.js'), lines.join(''))
}
