/** What the organisation set by the browser's policies (`storage.managed`), read as far as it has the form. @module */
import * as v from 'valibot'
import { browser } from 'wxt/browser'

const key = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/))
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))
const settings = v.record(v.string(), v.unknown())

const target = v.object({
  key,
  fields: v.optional(settings, {}),
  /** The actions that get a shortcut; all that the account offers, where this is absent. */
  actions: v.optional(v.array(name)),
})

const account = v.object({
  key,
  plugin: name,
  name,
  settings: v.optional(settings, {}),
  targets: v.optional(v.array(target), []),
})

/** An account that the organisation sets up, with its targets. */
export type PolicyAccount = v.InferOutput<typeof account>
/** A target of such an account. */
export type PolicyTarget = v.InferOutput<typeof target>

/** The policy, as far as it is there and has the form. */
export interface Policy {
  readonly accounts: readonly PolicyAccount[]
  /** Origins on which buttons are wanted; the browser still asks the user for each. */
  readonly sites: readonly string[]
  readonly idleMinutes?: number
  readonly allowBackup: boolean
  readonly allowStayUnlocked: boolean
  readonly allowAddingAccounts: boolean
  readonly companyName?: string
  readonly supportText?: string
  /** The names of what does not have the form, such as `accounts[1].plugin`. */
  readonly faults: readonly string[]
}

const shortText = v.pipe(v.string(), v.maxLength(1000))
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 60))

let known: Promise<Policy> | undefined

/** The policy now in force. */
export function readPolicy(): Promise<Policy> {
  known ??= read()
  return known
}

/** Reads anew whenever the browser tells of a change, and then calls `onChange`. */
export function followPolicy(onChange: () => void): void {
  // This area's own event: the one for all areas would wake the background at its own writing, too.
  browser.storage.managed.onChanged.addListener(() => {
    known = undefined
    onChange()
  })
}

async function read(): Promise<Policy> {
  // Firefox refuses where there is no policy; and what a browser has not loaded yet comes with a change.
  const given = await browser.storage.managed.get(null).catch(() => ({}))
  return policyIn(given)
}

/** The policy in what the browser gave; what does not have the form is left out and named. */
export function policyIn(given: { readonly [name: string]: unknown }): Policy {
  const faults: string[] = []
  function part<Shape extends v.GenericSchema>(path: string, value: unknown, shape: Shape) {
    if (value === undefined) return undefined
    const checked = v.safeParse(shape, value)
    if (checked.success) return checked.output as v.InferOutput<Shape>
    faults.push([path, v.getDotPath(checked.issues[0])].filter(Boolean).join('.'))
    return undefined
  }
  function each<Shape extends v.GenericSchema>(path: string, shape: Shape) {
    const items = part(path, given[path], v.array(v.unknown())) ?? []
    return items.flatMap((item, index) => part(`${path}[${index}]`, item, shape) ?? [])
  }
  const idleMinutes = part('idleMinutes', given.idleMinutes, minutes)
  const companyName = part('companyName', given.companyName, shortText)
  const supportText = part('supportText', given.supportText, shortText)
  const allowed = (path: string) => part(path, given[path], v.boolean()) ?? true
  return {
    accounts: uniqueByKey(each('accounts', account), faults),
    sites: each('sites', origin),
    ...(idleMinutes === undefined ? {} : { idleMinutes }),
    allowBackup: allowed('allowBackup'),
    allowStayUnlocked: allowed('allowStayUnlocked'),
    allowAddingAccounts: allowed('allowAddingAccounts'),
    ...(companyName === undefined ? {} : { companyName }),
    ...(supportText === undefined ? {} : { supportText }),
    faults,
  }
}

// Two accounts of one key would take turns in being the one.
function uniqueByKey(accounts: readonly PolicyAccount[], faults: string[]): readonly PolicyAccount[] {
  const keys = new Set<string>()
  return accounts.filter(({ key: own, targets }) => {
    const isNew = !keys.has(own) && new Set(targets.map(({ key: inner }) => inner)).size === targets.length
    if (!isNew) faults.push(`accounts.${own}.key`)
    keys.add(own)
    return isNew
  })
}
