/** Takes in versions of records that come from elsewhere, such as another browser of the team. @module */
import { type Content, isDeleted } from './content.ts'
import { type Json, sameJson } from './json.ts'
import { mergeContents } from './merge.ts'
import { type Damage, openRecord, type Sealed } from './seal.ts'
import type { Vault } from './vault.ts'
import { mayReplace, type Write, writeContents } from './write.ts'

/** A sealed record from elsewhere, and that place's name for this version of it. */
export interface Incoming {
  readonly base: string
  readonly sealed: unknown
}

/** What became of what was received. */
export interface Received {
  readonly taken: number
  /** What was not taken, and why: whoever only says that a record is gone, without having sealed that, is not obeyed. */
  readonly refused: readonly Damage[]
}

/**
 * Merges received records into the vault, in one transaction. Nothing but the inside of a record that opens with the
 * vault's key has any effect, deletions included.
 *
 * @throws VaultError as writing does.
 */
export async function receiveRecords(vault: Vault, incoming: readonly Incoming[]): Promise<Received> {
  const opened = await Promise.all(incoming.map(({ sealed }) => openRecord(vault.key, sealed)))
  const refused = opened.flatMap((one) => (one.ok ? [] : [one.damage]))
  const taken = new Map<string, { readonly content: Content; readonly base: string; readonly sealed: string }>()
  for (const [index, one] of opened.entries()) {
    const given = incoming[index]
    if (!one.ok || given === undefined) continue
    const before = taken.get(one.id)
    const content = before === undefined ? one.inside : mergeContents(before.content, one.inside)
    taken.set(one.id, { content, base: given.base, sealed: (given.sealed as Sealed).e })
  }
  await writeContents(vault, new Set(taken.keys()), (current) =>
    [...taken].flatMap(([id, { content, base, sealed }]): readonly Write[] => {
      const standing = current.get(id)
      if (standing !== undefined && !mayReplace(standing)) return []
      const merged = standing?.content === undefined ? content : mergeContents(standing.content, content)
      return [{ id, content: merged, agreed: { base, sealed, whole: same(merged, content) } }]
    }),
  )
  return { taken: taken.size, refused }
}

/** Whether two contents say the same. */
function same(one: Content, other: Content): boolean {
  return isDeleted(one) === isDeleted(other) && sameJson(one as unknown as Json, other as unknown as Json)
}
