import { describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { changeRecords, readRecord } from './records.ts'
import { newRecordId } from './seal.ts'
import { changePassphrase, createVault, eraseVault, hasVault, openVault, unlock } from './vault.ts'
import { describeRecord } from './vault-fixture.ts'

const PASSPHRASE = 'four words and more'

async function locked() {
  const database = await openDatabase(`test ${crypto.randomUUID()}`)
  return { database, key: await createVault(database, PASSPHRASE) }
}

describe('a vault', { timeout: 30_000 }, () => {
  test('is made once', async () => {
    const database = await openDatabase(`test ${crypto.randomUUID()}`)
    expect(await hasVault(database)).toBe(false)
    await expect(unlock(database, PASSPHRASE)).rejects.toMatchObject({ code: 'absent' })
    const results = await Promise.allSettled([createVault(database, PASSPHRASE), createVault(database, 'another')])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await hasVault(database)).toBe(true)
  })

  test('opens with its passphrase, and what was sealed before is there', async () => {
    const { database, key } = await locked()
    const id = newRecordId()
    const vault = await openVault(database, key, describeRecord)
    await changeRecords(vault, [{ id, kind: 'target', values: { label: 'x' } }])
    const again = await openVault(database, await unlock(database, PASSPHRASE), describeRecord)
    expect((await readRecord(again, id))?.values.label).toBe('x')
    expect(again.installation).toBe(vault.installation)
  })

  test('takes a new passphrase without touching a record, and the old one opens no more', async () => {
    const { database, key } = await locked()
    const vault = await openVault(database, key, describeRecord)
    await changeRecords(vault, [{ id: newRecordId(), kind: 'target', values: { label: 'x' } }])
    const before = await database.getAll('records')
    await changePassphrase(database, PASSPHRASE, 'five words and even more')
    expect(await database.getAll('records')).toEqual(before)
    expect((await unlock(database, 'five words and even more')).jwk).toEqual(key.jwk)
    await expect(unlock(database, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('keeps its passphrase where the old one is wrong or the new one is empty', async () => {
    const { database, key } = await locked()
    await expect(changePassphrase(database, 'wrong', 'new')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await expect(changePassphrase(database, PASSPHRASE, '')).rejects.toMatchObject({ code: 'weak-passphrase' })
    expect((await unlock(database, PASSPHRASE)).jwk).toEqual(key.jwk)
  })

  test('tells the later of two windows that change the passphrase', async () => {
    const { database } = await locked()
    const changing = ['one', 'two'].map((after) => changePassphrase(database, PASSPHRASE, after))
    const results = await Promise.allSettled(changing)
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  })

  test('makes guessing wait, also after a restart, until the right passphrase came', async () => {
    const { database } = await locked()
    const now = Date.now()
    for (let time = 0; time < 3; time += 1) {
      await expect(unlock(database, 'wrong', now)).rejects.toMatchObject({ code: 'wrong-passphrase' })
    }
    database.close()
    const restarted = await openDatabase(database.name)
    await expect(unlock(restarted, PASSPHRASE, now)).rejects.toMatchObject({ code: 'wait', retryAfter: 1000 })
    await unlock(restarted, PASSPHRASE, now + 1000)
    await expect(unlock(restarted, 'wrong', now + 1000)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('lets nobody guess faster by asking many times at once', async () => {
    const { database } = await locked()
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => unlock(database, 'wrong', 0)))
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'opened'))
    expect(codes.filter((code) => code === 'wait').length).toBe(5)
  })

  test('is gone after it was erased', async () => {
    const { database } = await locked()
    await eraseVault(database)
    const again = await openDatabase(database.name)
    expect(await hasVault(again)).toBe(false)
    expect(await again.count('state')).toBe(0)
  })
})
