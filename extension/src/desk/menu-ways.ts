/** What the browser's menus may offer, by what is set up. @module */
import type { Recognition } from '@joinery/sdk'
import { type RawValues, settingOf } from '@joinery/sdk/host'
import { allPlugins } from '../all-plugins.ts'
import type { Way } from './click.ts'
import { readShortcuts } from './holdings.ts'
import { linkButtons, wayOf } from './page-links.ts'
import { resolveAll } from './shortcuts.ts'

/** The ways that have an item on selected text, and the links that have one, as match patterns. */
export interface OfferedWays {
  readonly text: readonly Way[]
  readonly links: { readonly join: readonly string[]; readonly control: readonly string[] }
}

/** What is offered to everybody while the vault is locked, or what fits the user's accounts. */
export async function forWays(isUnlocked: boolean): Promise<OfferedWays> {
  return isUnlocked ? await fittingAccounts() : whileLocked()
}

function whileLocked(): OfferedWays {
  const known = allPlugins().flatMap(({ recognize = [], actions }) => {
    const alternatives = Object.values(actions).flat()
    const ways = new Set(alternatives.filter(({ icon }) => icon === 'join' || icon === 'control').map(wayOf))
    return recognize.flatMap((recognition) => [...ways].map((way) => ({ way, pattern: patternOf(recognition, {}) })))
  })
  return { text: ['join', 'control', 'invite'], links: byWay(known) }
}

async function fittingAccounts(): Promise<OfferedWays> {
  const [buttons, shortcuts] = await Promise.all([linkButtons(), readShortcuts().then(resolveAll)])
  const ways = new Set<Way>(buttons.map(({ action }) => wayOf(action)))
  if (shortcuts.some(({ action }) => action.for === 'contact' && action.icon === 'invite')) ways.add('invite')
  const links = buttons.flatMap(({ account, action, plugin }) =>
    (plugin.recognize ?? []).map((recognition) => ({
      way: wayOf(action),
      pattern: patternOf(recognition, account.settings),
    })),
  )
  return { text: [...ways], links: byWay(links) }
}

function byWay(known: readonly { readonly way: Way; readonly pattern: string | undefined }[]): OfferedWays['links'] {
  const of = (wanted: Way) => [
    ...new Set(known.flatMap(({ way, pattern }) => (way === wanted && pattern !== undefined ? [pattern] : []))),
  ]
  return { join: of('join'), control: of('control') }
}

// Links of a program's own scheme have no pattern that both browsers take, and no port stands in Firefox's.
function patternOf({ href }: Recognition, settings: RawValues): string | undefined {
  const setting = settingOf(href)
  if (setting === undefined) return /^https?:/.test(href) ? href : undefined
  const value = settings[setting]
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined
  const { protocol, hostname } = new URL(value)
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : undefined
}
