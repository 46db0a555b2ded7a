/** Works through a list: so many at once, at the pace that the vendor allows, and on from where it was stopped. @module */
import { chooseAction } from '@joinery/sdk/host'
import { browser } from 'wxt/browser'
import { pluginById } from '../all-plugins.ts'
import type { BulkNotice } from '../messages.ts'
import type { Vault } from '../vault/vault.ts'
import { type BulkWork, type ItemEnd, recovered, storedFor, workOn } from './bulk-item.ts'
import { type BulkItem, type BulkJob, readBulk, type StoredBulk, writeItem, writeJob } from './bulk-store.ts'
import { readAccount, readMe } from './holdings.ts'
import { note } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import { nextSlot } from './pace.ts'
import { removedMeanwhile } from './problem.ts'
import { vaultIfUnlocked } from './vault-session.ts'

const ALARM = 'bulk'
/** The shortest time in which a stopped background is woken. */
const WAKE_MINUTES = 0.5
/** Before a browser takes the background for idle. */
const SIGN_OF_LIFE_MILLISECONDS = 20_000
const NEWS_EVERY_MILLISECONDS = 250
const LONGEST_NAP_MILLISECONDS = 10_000

/** A list in memory, written through to disk. */
interface Running {
  readonly vault: Vault
  job: BulkJob
  readonly items: Map<number, BulkItem>
  readonly life: AbortController
  /** Wakes the runner before its nap is over. */
  wake(): void
}

let running: Running | undefined
let lastNews = 0

/** Goes on with a list that is to be worked through; nothing, where there is none, or another window does it. */
export async function goOnWithBulk(): Promise<void> {
  const vault = await vaultIfUnlocked()
  if (vault === undefined || running !== undefined) return
  await navigator.locks.request('bulk', { ifAvailable: true }, async (lock) => {
    if (lock === null || running !== undefined) return
    const stored = await readBulk(vault)
    if (stored !== undefined && hasWork(stored)) await runThrough(vault, stored)
  })
}

// What was asked for when the program was stopped is cleared up whatever the user wants with the rest.
function hasWork({ job, items }: StoredBulk): boolean {
  if (job.state === 'running' || items.some(({ state }) => state === 'asked')) return true
  return job.state === 'cancelled' && items.some(({ state }) => state === 'waiting')
}

/** What is known of the list, from memory while it is worked through. */
export async function currentBulk(vault: Vault): Promise<StoredBulk | undefined> {
  if (running === undefined) return await readBulk(vault)
  return { job: running.job, items: [...running.items.values()] }
}

/** Changes the job, whether it is being worked through or not. */
export async function changeBulk(vault: Vault, change: Partial<BulkJob>): Promise<void> {
  const job = running?.job ?? (await readBulk(vault))?.job
  if (job === undefined) return
  const { reason: _, ...rest } = job
  const changed = { ...rest, ...change }
  await writeJob(vault, changed)
  if (running !== undefined) running.job = changed
  running?.wake()
  tellNews(true)
}

/** Begins to listen for the alarm that wakes the background while there is work. */
export function followBulkAlarm(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void goOnWithBulk().catch(console.error)
  })
}

async function runThrough(vault: Vault, { job, items }: StoredBulk): Promise<void> {
  const own: Running = {
    vault,
    job,
    items: new Map(items.map((item) => [item.number, item])),
    life: new AbortController(),
    wake: () => {},
  }
  running = own
  await browser.alarms.create(ALARM, { periodInMinutes: WAKE_MINUTES })
  const signsOfLife = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MILLISECONDS)
  try {
    const work = await workFor(own)
    for (const item of items) if (item.state === 'asked') await keep(own, await recovered(work, item))
    await workThrough(own, work)
  } finally {
    clearInterval(signsOfLife)
    running = undefined
    if (own.job.state !== 'running') await browser.alarms.clear(ALARM)
    tellNews(true)
  }
}

async function workThrough(own: Running, work: BulkWork): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const waiting = [...own.items.values()].filter(({ state }) => state === 'waiting').map(({ number }) => number)
  for (;;) {
    if (waiting.length === 0 && underWay.size === 0) break
    if (own.job.state !== 'running' || (await vaultIfUnlocked()) !== own.vault) {
      // What was sent is waited for, whatever the user wants now: its answer is worth more than the time.
      if (underWay.size === 0) break
      await Promise.race(underWay)
      continue
    }
    const now = Date.now()
    const free = Math.max(own.job.notBefore ?? 0, nextSlot(own.job.pace, countedTimes(own, now), now))
    const number = waiting.length > 0 && underWay.size < own.job.atOnce && free <= now ? waiting.shift() : undefined
    const item = number === undefined ? undefined : own.items.get(number)
    if (item === undefined) {
      await napUntil(own, underWay, free > now ? free : undefined)
      continue
    }
    if ((await storedFor(work, item)) !== undefined) {
      await keep(own, await recovered(work, item))
      continue
    }
    // On disk before anything is sent: a program that is stopped now does not ask twice.
    const asked: BulkItem = { ...item, state: 'asked', askedAt: Date.now() }
    await keep(own, asked)
    const ending = endOf(own, work, asked, waiting).finally(() => underWay.delete(ending))
    underWay.add(ending)
  }
  await finish(own)
}

async function endOf(own: Running, work: BulkWork, asked: BulkItem, waiting: number[]): Promise<void> {
  const end: ItemEnd = await workOn(work, asked)
  await keep(own, { ...end.item, endedAt: Date.now() })
  if (end.item.state === 'waiting') waiting.unshift(end.item.number)
  if (end.wait !== undefined) await changeBulk(own.vault, { notBefore: Date.now() + end.wait })
  // What was sent before the user let it go on says nothing of what holds now.
  const isStale = (asked.askedAt ?? 0) < own.job.startedAt
  if (end.stop !== undefined && !isStale) await changeBulk(own.vault, { state: 'paused', reason: end.stop })
}

async function finish(own: Running): Promise<void> {
  const items = [...own.items.values()]
  if (own.job.state === 'cancelled') {
    const waiting = items.filter(({ state }) => state === 'waiting')
    for (const item of waiting) await keep(own, { ...item, state: 'cancelled' })
    if (waiting.length > 0) await noteEnd(own, 'cancelled')
  }
  if (own.job.state !== 'running' || items.some(({ state }) => state === 'waiting' || state === 'asked')) return
  await changeBulk(own.vault, { state: 'finished' })
  await noteEnd(own, 'done')
}

// One line for the whole list: what became of each of its lines stands in its own table.
async function noteEnd({ job }: Running, outcome: string): Promise<void> {
  const [account, profile] = await Promise.all([readAccount(job.accountId), readMe()])
  note(entryFor({ account, action: job.action, profile, outcome }))
}

async function keep(own: Running, item: BulkItem): Promise<void> {
  await writeItem(own.vault, item)
  own.items.set(item.number, item)
  tellNews(false)
}

async function workFor({ job, life }: Running): Promise<BulkWork> {
  const account = await readAccount(job.accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  if (account === undefined || plugin === undefined) throw removedMeanwhile()
  const action = chooseAction(plugin, job.action, account.settings)
  if (action.inBulk === undefined) throw removedMeanwhile()
  return { plugin, account, name: job.action, action, identity: action.inBulk.identity, signal: life.signal }
}

// The vendor counts a request somewhere between its sending and its answer: the later is the safe one.
function countedTimes({ items }: Running, now: number): readonly number[] {
  return [...items.values()].flatMap(({ askedAt, endedAt, state }) => {
    if (askedAt === undefined) return []
    return [state === 'asked' ? now : (endedAt ?? askedAt)]
  })
}

/** Until something under way ends, the time has come, or the user changes something. */
async function napUntil(own: Running, underWay: ReadonlySet<Promise<void>>, time: number | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  own.wake = resolve
  const milliseconds = Math.min((time ?? Number.POSITIVE_INFINITY) - Date.now(), LONGEST_NAP_MILLISECONDS)
  const alarm = setTimeout(resolve, Math.max(milliseconds, 1))
  await Promise.race([promise, ...underWay])
  clearTimeout(alarm)
}

// A page that shows the list reads it anew; not for every line of a quick one.
function tellNews(isImportant: boolean): void {
  if (!isImportant && Date.now() - lastNews < NEWS_EVERY_MILLISECONDS) return
  lastNews = Date.now()
  const notice: BulkNotice = { notice: 'bulk-changed' }
  void browser.runtime.sendMessage(notice).catch(() => {})
}
