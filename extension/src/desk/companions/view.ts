/** What the options page shows of companion extensions. @module */
import { COMPANION_VERSION, type WhoMessage } from '@joinery/sdk/companion'
import { browser } from 'wxt/browser'
import type { CompanionRecord } from '../../companion-record.ts'
import type { CompanionView } from '../views.ts'
import { readAllowed } from './allowed.ts'
import { takeAnnouncement } from './announced.ts'
import { type CompanionAsk, readAsks } from './asks.ts'

/** How long an extension may take to say that it is there, in milliseconds. */
const PATIENCE_MILLISECONDS = 2000

/** Those that ask first, then those that are allowed, then those that were refused. */
export async function viewCompanions(): Promise<readonly CompanionView[]> {
  const known = await readAllowed()
  const isThere = new Map(
    await Promise.all(known.map(async ({ extensionId }) => [extensionId, await greet(extensionId)] as const)),
  )
  const [allowed, asks] = await Promise.all([readAllowed(), readAsks()])
  const own = allowed.map((record) => ({ ...viewOfAllowed(record), isThere: isThere.get(record.extensionId) ?? true }))
  const isKnown = ({ extensionId }: CompanionAsk) => isThere.has(extensionId)
  const others = asks.filter((ask) => !isKnown(ask)).map(viewOfAsk)
  return [
    ...others.filter(({ state }) => state !== 'refused'),
    ...own,
    ...others.filter(({ state }) => state === 'refused'),
  ]
}

/** Asks an extension that is allowed what it is now; whether anybody answers. */
async function greet(extensionId: string): Promise<boolean> {
  const who: WhoMessage = { joinery: COMPANION_VERSION, type: 'who' }
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, PATIENCE_MILLISECONDS)
  const asked = browser.runtime.sendMessage(extensionId, who).catch(() => undefined)
  const answer: unknown = await Promise.race([asked, late])
  clearTimeout(timer)
  if (answer === undefined || answer === null) return false
  await takeAnnouncement(answer, extensionId)
  return true
}

function viewOfAllowed({ extensionId, allowed, asks, tooOld }: CompanionRecord): Omit<CompanionView, 'isThere'> {
  if (tooOld !== undefined) return { extensionId, state: 'too-old', tooOld, data: allowed }
  if (asks === undefined) return { extensionId, state: 'allowed', data: allowed }
  return { extensionId, state: 'suspended', data: asks.data, before: allowed, revision: asks.revision }
}

function viewOfAsk({ extensionId, data, tooOld, isRefused, revision }: CompanionAsk): CompanionView {
  const about = { extensionId, isThere: true, ...(data === undefined ? {} : { data }), ...(tooOld && { tooOld }) }
  if (isRefused) return { ...about, state: 'refused', revision }
  return tooOld === undefined ? { ...about, state: 'asks', revision } : { ...about, state: 'too-old' }
}
