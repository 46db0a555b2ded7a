/** Which target belongs to which CRM record, as the user said once; sealed like everything else. @module */
import { isVaultError } from '../vault/error.ts'
import { readRecord } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { change } from './holdings.ts'
import { unlockedVault } from './vault-session.ts'

/** A record of a site, seen from one account. */
export interface LinkPlace {
  readonly accountId: string
  /** The site's origin. */
  readonly site: string
  readonly kind: string
  readonly key: string
}

const ID_BYTES = 16

/** The target that is linked to a record; one that was removed meanwhile is of no use any more. */
export async function linkedTarget(place: LinkPlace): Promise<string | undefined> {
  const vault = await unlockedVault()
  const targetId = (await readRecord(vault, await idFor(vault, place)))?.values.targetId
  return typeof targetId === 'string' ? targetId : undefined
}

/** Links a target to a record, in place of the one that was linked before. */
export async function linkTarget(place: LinkPlace, targetId: string): Promise<void> {
  const vault = await unlockedVault()
  const id = await idFor(vault, place)
  const values = { ...place, targetId }
  for (;;) {
    const before = await readRecord(vault, id)
    if (before?.values.targetId === targetId) return
    try {
      return await change(vault, [
        before === undefined ? { id, kind: 'link', values } : { id, revision: before.revision, values },
      ])
    } catch (error) {
      if (!isVaultError(error, 'conflict')) throw error
    }
  }
}

// Found without the index, and telling nothing without the vault's key.
async function idFor({ key }: Vault, { accountId, site, kind, key: recordKey }: LinkPlace): Promise<string> {
  const text = JSON.stringify([key.jwk.k, 'link', accountId, site, kind, recordKey])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest.slice(0, ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
