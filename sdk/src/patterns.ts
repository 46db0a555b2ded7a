/** Patterns: which links a plugin may open and which requests may leave. @module */

/** Values of the account's URL settings, by name. */
export type PatternSettings = { readonly [name: string]: unknown }

const SETTING_AT_START = /^\{account\.([A-Za-z]\w*)\}/
// After a setting: nothing, any query, or a path with a star at its end at most.
const REST_AFTER_SETTING = /^(\?\*|\/[^*{}]*\*?)?$/
// No braces: a setting elsewhere than at the start is not filled in.
const WEB_PATTERN = /^(https?):\/\/(\*\.)?([^/*{}@?#]+)(\/[^{}#]*)$/
const APP_PATTERN = /^([a-z][a-z0-9+.-]*):\*$/
// What parsers disagree about, or what no link needs.
const SUSPICIOUS_CHARACTER = /[\s\\"<>^`{|}\p{Cc}]/u
// An app reads its link by itself, and vendors put GUIDs in braces into it.
const SUSPICIOUS_FOR_APPS = /[\s\\"<>^`|\p{Cc}]/u
const SCRIPT_SCHEMES: ReadonlySet<string> = new Set([
  'javascript:',
  'data:',
  'blob:',
  'file:',
  'about:',
  'view-source:',
  'filesystem:',
])

/**
 * Whether a pattern is of a form that {@link matchesPattern} understands.
 *
 * @example
 * isPattern('https://{account.host}/*') // false
 */
export function isPattern(pattern: string): boolean {
  if (SETTING_AT_START.test(pattern)) return REST_AFTER_SETTING.test(pattern.replace(SETTING_AT_START, ''))
  const app = APP_PATTERN.exec(pattern)
  if (app) return !SCRIPT_SCHEMES.has(`${app[1]}:`) && app[1] !== 'http' && app[1] !== 'https'
  const web = WEB_PATTERN.exec(pattern)
  return web !== null && URL.canParse(pattern.replaceAll('*', 'x'))
}

/**
 * The setting that a pattern names, if any.
 *
 * @example
 * settingOf('{account.server}/*') // 'server'
 */
export function settingOf(pattern: string): string | undefined {
  return SETTING_AT_START.exec(pattern)?.[1]
}

/**
 * Whether a URL matches a permission pattern.
 *
 * `https://host/path*` compares scheme, host and port exactly (`*.` before the host stands for any subdomain and the
 * host itself) and the path with its query by the stars; `scheme:*` is an app's link; `{account.server}/*` starts at the
 * account's URL, `{account.page}?*` is that page with any query. A URL with a user name, white space, quotes or a backslash matches nothing, braces match for apps alone.
 *
 * @example
 * matchesPattern('https://www.omnovia.com/*', 'https://www.omnovia.com/pages/x?y=1') // true
 * matchesPattern('https://www.omnovia.com/*', 'https://www.omnovia.com@evil.example/') // false
 */
export function matchesPattern(pattern: string, candidate: string, settings: PatternSettings = {}): boolean {
  const app = APP_PATTERN.exec(pattern)
  const suspicious = app ? SUSPICIOUS_FOR_APPS : SUSPICIOUS_CHARACTER
  if (suspicious.test(candidate) || !URL.canParse(candidate)) return false
  const url = new URL(candidate)
  if (SCRIPT_SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return false
  const setting = settingOf(pattern)
  if (setting !== undefined) return matchesSetting(pattern.replace(SETTING_AT_START, ''), settings[setting], url)
  if (app) return isPattern(pattern) && url.protocol === `${app[1]}:`
  return matchesWeb(pattern, url)
}

function matchesWeb(pattern: string, url: URL): boolean {
  const [, scheme, subdomains, host = '', path = ''] = WEB_PATTERN.exec(pattern) ?? []
  if (url.protocol !== `${scheme}:`) return false
  const expected = host.toLowerCase()
  if (url.host !== expected && !(subdomains && url.host.endsWith(`.${expected}`))) return false
  return matchesStars(path, url.pathname + url.search)
}

function matchesSetting(rest: string, value: unknown, url: URL): boolean {
  if (typeof value !== 'string' || !URL.canParse(value) || !REST_AFTER_SETTING.test(rest)) return false
  const base = new URL(value)
  if (url.origin !== base.origin || url.origin === 'null') return false
  const place = url.pathname + url.search
  if (rest === '?*') return url.pathname === base.pathname
  if (rest === '') return place === base.pathname + base.search
  const start = base.pathname.replace(/\/$/, '')
  return place.startsWith(start) && matchesStars(rest, place.slice(start.length))
}

function matchesStars(pattern: string, text: string): boolean {
  const [start = '', ...parts] = pattern.split('*')
  const end = parts.pop()
  if (end === undefined) return text === start
  if (!text.startsWith(start)) return false
  let place = start.length
  // The first place for each part is the best. An expression with several stars would try all of them.
  for (const part of parts) {
    const found = text.indexOf(part, place)
    if (found === -1) return false
    place = found + part.length
  }
  return text.length - place >= end.length && text.endsWith(end)
}
