/** Stores what one run of a plugin saves: all of it is one target, and none of it is lost (invariant 7). @module */
import { type Fields, isPluginError, Secret } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import type { Values } from '../vault/content.ts'
import { isVaultError } from '../vault/error.ts'
import { type Json, sameJson } from '../vault/json.ts'
import { readRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change } from './holdings.ts'
import { changePreferences } from './preferences.ts'
import { forbiddenByPolicy, removedMeanwhile } from './problem.ts'
import { settingsToStore } from './settings.ts'
import { type StoredTarget, targetValues } from './stored.ts'

/** What a run may store. */
export interface TargetKeeper {
  /** Stores the target whole; it is on disk when this resolves. */
  save(fields: RawValues): Promise<void>
  /** The target's values, as they go to disk. */
  written(fields: RawValues): Values
  /** The target that the run is about, or made. */
  id(): string | undefined
}

interface Keeping {
  /** The vault as it was when the run began: locking it meanwhile must not keep an answer from being stored. */
  readonly vault: Vault
  readonly accountId: string
  readonly declared: Fields
  /** The run's own target; without it, the first save makes one. */
  readonly own: StoredTarget | undefined
}

/** Keeps what a run saves. What was changed elsewhere meanwhile stays, where the run did not change the same. */
export function keepTarget({ vault, accountId, declared, own }: Keeping): TargetKeeper {
  let id = own?.id
  let known: Values = own === undefined ? {} : targetValues(own, declared)
  let last: Promise<unknown> = Promise.resolve()

  const written = (fields: RawValues) => targetValues({ accountId, fields: storable(declared, fields) }, declared)

  async function store(fields: RawValues): Promise<void> {
    if (own?.managed !== undefined) throw forbiddenByPolicy()
    const wanted = written(fields)
    while (!(await tryToStore(wanted)));
    known = wanted
    if (own === undefined) await changePreferences({ targetAddedAt: Date.now() }).catch(() => {})
  }

  async function tryToStore(wanted: Values): Promise<boolean> {
    const standing = id === undefined ? undefined : await readRecord(vault, id)
    if (standing === undefined) {
      // A target of the user's own that they removed is not brought back; one that this run made is.
      if (own !== undefined) throw removedMeanwhile()
      const made = newRecordId()
      await change(vault, [{ id: made, kind: 'target', values: wanted }])
      id = made
      return true
    }
    try {
      const values = merged(known, wanted, standing.values)
      await change(vault, [{ id: standing.id, revision: standing.revision, values }])
      return true
    } catch (error) {
      if (isVaultError(error, 'conflict')) return false
      throw error
    }
  }

  return {
    save: (fields) => {
      // One after the other: the last one that was called for is the one that stays.
      const saving = last.then(() => store(fields))
      last = saving.catch(() => {})
      return saving
    },
    written,
    id: () => id,
  }
}

/** What stands there, with what the run changed since it last knew it. */
function merged(known: Values, wanted: Values, standing: Values): Values {
  const names = new Set([...Object.keys(standing), ...Object.keys(wanted)])
  const fields = [...names].flatMap((name): readonly (readonly [string, Json])[] => {
    const value = sameJson(at(known, name), at(wanted, name)) ? at(standing, name) : at(wanted, name)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(fields)
}

function at(values: Values, name: string): Json | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

// What a vendor gave is kept even where it does not have the form that the plugin declares for it.
function storable(declared: Fields, given: RawValues): RawValues {
  try {
    return settingsToStore(declared, given)
  } catch (error) {
    if (!isPluginError(error)) throw error
    const present = Object.keys(declared).filter((name) => Object.hasOwn(given, name) && given[name] !== undefined)
    return Object.fromEntries(present.map((name) => [name, plain(given[name])]))
  }
}

function plain(value: unknown): unknown {
  return value instanceof Secret ? value.reveal() : value
}
