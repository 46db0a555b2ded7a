/** The form of a policy: reads it as far as it has the form, and names what has not. @module */
import * as v from 'valibot'
import { accountsIn, type Complaints, type PolicyAccount } from './policy-accounts.ts'
import { noteUnknown, partOf } from './policy-check.ts'
import { type PolicyPlugins, policyPluginsIn } from './policy-plugins.ts'

/** The policy, as far as it is there and has the form. */
export interface Policy {
  /** Whether the browser gave anything. */
  readonly isThere: boolean
  readonly accounts: readonly PolicyAccount[]
  readonly plugins: PolicyPlugins
  /** Origins on which buttons are wanted; the browser still asks the user for each. */
  readonly sites: readonly string[]
  readonly idleMinutes?: number
  readonly journalDays?: number
  readonly allowBackup: boolean
  readonly allowStayUnlocked: boolean
  readonly allowAddingAccounts: boolean
  readonly allowEmptyingJournal: boolean
  readonly companyName?: string
  readonly supportText?: string
  /** The paths of what does not have the form, such as `accounts[1].plugin`. */
  readonly faults: readonly string[]
  /** Keys (`account` or `account/target`) of which the policy says something wrong; an empty one stands for all. */
  readonly unclear: readonly string[]
}

const shortText = v.pipe(v.string(), v.maxLength(1000))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 60))
const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650))
const origin = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^/\s]+\/?$/),
  v.check((text) => URL.canParse(text)),
  v.transform((text) => text.replace(/\/$/, '')),
)
const shapes = {
  accounts: v.array(v.unknown()),
  plugins: v.array(v.unknown()),
  sites: v.array(v.unknown()),
  idleMinutes: minutes,
  journalDays: days,
  allowBackup: v.boolean(),
  allowStayUnlocked: v.boolean(),
  allowAddingAccounts: v.boolean(),
  allowEmptyingJournal: v.boolean(),
  companyName: shortText,
  supportText: shortText,
} as const

type Permission = 'allowBackup' | 'allowStayUnlocked' | 'allowAddingAccounts' | 'allowEmptyingJournal'

/** The policy in what the browser gave; what does not have the form is left out and named. */
export function policyIn(given: { readonly [name: string]: unknown }): Policy {
  const complaints: Complaints = { faults: [], unclear: [] }
  const { faults, unclear } = complaints
  function part<Name extends keyof typeof shapes>(name: Name) {
    return given[name] === undefined ? undefined : partOf(faults, name, given[name], shapes[name])
  }
  // Where something was meant and cannot be read, what is stricter counts.
  const allowed = (name: Permission) => part(name) ?? given[name] === undefined

  noteUnknown(faults, '', given, shapes)
  const isThere = Object.keys(given).length > 0
  const accounts = part('accounts')
  // For one wrong value deep inside, Chromium leaves out the whole list: only an empty one says that there are none.
  if (accounts === undefined && isThere) unclear.push('')
  const sites = (part('sites') ?? []).flatMap((item, index) => partOf(faults, `sites[${index}]`, item, origin) ?? [])
  const idleMinutes = part('idleMinutes')
  const journalDays = part('journalDays')
  const companyName = part('companyName')
  const supportText = part('supportText')
  return {
    isThere,
    accounts: accountsIn(accounts ?? [], complaints),
    plugins: policyPluginsIn(part('plugins'), faults),
    sites: [...new Set(sites)],
    ...(idleMinutes === undefined ? {} : { idleMinutes }),
    ...(journalDays === undefined ? {} : { journalDays }),
    allowBackup: allowed('allowBackup'),
    allowStayUnlocked: allowed('allowStayUnlocked'),
    allowAddingAccounts: allowed('allowAddingAccounts'),
    allowEmptyingJournal: allowed('allowEmptyingJournal'),
    ...(companyName === undefined ? {} : { companyName }),
    ...(supportText === undefined ? {} : { supportText }),
    faults,
    unclear,
  }
}
