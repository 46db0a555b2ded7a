/**
 * What the toolbar's button tells: lock, a click that failed where no page could say so, certificates that end soon,
 * extensions that wait for an answer.
 * @module
 */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { endsToWarnOf } from '../certificates/validity.ts'
import { warningOf } from './certificate-words.ts'
import { countWaiting } from './companions/waiting.ts'
import { readPreferences } from './preferences.ts'
import { sentenceFor } from './problem.ts'
import { vaultState } from './vault-session.ts'
import type { Problem, RunReply } from './views.ts'

const SIZES = [16, 32, 48] as const
const WARNING_COLOUR = '#b3261e'
/** A sentence without names, in memory alone. */
const FAILURE = 'lastFailure'

/** Draws the button: the icon is the lock's; the badge and the title's next words are the failure's, then the certificates', then the companions'. */
export async function drawBadge(isUnlocked: boolean): Promise<void> {
  const folder = isUnlocked ? '/icon' : '/icon/locked'
  const path = Object.fromEntries(SIZES.map((size) => [size, `${folder}/${size}.png`]))
  const state = isUnlocked ? i18n.t('icon.unlocked') : i18n.t('icon.locked')
  const told = await Promise.all([lastFailure(), certificateWarning(), companionWarning()])
  const warnings = told.filter((warning) => warning !== undefined)
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setTitle({ title: [state, ...warnings].join(' · ') }),
    browser.action.setBadgeBackgroundColor({ color: WARNING_COLOUR }),
    browser.action.setBadgeText({ text: warnings.length === 0 ? '' : '!' }),
  ])
}

/** Draws it as things stand. */
export async function redrawBadge(): Promise<void> {
  await drawBadge((await vaultState()) !== 'locked')
}

/**
 * Tells how a click ended that came from no page and no popup. A plugin's own words may name somebody, and anybody may see
 * the toolbar: it says no more than what kind of problem it was.
 */
export async function tellOnBadge(reply: RunReply, isUnlocked: boolean): Promise<void> {
  // A window asks for the passphrase: that is no failure.
  const isFailure = !reply.ok && reply.problem.code !== 'locked'
  await setFailure(isFailure ? harmless(reply.problem) : undefined, isUnlocked)
}

function harmless({ code, text }: Problem): string {
  const ours = [
    i18n.t('elsewhere.noPin'),
    i18n.t('elsewhere.noInvite'),
    i18n.t('elsewhere.noControl'),
    i18n.t('elsewhere.noSuchTarget'),
    i18n.t('elsewhere.nothingFound'),
    i18n.t('run.unknownTarget'),
    i18n.t('run.noRecord'),
    i18n.t('run.noShortcut'),
  ]
  return ours.includes(text) ? text : (sentenceFor(code) ?? '')
}

/** Tells in one of our own sentences why nothing was done. */
export async function setFailure(sentence: string | undefined, isUnlocked: boolean): Promise<void> {
  if (sentence === undefined) await browser.storage.session.remove(FAILURE)
  else await browser.storage.session.set({ [FAILURE]: sentence })
  await drawBadge(isUnlocked)
}

/** Whether the user has something to read there. */
export async function lastFailure(): Promise<string | undefined> {
  return (await browser.storage.session.get(FAILURE))[FAILURE] as string | undefined
}

async function certificateWarning(): Promise<string | undefined> {
  const { certificateEnds = [] } = await readPreferences()
  const now = Date.now()
  return warningOf(endsToWarnOf(certificateEnds, now), now)
}

async function companionWarning(): Promise<string | undefined> {
  const count = await countWaiting()
  return count === 0 ? undefined : i18n.t('companions.waiting', count)
}
