/** The journal as far as the section has read it, and what it is filtered by. @module */
import { signal } from '@preact/signals'
import type { JournalKeeping } from '../../../desk/journal-keeping.ts'
import type { JournalLine } from '../../../desk/journal-view.ts'
import { MOST_JOURNAL_LINES, type OUTCOMES } from '../../../journal-messages.ts'
import type { Payload } from '../../../messages.ts'
import { ask } from '../../../ui/ask.ts'
import { dayBegins } from './by-day.ts'

/** What lines are looked for by; empty texts stand for anything. */
export interface Filter {
  readonly text: string
  readonly accountId: string
  readonly outcome: (typeof OUTCOMES)[number] | ''
  /** Days as date inputs write them. */
  readonly from: string
  readonly until: string
}

/** What has been read. */
export interface Read {
  readonly lines: readonly JournalLine[]
  readonly more: boolean
  readonly damagedDays: number
}

const PAGE = 100

/** A filter that lets everything through. */
export const everything: Filter = { text: '', accountId: '', outcome: '', from: '', until: '' }

/** What is looked for. */
export const filter = signal<Filter>(everything)
/** What was found so far; `undefined` until the background answered, `failed` where it did not. */
export const found = signal<Read | 'failed' | undefined>(undefined)
/** How the journal is kept. */
export const keeping = signal<JournalKeeping | undefined>(undefined)

// Of several questions, the last one's answer counts.
let question = 0
// Typing asks quicker than a long journal answers: one at a time, and the last one after it.
let isReading = false
let next: number | undefined

/** Reads as many lines anew as are shown, and how the journal is kept. */
export async function readAgain(): Promise<void> {
  const shown = typeof found.value === 'object' ? found.value.lines.length : 0
  await readFirst(Math.min(Math.max(shown, PAGE), MOST_JOURNAL_LINES))
}

/** Reads the first lines anew, and how the journal is kept. */
export async function readFirst(limit = PAGE): Promise<void> {
  question += 1
  next = limit
  if (isReading) return
  isReading = true
  while (next !== undefined) {
    const wanted = next
    next = undefined
    await read(wanted)
  }
  isReading = false
}

async function read(limit: number): Promise<void> {
  const own = question
  const [page, kept] = await Promise.all([
    ask('journal.read', { ...queryOf(filter.value), limit }),
    ask('journal.readKeeping', {}),
  ])
  if (own !== question) return
  if (kept !== undefined) keeping.value = kept
  if (page !== undefined) found.value = page
  else if (found.value === undefined) found.value = 'failed'
}

/** Reads on, and returns the id of the first line that came. */
export async function readMore(): Promise<string | undefined> {
  const before = found.value
  const last = typeof before === 'object' ? before.lines.at(-1) : undefined
  if (typeof before !== 'object' || last === undefined) return undefined
  const own = question
  const page = await ask('journal.read', { ...queryOf(filter.value), limit: PAGE, after: placeOf(last) })
  if (page === undefined || own !== question) return undefined
  const damagedDays = Math.max(before.damagedDays, page.damagedDays)
  found.value = { lines: [...before.lines, ...page.lines], more: page.more, damagedDays }
  return page.lines[0]?.id
}

/** Every line that fits the filter, read part by part; `undefined` where the background does not answer. */
export async function readAll(): Promise<readonly JournalLine[] | undefined> {
  const lines: JournalLine[] = []
  const query = { ...queryOf(filter.value), limit: MOST_JOURNAL_LINES }
  for (;;) {
    const last = lines.at(-1)
    const page = await ask('journal.read', { ...query, ...(last === undefined ? {} : { after: placeOf(last) }) })
    if (page === undefined) return undefined
    lines.push(...page.lines)
    if (!page.more) return lines
  }
}

function placeOf({ at, id }: JournalLine) {
  return { at, id }
}

function queryOf({ text, accountId, outcome, from, until }: Filter): Omit<Payload<'journal.read'>, 'limit'> {
  const [first, end] = [dayBegins(from), dayBegins(until, 1)]
  return {
    text,
    ...(accountId === '' ? {} : { accountId }),
    ...(outcome === '' ? {} : { outcome }),
    ...(first === undefined ? {} : { from: first }),
    ...(end === undefined ? {} : { until: end }),
  }
}
