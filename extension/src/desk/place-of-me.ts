/** Where the user's own profile stands: a note outside the index, so that a click after a restart reads no index. @module */
import { atomically } from '../vault/database.ts'
import { list } from '../vault/records.ts'
import { isRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'

/** The id of the profile's record, or `undefined` where there is none. */
export async function findMe(vault: Vault): Promise<string | undefined> {
  const noted = (await vault.database.get('state', 'me'))?.value
  if (isRecordId(noted)) return noted
  // That there is none is not noted: it may be written at this moment.
  const [found] = await list(vault, 'me')
  if (found !== undefined) await note(vault, found.id)
  return found?.id
}

/** Forgets the note: a profile is about to be written, or may have come from elsewhere. */
export async function forgetPlaceOfMe(vault: Vault): Promise<void> {
  await atomically(vault.database, ['state'], (transaction) => transaction.objectStore('state').delete('me'))
}

async function note(vault: Vault, value: string): Promise<void> {
  await atomically(vault.database, ['state'], (transaction) =>
    transaction.objectStore('state').put({ id: 'me', value }),
  )
}
