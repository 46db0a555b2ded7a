/** Which addresses a plugin file may lead to: https, an account's server, and apps that are known. @module */
import type { Fields } from '../fields.ts'
import { isPattern, settingOf } from '../patterns.ts'

/**
 * Schemes of programs for calls, meetings and remote support. Others do more than that with an address (`ms-msdt:` has
 * run commands), and nobody can tell which; so a file may name these, and a plugin in code what it answers for.
 */
export const APP_SCHEMES = [
  'anydesk',
  'gotomeeting',
  'jitsi-meet',
  'msteams',
  'rustdesk',
  'slack',
  'teamviewer10',
  'teamviewerapi',
  'webex',
  'zoommtg',
  'zoomphonecall',
  'zoomus',
] as const

const APP_PATTERN = /^([a-z][a-z0-9+.-]*):\*$/
const EXACT_HOST = /^https:\/\/[^*/]+\//

/** Whether a scheme is of such a program. */
export function isKnownApp(scheme: string): boolean {
  return APP_SCHEMES.some((known) => known === scheme)
}

/** Whether links may be opened by a pattern: a file names every host, since none of its addresses chooses one. */
export function mayOpen(pattern: string, account: Fields): boolean {
  return mayRecognize(pattern, account) && !pattern.startsWith('https://*')
}

/** Whether links in a page may be looked for by a pattern. */
export function mayRecognize(pattern: string, account: Fields): boolean {
  if (!isPattern(pattern)) return false
  const setting = settingOf(pattern)
  if (setting !== undefined) return isServer(account, setting)
  const app = APP_PATTERN.exec(pattern)?.[1]
  return app === undefined ? EXACT_HOST.test(pattern.replace('://*.', '://')) : isKnownApp(app)
}

/** Whether a setting is an address that every account has. */
export function isServer(account: Fields, setting: string): boolean {
  const field = Object.hasOwn(account, setting) ? account[setting] : undefined
  return field?.type === 'url' && !field.optional && field.when === undefined
}
