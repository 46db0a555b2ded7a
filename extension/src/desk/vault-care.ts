/** Backup and repair of the vault, run in the options page so that the background's memory stays small. @module */
import { send } from '../send.ts'
import { exportBackup, importBackup, type Preview, previewBackup } from '../vault/backup.ts'
import { type Backup, readBackup } from '../vault/backup-file.ts'
import type { Content } from '../vault/content.ts'
import { findDamage, sealedRecords } from '../vault/damage.ts'
import { openDatabase } from '../vault/database.ts'
import { vaultError } from '../vault/error.ts'
import { forgetRecords, list } from '../vault/records.ts'
import type { Damage } from '../vault/seal.ts'
import { keptKey } from '../vault/session-key.ts'
import { openVault, type Vault } from '../vault/vault.ts'
import { findMe, forgetPlaceOfMe } from './place-of-me.ts'
import { readPolicy } from './policy.ts'
import { forbiddenByPolicy } from './problem.ts'
import { describe } from './stored.ts'

/**
 * The text of a `.joinery` file: everything, or the chosen accounts with what belongs to them.
 *
 * @throws PluginError where the policy forbids it, VaultError `locked` or `weak-passphrase`.
 */
export async function makeBackup(passphrase: string, accountIds?: readonly string[]): Promise<string> {
  if (!(await readPolicy()).allowBackup) throw forbiddenByPolicy()
  return await withVault(async (vault) => {
    if (accountIds === undefined) return await exportBackup(vault, passphrase)
    const belonging = await Promise.all(
      accountIds.flatMap((id) => [list(vault, 'target', id), list(vault, 'shortcut', id)]),
    )
    const ids = new Set([...accountIds, ...belonging.flat().map(({ id }) => id)])
    return await exportBackup(vault, passphrase, { ids })
  })
}

/** A backup that was read, and what importing it would do. */
export interface OpenedBackup {
  readonly backup: Backup
  readonly preview: Preview
}

/**
 * Reads a `.joinery` file; nothing is changed.
 *
 * @throws VaultError that says what is wrong with the file or its passphrase.
 */
export async function openBackup(file: Blob, passphrase: string): Promise<OpenedBackup> {
  const read = await readBackup(file, passphrase)
  return await withVault(async (vault) => {
    const backup = withOneProfile(read, await findMe(vault))
    return { backup, preview: await previewBackup(vault, backup) }
  })
}

/**
 * Merges a backup into the vault; nothing is deleted.
 *
 * @throws PluginError where it would add an account and the policy forbids that.
 */
export async function mergeBackup(backup: Backup): Promise<void> {
  const { allowAddingAccounts } = await readPolicy()
  await withVault(async (vault) => {
    if (!allowAddingAccounts && (await addsAccounts(vault, backup))) throw forbiddenByPolicy()
    await forgetPlaceOfMe(vault)
    await importBackup(vault, backup)
  })
}

/** The records that do not open. */
export async function damagedRecords(): Promise<readonly Damage[]> {
  return await withVault(findDamage)
}

/** Damaged records as they are stored, as the text of a file. */
export async function exportDamaged(damaged: readonly Damage[]): Promise<string> {
  const ids = damaged.map(({ id }) => id)
  return await withVault(async (vault) => JSON.stringify(await sealedRecords(vault, ids), undefined, 2))
}

/** Removes records that do not open. */
export async function removeDamaged(damaged: readonly Damage[]): Promise<void> {
  const ids = damaged.map(({ id }) => id)
  await withVault((vault) => forgetRecords(vault, ids, { damaged: true }))
}

// Those of the organisation are let in: what the policy does not want goes when it is next applied.
async function addsAccounts(vault: Vault, backup: Backup): Promise<boolean> {
  const managed = new Set(backup.records.filter(({ content }) => isManaged(content)).map(({ id }) => id))
  const { items } = await previewBackup(vault, backup)
  return items.some(({ id, kind, state }) => kind === 'account' && state === 'new' && !managed.has(id))
}

function isManaged({ fields }: Content): boolean {
  return typeof fields.managed?.value === 'string'
}

// The profile of the file is this one's: two of them would take turns.
function withOneProfile(backup: Backup, me: string | undefined): Backup {
  const [first] = backup.records.filter(({ content }) => content.kind === 'me')
  const others = backup.records.filter(({ content }) => content.kind !== 'me')
  return first === undefined ? backup : { ...backup, records: [{ ...first, id: me ?? first.id }, ...others] }
}

async function withVault<Result>(work: (vault: Vault) => Promise<Result>): Promise<Result> {
  // The background knows whether the time is over.
  const { state } = await send('vault.read', {})
  const kept = state === 'unlocked' ? await keptKey() : undefined
  if (kept === undefined) throw vaultError('locked', 'The vault is locked.')
  const database = await openDatabase()
  try {
    return await work(await openVault(database, kept.key, describe))
  } finally {
    database.close()
  }
}
