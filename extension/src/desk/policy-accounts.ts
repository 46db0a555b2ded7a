/** The accounts in a policy, with their targets: each that has the form, and once. @module */
import type { RawValues } from '@joinery/sdk/host'
import * as v from 'valibot'
import { noteUnknown, partOf } from './policy-check.ts'

/** Where something stands in a policy. */
interface Placed {
  /** Such as `accounts[0]`. */
  readonly path: string
  /** Its place among its like, those that have not the form counted. */
  readonly index: number
  /** The policy's own name for it. */
  readonly key: string
}

/** An account that the organisation sets up. */
export interface PolicyAccount extends Placed {
  readonly plugin: string
  readonly name: string
  readonly settings: RawValues
  readonly targets: readonly PolicyTarget[]
}

/** A target of such an account. */
export interface PolicyTarget extends Placed {
  readonly fields: RawValues
  /** The actions that get a shortcut; all that the account offers, where this is absent. */
  readonly actions?: readonly string[] | undefined
}

/** What is wrong with a policy. */
export interface Complaints {
  /** The paths of what does not have the form, such as `accounts[1].plugin`. */
  readonly faults: string[]
  /** Keys (`account` or `account/target`) of which the policy says something wrong; an empty one stands for all. */
  readonly unclear: string[]
}

const key = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/))
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))
const settings = v.custom<RawValues>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
const target = v.object({ key, fields: v.optional(settings, {}), actions: v.optional(v.array(name)) })
const account = v.object({
  key,
  plugin: name,
  name,
  settings: v.optional(settings, {}),
  targets: v.optional(v.array(v.unknown()), []),
})

/** The accounts in a list; what has not the form is left out and noted. */
export function accountsIn(items: readonly unknown[], complaints: Complaints): readonly PolicyAccount[] {
  const { faults } = complaints
  return keyed(items, 'accounts', '', complaints, (item, path, index) => {
    noteUnknown(faults, path, item, account.entries)
    const found = partOf(faults, path, item, account)
    return found && { ...found, path, index, targets: targetsIn(found, `${path}.targets`, complaints) }
  })
}

function targetsIn(
  { key: owner, targets }: v.InferOutput<typeof account>,
  place: string,
  complaints: Complaints,
): readonly PolicyTarget[] {
  const { faults } = complaints
  return keyed(targets, place, owner, complaints, (item, path, index) => {
    noteUnknown(faults, path, item, target.entries)
    const found = partOf(faults, path, item, target)
    return found && { ...found, path, index }
  })
}

// Two of one key would take turns in being the one, so the first is it.
function keyed<Item extends { readonly key: string }>(
  items: readonly unknown[],
  place: string,
  owner: string,
  { faults, unclear }: Complaints,
  read: (item: unknown, path: string, index: number) => Item | undefined,
): readonly Item[] {
  const found = new Map<string, Item>()
  for (const [index, item] of items.entries()) {
    const path = `${place}[${index}]`
    const one = read(item, path, index)
    if (one === undefined) unclear.push(keyOf(owner, item))
    else if (found.has(one.key)) faults.push(`${path}.key`)
    else found.set(one.key, one)
  }
  return [...found.values()]
}

// Where not even the key is to be read, the owner's stands for all that it may be.
function keyOf(owner: string, item: unknown): string {
  const own: unknown = Object(item).key
  return [owner, v.is(key, own) ? own : ''].filter((part) => part !== '').join('/')
}
