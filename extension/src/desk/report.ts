/** What a diagnosis report says of the desk: versions, numbers and codes; no name of anybody or anything that people gave. @module */
import { plugins } from '../plugins.ts'
import { findSite } from '../sites/find-site.ts'
import { count } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { readAccounts } from './holdings.ts'
import { latestFailures } from './journal-view.ts'
import { listOwnSites } from './own-sites.ts'
import { readPolicy } from './policy.ts'
import { planFor } from './policy-plan.ts'
import { readPreferences } from './preferences.ts'
import { sentenceFor } from './problem.ts'
import { type Rejection, rejectedCounts } from './rejected.ts'
import { enabledSites } from './sites.ts'
import { staysUnlocked, vaultIfUnlocked, vaultState } from './vault-session.ts'

/** What the background knows for a report. */
export interface ReportFacts {
  /** Versions by id. */
  readonly plugins: { readonly [id: string]: string }
  readonly vault: 'absent' | 'locked' | 'unlocked'
  readonly settings: { readonly idleMinutes: number; readonly journalDays: number; readonly staysUnlocked: boolean }
  readonly policy: { readonly isThere: boolean; readonly faults: number }
  readonly sites: {
    /** Products whose hosts are the vendor's own and the same for everybody, by the ids of their rules. */
    readonly products: readonly string[]
    readonly others: number
    readonly own: number
  }
  readonly rejected: { readonly [R in Rejection]?: number }
  /** Of an unlocked vault. */
  readonly numbers?: {
    readonly accounts: { readonly [pluginId: string]: number }
    readonly targets: number
    readonly shortcuts: number
    readonly links: number
    readonly certificates: number
    readonly journalDays: number
  }
  readonly failures?: readonly {
    readonly at: string
    readonly plugin: string
    readonly action: string
    readonly code: string
  }[]
}

const SHOWN_FAILURES = 20
const UNKNOWN = 'unknown'

/** Gathers it. */
export async function readReport(): Promise<ReportFacts> {
  const [vault, state, preferences, policy, stays, sites, rejected] = await Promise.all([
    vaultIfUnlocked(),
    vaultState(),
    readPreferences(),
    readPolicy(),
    staysUnlocked(),
    sitesInNumbers(),
    rejectedCounts(),
  ])
  const { idleMinutes, journalDays } = preferences
  return {
    plugins: Object.fromEntries(plugins.map(({ id, version }) => [id, version])),
    vault: state,
    settings: { idleMinutes, journalDays, staysUnlocked: stays },
    policy: { isThere: policy.isThere, faults: planFor(policy).faults.length },
    sites,
    rejected,
    ...(vault === undefined ? {} : { numbers: await numbersIn(vault), failures: await failuresIn(vault) }),
  }
}

async function sitesInNumbers(): Promise<ReportFacts['sites']> {
  const [patterns, own] = await Promise.all([enabledSites(), listOwnSites()])
  const products = patterns.map((pattern) => findSite(pattern.replace(/\*$/, ''), [])?.id)
  return {
    products: [...new Set(products.filter((id) => id !== undefined))].toSorted(),
    others: products.filter((id) => id === undefined).length,
    own: own.length,
  }
}

async function numbersIn(vault: Vault): Promise<NonNullable<ReportFacts['numbers']>> {
  const accounts = Map.groupBy(await readAccounts(), ({ pluginId }) => knownPlugin(pluginId))
  const [targets, shortcuts, links, certificates, journalDays] = await Promise.all(
    ['target', 'shortcut', 'link', 'certificate', 'journal'].map((kind) => count(vault, kind)),
  )
  return {
    accounts: Object.fromEntries([...accounts].map(([id, those]) => [id, those.length])),
    targets: targets ?? 0,
    shortcuts: shortcuts ?? 0,
    links: links ?? 0,
    certificates: certificates ?? 0,
    journalDays: journalDays ?? 0,
  }
}

// What stands in the vault may have come with somebody's file: only words of the program's own go out.
async function failuresIn(vault: Vault): Promise<NonNullable<ReportFacts['failures']>> {
  const entries = await latestFailures(vault, SHOWN_FAILURES)
  return entries.map(({ at, pluginId = '', action = '', outcome }) => {
    const plugin = plugins.find(({ id }) => id === pluginId)
    return {
      at: Number.isSafeInteger(at) ? new Date(at).toISOString() : UNKNOWN,
      plugin: plugin?.id ?? UNKNOWN,
      action: plugin !== undefined && Object.hasOwn(plugin.actions, action) ? action : UNKNOWN,
      code: sentenceFor(outcome) === undefined ? UNKNOWN : outcome,
    }
  })
}

function knownPlugin(pluginId: string): string {
  return plugins.some(({ id }) => id === pluginId) ? pluginId : UNKNOWN
}
