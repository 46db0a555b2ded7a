/** Which target a click means: the shortcut's own, the one linked to the record, or one whose id stands in the record. @module */
import type { Action, Plugin } from '@joinery/sdk'
import { recognizeText } from '@joinery/sdk/host'
import type { PageRecord } from '../page-messages.ts'
import { findTargets, readTarget } from './holdings.ts'
import { linkedTarget } from './links.ts'
import type { StoredTarget } from './stored.ts'

/** Where a click looks for its target. */
export interface TargetSearch {
  readonly plugin: Plugin
  readonly accountId: string
  /** The shortcut's own target. */
  readonly targetId?: string | undefined
  readonly record?: PageRecord | undefined
  readonly site?: string | undefined
}

/** A target, and what it was found by. */
export interface FoundTarget {
  readonly target: StoredTarget
  readonly by: 'shortcut' | 'link' | 'record'
}

// A page may hold any number of ids; those of one machine are few.
const MOST_IDS = 5
const LINES_LOOKED_AT = 10

/** The target, or `undefined` where the user has to say. A page's ids choose among what is stored, no more. */
export async function chooseTarget(search: TargetSearch): Promise<FoundTarget | undefined> {
  const { accountId, targetId, record, site } = search
  if (targetId !== undefined) return found(await ownTarget(targetId, accountId), 'shortcut')
  if (record === undefined) return undefined
  const { kind, key } = record
  const linked = site === undefined ? undefined : await linkedTarget({ accountId, site, kind, key })
  const target = linked === undefined ? undefined : await ownTarget(linked, accountId)
  const standing = target === undefined || isOver(search.plugin, target) ? undefined : target
  return found(standing, 'link') ?? found(await namedInRecord(search, record), 'record')
}

/**
 * What the record itself says is enough for a link, though it is stored nowhere: a token in a field that the site names.
 * Of several, none is taken for the right one.
 */
export function unstoredTarget(
  { plugin, accountId, record }: TargetSearch,
  { kind }: Action,
): StoredTarget | undefined {
  const [only, ...others] = recognizeText(plugin, record?.facts.device ?? '')
  if (kind !== 'link' || only === undefined || others.length > 0) return undefined
  return { id: '', revision: 0, accountId, fields: { [only.field]: only.value } }
}

/** A target of this account. */
export async function ownTarget(id: string, accountId: string): Promise<StoredTarget | undefined> {
  const target = await readTarget(id)
  return target?.accountId === accountId ? target : undefined
}

/** Whether a target is of the past: what was meant by a record then is not what is meant now. */
export function isOver({ target: declared }: Plugin, { fields }: StoredTarget): boolean {
  const over = declared?.over
  return over?.values.includes(String(fields[over.field])) === true
}

/** The one stored target that the record names; of several, none is taken for the right one. */
async function namedInRecord(
  { plugin, accountId }: TargetSearch,
  { facts }: PageRecord,
): Promise<StoredTarget | undefined> {
  const named = recognizeText(plugin, facts.device ?? '').slice(0, MOST_IDS)
  const matches = new Map<string, StoredTarget>()
  for (const { field, value } of named) {
    const { lines } = await findTargets(value, accountId, LINES_LOOKED_AT)
    for (const { id } of lines) {
      const target = await ownTarget(id, accountId)
      if (target?.fields[field] === value) matches.set(id, target)
    }
  }
  const [only] = matches.values()
  return matches.size === 1 ? only : undefined
}

function found(target: StoredTarget | undefined, by: FoundTarget['by']): FoundTarget | undefined {
  return target === undefined ? undefined : { target, by }
}
