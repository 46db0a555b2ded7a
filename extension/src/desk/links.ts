/** Which target belongs to which CRM record, as the user said once; sealed like everything else. @module */
import type { PageRecord } from '../page-messages.ts'
import { isVaultError } from '../vault/error.ts'
import { list, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change } from './holdings.ts'
import { labelOfLink } from './stored.ts'
import { unlockedVault } from './vault-session.ts'

/** A record of a site, seen from one account. */
export interface LinkPlace {
  readonly accountId: string
  /** The site's origin. */
  readonly site: string
  readonly kind: string
  readonly key: string
}

/** The record that a click was made in, where it was made in one. */
export interface ClickedRecord {
  readonly record?: Pick<PageRecord, 'kind' | 'key'> | undefined
  readonly site?: string | undefined
}

const PARTS = ['accountId', 'site', 'kind', 'key'] as const

/** The target that is linked to a record; one that was removed meanwhile is of no use any more. */
export async function linkedTarget(place: LinkPlace): Promise<string | undefined> {
  const vault = await unlockedVault()
  const targetId = (await findLink(vault, place))?.values.targetId
  return typeof targetId === 'string' ? targetId : undefined
}

/** Links a target to the record that a click was made in; nothing, where it was made in none. */
export async function linkToRecord(
  { accountId, record, site }: ClickedRecord & { readonly accountId: string },
  targetId: string,
): Promise<void> {
  if (record === undefined || site === undefined) return
  await linkTarget({ accountId, site, kind: record.kind, key: record.key }, targetId)
}

/** Links a target to a record, in place of the one that was linked before. */
export async function linkTarget(place: LinkPlace, targetId: string): Promise<void> {
  const vault = await unlockedVault()
  const values = { ...place, targetId }
  await navigator.locks.request('links', async () => {
    for (;;) {
      const before = await findLink(vault, place)
      if (before?.values.targetId === targetId) return
      try {
        return await change(vault, [
          before === undefined
            ? { id: newRecordId(), kind: 'link', values }
            : { id: before.id, revision: before.revision, values },
        ])
      } catch (error) {
        if (!isVaultError(error, 'conflict')) throw error
      }
    }
  })
}

async function findLink(vault: Vault, place: LinkPlace): Promise<VaultRecord | undefined> {
  const label = labelOfLink(place)
  const lines = (await list(vault, 'link', place.accountId)).filter((line) => line.label === label)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  // Labels do without layout; the records themselves tell.
  return records.find(({ values }) => PARTS.every((part) => values[part] === place[part]))
}
