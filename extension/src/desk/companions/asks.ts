/** Companion extensions that the user has not allowed: who asks, and who was refused. Nothing of them runs. @module */
import type { PluginData } from '@joinery/sdk/companion'
import { browser } from 'wxt/browser'
import type { TooOld } from '../views.ts'

/** One of them; without data where one side is too old for the other. */
export interface CompanionAsk {
  readonly extensionId: string
  readonly data?: PluginData
  readonly tooOld?: TooOld
  readonly isRefused: boolean
  /** Whether the user had allowed it and took that back. */
  readonly wasAllowed?: true
  /** Another one for each announcement that said something else: what the user agrees to is what was shown. */
  readonly revision: string
}

/** Where they are stored. */
export const ASKS = 'companionAsks'

/** How many are kept; who comes after them is turned away. */
export const MOST_ASKS = 10

/** All of them, in the order in which they came. */
export async function readAsks(): Promise<readonly CompanionAsk[]> {
  const { [ASKS]: kept } = await browser.storage.local.get({ [ASKS]: '[]' })
  return JSON.parse(String(kept)) as readonly CompanionAsk[]
}

/** Keeps one, in the place of what the same extension asked before; whether there was room. */
export async function keepAsk(ask: CompanionAsk): Promise<boolean> {
  const asks = await readAsks()
  const place = asks.findIndex(({ extensionId }) => extensionId === ask.extensionId)
  if (place === -1 && asks.length >= MOST_ASKS) return false
  await write(place === -1 ? [...asks, ask] : asks.with(place, ask))
  return true
}

/** Drops one. */
export async function dropAsk(extensionId: string): Promise<void> {
  await write((await readAsks()).filter((ask) => ask.extensionId !== extensionId))
}

// As a text: Chromium's storage puts members into an order of its own.
async function write(asks: readonly CompanionAsk[]): Promise<void> {
  await browser.storage.local.set({ [ASKS]: JSON.stringify(asks) })
}
