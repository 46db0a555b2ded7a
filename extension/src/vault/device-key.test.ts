import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eraseDatabase, openDatabase, type VaultDatabase } from './database.ts'
import { hasDeviceKey, openWithDeviceKey, removeDeviceKey, storeDeviceKey } from './device-key.ts'
import { newVaultKey } from './key.ts'

let database: VaultDatabase

beforeEach(async () => {
  database = await openDatabase(crypto.randomUUID())
})
afterEach(() => eraseDatabase(database))

test('opens the vault on this computer, until it is removed', async () => {
  const key = await newVaultKey()
  expect(await openWithDeviceKey(database)).toBeUndefined()
  await storeDeviceKey(database, key)
  expect((await openWithDeviceKey(database))?.jwk).toEqual(key.jwk)
  await removeDeviceKey(database)
  expect(await hasDeviceKey(database)).toBe(false)
  expect(await openWithDeviceKey(database)).toBeUndefined()
})

test('the stored key gives itself to nobody, and the vault key stands nowhere in the open', async () => {
  const key = await newVaultKey()
  await storeDeviceKey(database, key)
  const { value } = (await database.get('state', 'device')) as { value: { cipher: CryptoKey; wrapped: object } }
  await expect(crypto.subtle.exportKey('raw', value.cipher)).rejects.toThrow()
  expect(JSON.stringify(value)).not.toContain(key.jwk.k)
})

test('a changed wrapping opens nothing', async () => {
  await storeDeviceKey(database, await newVaultKey())
  const row = (await database.get('state', 'device')) as { id: 'device'; value: { wrapped: { e: string } } }
  const { wrapped } = row.value
  const changed = { ...row.value, wrapped: { ...wrapped, e: `${wrapped.e.slice(0, -6)}AAAAAA` } }
  await database.put('state', { id: 'device', value: changed })
  expect(await openWithDeviceKey(database)).toBeUndefined()
})
