/** Keeps accounts, targets, shortcuts and the journal in memory only: nothing secret is written unsealed. @module */
import type { Fact } from '@joinery/sdk'
import { browser } from 'wxt/browser'

/** An account as stored; secrets stand in its settings as plain text, so this never leaves desk and vault. */
export interface StoredAccount {
  readonly id: string
  readonly pluginId: string
  readonly name: string
  readonly settings: { readonly [field: string]: unknown }
  readonly me: { readonly [F in Fact]?: string }
}

/** A target as stored. */
export interface StoredTarget {
  readonly id: string
  readonly accountId: string
  readonly fields: { readonly [field: string]: unknown }
}

/** A shortcut as stored. */
export interface StoredShortcut {
  readonly id: string
  readonly name: string
  readonly accountId: string
  readonly action: string
  readonly targetId?: string
  readonly inPage: boolean
}

/** One line of the journal: no links, no secrets. */
export interface JournalEntry {
  readonly at: number
  readonly shortcutId: string
  readonly action: string
  readonly site?: string
  readonly record?: { readonly kind: string; readonly key: string }
  readonly outcome: string
}

/** Everything that is kept. */
export interface Holdings {
  readonly me: { readonly [F in Fact]?: string }
  readonly accounts: readonly StoredAccount[]
  readonly targets: readonly StoredTarget[]
  readonly shortcuts: readonly StoredShortcut[]
  readonly journal: readonly JournalEntry[]
}

const empty: Holdings = { me: {}, accounts: [], targets: [], shortcuts: [], journal: [] }

// The background alone reads and writes, so what it read once it knows; a stopped background reads anew.
let known: Promise<Holdings> | undefined

/** Reads some of the holdings. */
export async function readHoldings<Name extends keyof Holdings>(
  ...names: readonly Name[]
): Promise<Pick<Holdings, Name>> {
  const holdings = await all()
  return Object.fromEntries(names.map((name) => [name, holdings[name]])) as Pick<Holdings, Name>
}

/** Changes some of the holdings, one change at a time. */
export async function changeHoldings<Name extends keyof Holdings>(
  names: readonly Name[],
  change: (holdings: Pick<Holdings, Name>) => Partial<Pick<Holdings, Name>>,
): Promise<void> {
  await navigator.locks.request('holdings', async () => {
    const changed = change(await readHoldings(...names))
    await browser.storage.session.set(changed)
    known = Promise.resolve({ ...(await all()), ...changed })
  })
}

function all(): Promise<Holdings> {
  known ??= browser.storage.session.get<Record<string, unknown>>({ ...empty }).then(
    (stored) => stored as unknown as Holdings,
    (error: unknown) => {
      known = undefined
      throw error
    },
  )
  return known
}
