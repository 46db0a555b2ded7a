/** Keeps the vault unlocked on this computer, where the user wants that: a key that cannot be exported wraps the vault's. @module */
import { atomically, type VaultDatabase } from './database.ts'
import { type VaultKey, vaultKeyFrom } from './key.ts'
import { isSealed, openText, type Sealed, type SealingKey, sealText } from './seal.ts'

const NAME = 'device/1'
const RECORD_ID = '0'.repeat(32)

interface DeviceKey {
  /** Not extractable: the browser uses it, and gives it to nobody. */
  readonly cipher: CryptoKey
  readonly wrapped: Sealed
}

/** Stores the vault key wrapped with a key of this computer. Whoever may run code in the profile can then open the vault. */
export async function storeDeviceKey(database: VaultDatabase, key: VaultKey): Promise<void> {
  const algorithm = { name: 'AES-GCM', length: 256 }
  const cipher = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  const wrapped = await sealText(sealingKey(cipher), RECORD_ID, JSON.stringify(key.jwk))
  const value: DeviceKey = { cipher, wrapped }
  await atomically(database, ['state'], (transaction) => transaction.objectStore('state').put({ id: 'device', value }))
}

/** The vault key as this computer keeps it, or `undefined` where it keeps none that opens. */
export async function openWithDeviceKey(database: VaultDatabase): Promise<VaultKey | undefined> {
  const stored = await deviceKey(database)
  if (stored === undefined) return undefined
  const opened = await openText(sealingKey(stored.cipher), stored.wrapped)
  if (!opened.ok) return undefined
  const { kid, k }: VaultKey['jwk'] = JSON.parse(opened.inside)
  return await vaultKeyFrom(kid, k)
}

/** Whether this computer keeps the vault key. */
export async function hasDeviceKey(database: VaultDatabase): Promise<boolean> {
  return (await deviceKey(database)) !== undefined
}

/** Removes the key of this computer: from now on only the passphrase opens the vault. */
export async function removeDeviceKey(database: VaultDatabase): Promise<void> {
  await atomically(database, ['state'], (transaction) => transaction.objectStore('state').delete('device'))
}

async function deviceKey(database: VaultDatabase): Promise<DeviceKey | undefined> {
  const { cipher, wrapped } = Object((await database.get('state', 'device'))?.value) as Partial<DeviceKey>
  return cipher instanceof CryptoKey && isSealed(wrapped) ? { cipher, wrapped } : undefined
}

function sealingKey(cipher: CryptoKey): SealingKey {
  return { name: NAME, cipher }
}
