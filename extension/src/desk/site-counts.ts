/**
 * How often a record's place was found in a site's pages. Kept beside the grants, in local storage: a host, the name of its
 * rule, and numbers by the day; no record, no address, no time. It counts while the vault is locked, too.
 *
 * @module
 */
import { browser } from 'wxt/browser'
import type { SiteCounts } from './site-views.ts'

const KEY = 'siteCounts'
/** For so many days numbers are kept. */
export const COUNTED_DAYS = 14
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

interface StoredCounts {
  /** The rule's id. */
  readonly site: string
  /** The last day on which a place was found, in days since 1970. */
  readonly matched?: number
  /** By the day: how often found, how often not. */
  readonly days: { readonly [day: string]: readonly [found: number, missed: number] }
}

type Stored = { readonly [origin: string]: StoredCounts }

/** A record's place was found, or was not. */
export async function countPlace(origin: string, site: string, isFound: boolean, now = Date.now()): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const all = await readAll()
    await browser.storage.local.set({ [KEY]: { ...all, [origin]: counted(all[origin], site, isFound, dayOf(now)) } })
  })
}

/** What was counted for each origin. */
export async function readCounts(now = Date.now()): Promise<readonly SiteCounts[]> {
  return Object.entries(await readAll()).map(([origin, { site, matched, days }]) => {
    const kept = Object.entries(days).filter(([day]) => Number(day) > dayOf(now) - COUNTED_DAYS)
    const sum = (place: 0 | 1) => kept.reduce((total, [, numbers]) => total + numbers[place], 0)
    const last = matched === undefined ? {} : { daysAgo: Math.max(0, dayOf(now) - matched) }
    return { origin, site, found: sum(0), missed: sum(1), ...last }
  })
}

/** Forgets what was counted for origins that are no sites any more. */
export async function forgetCounts(isSite: (origin: string) => Promise<boolean>): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const all = Object.entries(await readAll())
    const staying = await Promise.all(all.map(async (entry) => ((await isSite(entry[0])) ? [entry] : [])))
    const left = staying.flat()
    if (left.length < all.length) await browser.storage.local.set({ [KEY]: Object.fromEntries(left) })
  })
}

function counted(before: StoredCounts | undefined, site: string, isFound: boolean, today: number): StoredCounts {
  // Another rule's numbers say nothing of this one.
  const { matched, days = {} } = before?.site === site ? before : {}
  const [found, missed] = days[today] ?? [0, 0]
  const kept = Object.entries(days).filter(([day]) => Number(day) > today - COUNTED_DAYS)
  const last = isFound ? today : matched
  return {
    site,
    ...(last === undefined ? {} : { matched: last }),
    days: { ...Object.fromEntries(kept), [today]: isFound ? [found + 1, missed] : [found, missed + 1] },
  }
}

async function readAll(): Promise<Stored> {
  return (await browser.storage.local.get({ [KEY]: {} }))[KEY] as Stored
}

// By the user's own midnight.
function dayOf(milliseconds: number): number {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000
  return Math.floor((milliseconds - offset) / DAY_MILLISECONDS)
}
