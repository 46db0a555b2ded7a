/** How long the journal is kept, and what goes when that is over. @module */
import { forgetRecords, list } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { readPolicy } from './policy.ts'
import { isGone } from './policy-absence.ts'
import { changePreferences, readPreferences } from './preferences.ts'
import { forbiddenByPolicy } from './problem.ts'
import { unlockedVault, vaultIfUnlocked } from './vault-session.ts'

/** How the journal is kept, for the options page. */
export interface JournalKeeping {
  /** Today and so many days before it; 0 where no journal is kept. */
  readonly days: number
  /** Whether the organisation set it. */
  readonly isManaged: boolean
  /** Whether lines may be removed before their time. */
  readonly mayEmpty: boolean
  /** How many days have lines. */
  readonly daysWithLines: number
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** How the journal is kept now. */
export async function readKeeping(): Promise<JournalKeeping> {
  const [policy, { journalDays }, vault] = await Promise.all([readPolicy(), readPreferences(), unlockedVault()])
  return {
    days: journalDays,
    isManaged: policy.journalDays !== undefined,
    mayEmpty: policy.allowEmptyingJournal,
    daysWithLines: (await list(vault, 'journal')).length,
  }
}

/** The day of a moment as the journal counts days: by UTC, so that they do not move with the user. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/**
 * Removes the days that are too old; nothing, while the vault is locked, or as long as the browser may not have loaded the
 * policy that keeps them.
 */
export async function trimJournal(now = Date.now()): Promise<void> {
  const vault = await vaultIfUnlocked()
  if (vault === undefined || !(await isPolicyKnown(now))) return
  await removeOld(vault, now)
}

/**
 * Takes the user's choice of how many days are kept; older ones go at once.
 *
 * @throws PluginError where the policy sets it, or would keep what this removes.
 */
export async function chooseJournalDays(days: number, now = Date.now()): Promise<void> {
  const [vault, policy, { journalDays }] = await Promise.all([unlockedVault(), readPolicy(), readPreferences()])
  if (policy.journalDays !== undefined) throw forbiddenByPolicy()
  if (!policy.allowEmptyingJournal && days < journalDays) throw forbiddenByPolicy()
  await changePreferences({ journalDays: days })
  await removeOld(vault, now)
}

/**
 * Removes every line.
 *
 * @throws PluginError where the policy forbids it.
 */
export async function emptyJournal(): Promise<void> {
  const [vault, { allowEmptyingJournal }] = await Promise.all([unlockedVault(), readPolicy()])
  if (!allowEmptyingJournal) throw forbiddenByPolicy()
  await removeDays(vault, () => true)
}

async function removeOld(vault: Vault, now: number): Promise<void> {
  const { journalDays } = await readPreferences()
  const oldest = dayOf(now - journalDays * DAY_MILLISECONDS)
  await removeDays(vault, (day) => journalDays === 0 || day < oldest)
}

async function removeDays(vault: Vault, isLeaving: (day: string) => boolean): Promise<void> {
  await navigator.locks.request('journal', async () => {
    const old = (await list(vault, 'journal')).filter(({ group }) => isLeaving(group)).map(({ id }) => id)
    if (old.length > 0) await forgetRecords(vault, old)
  })
}

async function isPolicyKnown(now: number): Promise<boolean> {
  const policy = await readPolicy()
  // One that says it wrongly meant something, too: a mistake takes nothing away.
  if (policy.faults.includes('journalDays')) return false
  return await navigator.locks.request('policy', async () => policy.isThere || (await isGone(policy, now)))
}
