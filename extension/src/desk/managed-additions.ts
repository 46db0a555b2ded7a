/** What the user added to what the organisation set up: it goes along, or moves to what stands in its place. @module */
import { type Change, list, readRecords, type VaultRecord } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'

/** The user's targets in accounts that go, and the user's shortcuts to anything that goes. */
export async function additionsTo(vault: Vault, gone: readonly VaultRecord[]): Promise<readonly VaultRecord[]> {
  const accounts = gone.filter(({ kind }) => kind === 'account').map(({ id }) => id)
  const touched = new Set([...accounts, ...gone.flatMap(({ values }) => ownIds(values.accountId))])
  const lines = await Promise.all([
    ...accounts.map((id) => list(vault, 'target', id)),
    ...[...touched].map((id) => list(vault, 'shortcut', id)),
  ])
  const ids = new Set(gone.map(({ id }) => id))
  const { records } = await readRecords(
    vault,
    lines.flat().map(({ id }) => id),
  )
  return records.filter(
    ({ values }) => values.managed === undefined && pointers(values).some((pointer) => ids.has(pointer)),
  )
}

/** Additions that move with a change, and the ids of those that have no place any more. */
export interface PlacedAdditions {
  readonly moved: readonly Change[]
  readonly left: readonly string[]
}

/** Where additions go, given what stands in the place of each record that goes. */
export function placedAnew(
  additions: readonly VaultRecord[],
  replaced: ReadonlyMap<string, string | undefined>,
): PlacedAdditions {
  const isLost = (pointer: string) => replaced.has(pointer) && replaced.get(pointer) === undefined
  const [left, kept] = [true, false].map((lost) =>
    additions.filter(({ values }) => pointers(values).some(isLost) === lost),
  ) as [VaultRecord[], VaultRecord[]]
  const moved = kept.map(({ id, revision, values }) => ({
    id,
    revision,
    values: {
      ...values,
      ...Object.fromEntries(
        (['accountId', 'targetId'] as const).flatMap((name) =>
          ownIds(values[name]).map((pointer) => [name, replaced.get(pointer) ?? pointer] as const),
        ),
      ),
    },
  }))
  return { moved, left: left.map(({ id }) => id) }
}

function pointers(values: VaultRecord['values']): readonly string[] {
  return [...ownIds(values.accountId), ...ownIds(values.targetId)]
}

function ownIds(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}
