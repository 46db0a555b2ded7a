/** What other extensions say to us: an announcement is kept, shown and asked about, and nothing else is taken. @module */
import {
  type AnnouncedMessage,
  COMPANION_VERSION,
  type CompanionState,
  grownPermissions,
  type PluginData,
  readAnnouncement,
} from '@joinery/sdk/companion'
import { type Browser, browser } from 'wxt/browser'
import { keptPlugins } from '../../added-plugins.ts'
import type { CompanionRecord } from '../../companion-record.ts'
import { ownPlugin } from '../../own-plugins.ts'
import type { TooOld } from '../views.ts'
import { allowedOf, alone, keepAllowed } from './allowed.ts'
import { keepAsk, readAsks } from './asks.ts'
import { hasTurn } from './turns.ts'

const LONGEST_ID = 200

interface Taken {
  readonly state: CompanionState
  readonly detail?: string
}

/** Answers other extensions for as long as the background lives; web pages have no way to this. */
export function listenToCompanions(onChange: () => void): void {
  browser.runtime.onMessageExternal.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    const extensionId = extensionOf(sender)
    // What is no message of a companion gets no answer, as if nobody were here.
    if (extensionId === undefined || typeof message !== 'object' || message === null) return undefined
    return 'joinery' in message ? answerTo(message, extensionId, onChange) : undefined
  })
}

async function answerTo(message: object, extensionId: string, onChange: () => void): Promise<AnnouncedMessage> {
  if (!hasTurn(extensionId, Date.now())) return { joinery: COMPANION_VERSION, type: 'announced', state: 'busy' }
  const taken = await takeAnnouncement(message, extensionId)
  if (taken.state === 'allowed' || taken.state === 'suspended') onChange()
  return { joinery: COMPANION_VERSION, type: 'announced', ...taken }
}

/** Who speaks, by the browser's word alone; not we ourselves, and no script of an extension within a web page. */
function extensionOf({ id, url }: Browser.runtime.MessageSender): string | undefined {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID || id === browser.runtime.id) return undefined
  return url === undefined || /^(chrome|moz)-extension:/.test(url) ? id : undefined
}

/** Takes what an extension announced; it becomes a plugin only where the user agreed to as much before. */
export async function takeAnnouncement(message: unknown, extensionId: string): Promise<Taken> {
  const announcement = await readAnnouncement(message)
  return await alone(async () => {
    const own = await allowedOf(extensionId)
    if (announcement.ok) {
      const { plugin } = announcement
      return own === undefined ? await ask(extensionId, { data: plugin }) : await update(own, plugin)
    }
    const { state, detail } = announcement
    if (state === 'malformed') return { state, detail }
    await noteTooOld(extensionId, own, state)
    return { state, detail }
  })
}

async function update(own: CompanionRecord, data: PluginData): Promise<Taken> {
  if (data.id !== own.allowed.id) return { state: 'taken', detail: `this extension is ${own.allowed.id} already` }
  const { extensionId } = own
  const grown = grownPermissions(own.allowed, data)
  if (grown.length === 0) {
    await keepAllowed({ extensionId, allowed: data })
    return { state: 'allowed' }
  }
  const revision = own.asks !== undefined && isSame(own.asks.data, data) ? own.asks.revision : crypto.randomUUID()
  await keepAllowed({ extensionId, allowed: own.allowed, asks: { data, revision } })
  return { state: 'suspended', detail: grown.join('; ') }
}

async function ask(
  extensionId: string,
  { data, tooOld }: { readonly data?: PluginData; readonly tooOld?: TooOld },
): Promise<Taken> {
  if (data !== undefined && (await isTaken(data.id, extensionId)))
    return { state: 'taken', detail: `${data.id} is another plugin` }
  const before = (await readAsks()).find((known) => known.extensionId === extensionId)
  const isRefused = before?.isRefused ?? false
  const isKnown = before !== undefined && isSame(before.data, data) && before.tooOld === tooOld
  if (!isKnown) {
    const said = { ...(data === undefined ? {} : { data }), ...(tooOld === undefined ? {} : { tooOld }) }
    const wasAllowed = before?.wasAllowed ? ({ wasAllowed: true } as const) : {}
    const hasRoom = await keepAsk({ extensionId, ...said, ...wasAllowed, isRefused, revision: crypto.randomUUID() })
    if (!hasRoom) return { state: 'busy', detail: 'others wait for the user’s answer' }
  }
  return { state: isRefused ? 'refused' : 'asks' }
}

async function noteTooOld(extensionId: string, own: CompanionRecord | undefined, tooOld: TooOld): Promise<void> {
  if (own === undefined) await ask(extensionId, { tooOld })
  else await keepAllowed({ ...own, tooOld })
}

/** An id that another plugin has, or had until the user took it back: its accounts are not for whoever comes next. */
async function isTaken(id: string, extensionId: string): Promise<boolean> {
  if (ownPlugin(id) !== undefined || (await keptPlugins()).some((plugin) => plugin.id === id)) return true
  return (await readAsks()).some((ask) => ask.wasAllowed && ask.data?.id === id && ask.extensionId !== extensionId)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
