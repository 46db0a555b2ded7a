/** The vault as a whole: make it, unlock it, change its passphrase, erase it. @module */
import { afterFailure, attemptsFrom, noAttempts, waitAfter } from './attempts.ts'
import { newInstallation } from './clock.ts'
import type { Content } from './content.ts'
import { atomically, eraseDatabase, inTurn, type StateRow, type VaultDatabase } from './database.ts'
import { isVaultError, vaultError } from './error.ts'
import type { IndexEntry } from './index-page.ts'
import type { PlacedPage } from './index-pages.ts'
import { emptyIndex } from './index-store.ts'
import { LOCAL_KEY, newVaultKey, unwrapKey, type VaultKey, wrapKey } from './key.ts'
import { FORMAT } from './seal.ts'

/** An unlocked vault. Whoever drops it has locked it; what is on disk was never open. */
export interface Vault {
  readonly database: VaultDatabase
  readonly key: VaultKey
  readonly installation: string
  /** What the index says of a record; `undefined` keeps it out of lists and search. */
  readonly describe: (content: Content) => IndexEntry | undefined
  /** The index as far as it was opened; filled when first needed. */
  readonly pages: Map<string, PlacedPage>
}

/** How records are described, for {@link openVault}. */
export type Describe = Vault['describe']

/** Whether there is a vault. */
export async function hasVault(database: VaultDatabase): Promise<boolean> {
  return (await database.count('keys')) > 0
}

/**
 * Makes a vault and returns its key.
 *
 * @throws VaultError `exists`, or `weak-passphrase` where the passphrase is empty.
 */
export async function createVault(database: VaultDatabase, passphrase: string): Promise<VaultKey> {
  const key = await newVaultKey()
  const [wrapped, index] = await Promise.all([wrapKey(key, passphrase), emptyIndex(key)])
  await atomically(database, ['keys', 'index', 'state'], async (transaction) => {
    if ((await transaction.objectStore('keys').count()) > 0) throw vaultError('exists', 'There is a vault already.')
    await Promise.all([
      transaction.objectStore('keys').add({ id: LOCAL_KEY, wrapped }),
      transaction.objectStore('index').put(index),
      transaction.objectStore('state').put({ id: 'installation', value: newInstallation() }),
      transaction.objectStore('state').put({ id: 'format', value: FORMAT }),
    ])
  })
  return key
}

/**
 * The vault's key for its passphrase. A try is counted before it is made, so stopping the program gives nobody a free one.
 *
 * @throws VaultError `wrong-passphrase`, `wait` with `retryAfter`, `absent`, or what is wrong with the wrapped key.
 */
export async function unlock(database: VaultDatabase, passphrase: string, now = Date.now()): Promise<VaultKey> {
  return await inTurn(database, async () => {
    const wrapped = await wrappedKey(database)
    const attempts = attemptsFrom((await database.get('state', 'attempts'))?.value)
    const retryAfter = waitAfter(attempts, now)
    if (retryAfter > 0) throw vaultError('wait', 'Too many wrong passphrases. Wait a little.', { retryAfter })
    await putState(database, { id: 'attempts', value: afterFailure(attempts, now) })
    try {
      const key = await unwrapKey(wrapped, passphrase)
      await putState(database, { id: 'attempts', value: noAttempts })
      return key
    } catch (error) {
      // Only a wrong passphrase is a guess.
      if (!isVaultError(error, 'wrong-passphrase')) await putState(database, { id: 'attempts', value: attempts })
      throw error
    }
  })
}

/** Opens the vault with its key; nothing is decrypted yet, so a stopped worker is soon back. */
export async function openVault(database: VaultDatabase, key: VaultKey, describe: Describe): Promise<Vault> {
  const stored = await database.get('state', 'installation')
  const installation = typeof stored?.value === 'string' ? stored.value : newInstallation()
  if (stored === undefined) await putState(database, { id: 'installation', value: installation })
  return { database, key, installation, describe, pages: new Map() }
}

/**
 * Changes the passphrase: the key is wrapped anew, and no record is touched.
 *
 * @throws VaultError as {@link unlock} does; `conflict` where it was changed meanwhile.
 */
export async function changePassphrase(database: VaultDatabase, before: string, after: string): Promise<void> {
  const read = await wrappedKey(database)
  // Guessing here is as slow as at the door.
  const wrapped = await wrapKey(await unlock(database, before), after)
  await atomically(database, ['keys'], async (transaction) => {
    const current = await transaction.objectStore('keys').get(LOCAL_KEY)
    if (current?.wrapped !== read) throw vaultError('conflict', 'The passphrase was changed meanwhile.')
    await transaction.objectStore('keys').put({ id: LOCAL_KEY, wrapped })
  })
}

/** Erases everything. */
export async function eraseVault(database: VaultDatabase): Promise<void> {
  await eraseDatabase(database)
}

async function wrappedKey(database: VaultDatabase): Promise<string> {
  const row = await database.get('keys', LOCAL_KEY)
  if (row === undefined) throw vaultError('absent', 'There is no vault yet.')
  return row.wrapped
}

async function putState(database: VaultDatabase, row: StateRow): Promise<void> {
  await atomically(database, ['state'], (transaction) => transaction.objectStore('state').put(row))
}
