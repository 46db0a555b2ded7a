import { afterEach, describe, expect, test, vi } from 'vitest'
import { changeRecords, forgetRecords, list, readRecord, readRecords, search } from './records.ts'
import { newRecordId } from './seal.ts'
import type { Vault } from './vault.ts'
import { emptyVault, flipped, otherWindow, tamper } from './vault-fixture.ts'

afterEach(() => vi.restoreAllMocks())

const values = { label: 'Canary device', company: 'Brennan & Söhne', key: 'canary password' }

async function add(vault: Vault, more: { readonly [name: string]: string } = {}): Promise<string> {
  const id = newRecordId()
  await changeRecords(vault, [{ id, kind: 'target', values: { ...values, ...more } }])
  return id
}

async function recordIn(vault: Vault, id: string) {
  const record = await readRecord(vault, id)
  if (record === undefined) throw new Error('The record is gone')
  return record
}

async function labelsFound(vault: Vault, query: string): Promise<readonly string[]> {
  return (await search(vault, query)).lines.map(({ label }) => label)
}

/** As if the browser's locks held nobody back. */
function letNobodyWait(): void {
  vi.spyOn(navigator.locks, 'request').mockImplementation(async (...parts: unknown[]) =>
    (parts.at(-1) as () => unknown)(),
  )
}

describe('records', () => {
  test('are there for a window that was opened later', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    const record = await readRecord(await otherWindow(vault), id)
    expect(record).toEqual({ id, kind: 'target', values, revision: 1 })
  })

  test('are read one by one without opening the index', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    const later = await otherWindow(vault)
    await readRecord(later, id)
    expect(later.pages.size).toBe(0)
  })

  test('that the index does not know are read by their id', async () => {
    const vault = await emptyVault()
    const id = newRecordId()
    await changeRecords(vault, [{ id, kind: 'profile', values: { label: 'Me' } }])
    expect((await readRecord(vault, id))?.values).toEqual({ label: 'Me' })
    expect(await list(vault, 'profile')).toEqual([])
  })

  test('leave nothing readable in any store', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    await changeRecords(vault, [{ id, revision: 1, values: { ...values, label: 'Canary renamed' } }])
    const stores = ['records', 'keys', 'index', 'state'] as const
    const rows = JSON.stringify(await Promise.all(stores.map((store) => vault.database.getAll(store))))
    const decoded = rows.replace(/[\w-]{8,}/g, (part) => part + Buffer.from(part, 'base64url').toString('latin1'))
    expect(rows).toContain(id)
    for (const word of ['anary', 'rennan', 'target', 'label', vault.key.jwk.k]) expect(decoded).not.toContain(word)
  })

  test('change, and leave what did not change with its old stamp', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    await changeRecords(vault, [{ id, revision: 1, values: { label: 'New' } }])
    expect(await readRecord(vault, id)).toEqual({ id, kind: 'target', values: { label: 'New' }, revision: 2 })
    expect(await labelsFound(vault, 'canary')).toEqual([])
    expect(await labelsFound(vault, 'new')).toEqual(['New'])
  })

  test('go, and leave a sealed tombstone without their values', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    await changeRecords(vault, [{ id, revision: 1, remove: true }])
    expect(await readRecord(vault, id)).toBeUndefined()
    expect(await readRecords(vault)).toEqual({ records: [], damaged: [] })
    expect(await list(vault, 'target')).toEqual([])
    expect(await vault.database.count('records')).toBe(1)
  })
})

describe('two windows', () => {
  test('that change the same record do not overwrite each other: the later is told', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    const other = await otherWindow(vault)
    const change = (label: string) => [{ id, revision: 1, values: { ...values, label } }]
    const results = await Promise.allSettled([changeRecords(vault, change('One')), changeRecords(other, change('Two'))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(results[1]).toMatchObject({ reason: { code: 'conflict' } })
    expect((await recordIn(other, id)).values.label).toBe('One')
  })

  test('that change different records on one page of the index both succeed, and both find both', async () => {
    const vault = await emptyVault()
    const other = await otherWindow(vault)
    const adding = Array.from({ length: 20 }, (_, index) =>
      add(index % 2 === 0 ? vault : other, { label: `Device ${index}` }),
    )
    await Promise.all(adding)
    for (const window of [vault, other, await otherWindow(vault)]) {
      expect((await labelsFound(window, 'device')).length).toBe(20)
      expect((await list(window, 'target')).length).toBe(20)
    }
  })

  test('lose nothing even where neither waits for its turn', async () => {
    letNobodyWait()
    const rebuilding = vi.spyOn(IDBObjectStore.prototype, 'clear')
    const vault = await emptyVault()
    const id = await add(vault, { label: 'First' })
    rebuilding.mockClear()
    const windows = [vault, await otherWindow(vault), await otherWindow(vault)]
    const changing = windows.map((window, index) =>
      changeRecords(window, [{ id, revision: 1, values: { ...values, label: `Changed ${index}` } }]),
    )
    const adding = windows.map((window, index) => add(window, { label: `Added ${index}` }))
    const results = await Promise.allSettled(changing)
    await Promise.all(adding)
    expect(rebuilding).not.toHaveBeenCalled()
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const window of windows) {
      expect((await labelsFound(window, 'added')).length).toBe(3)
      expect(await labelsFound(window, 'changed')).toEqual([(await recordIn(window, id)).values.label])
    }
  })

  test('are told of each other where what they change is in no list, and neither waits', async () => {
    letNobodyWait()
    const vault = await emptyVault()
    const id = await add(vault)
    const windows = [vault, await otherWindow(vault)]
    const changing = windows.map((window, index) =>
      changeRecords(window, [{ id, revision: 1, values: { ...values, key: `key ${index}` } }]),
    )
    const results = await Promise.allSettled(changing)
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('cannot add the same id, change what is gone, or remove twice', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    await expect(changeRecords(vault, [{ id, kind: 'target', values }])).rejects.toMatchObject({ code: 'conflict' })
    await changeRecords(vault, [{ id, revision: 1, remove: true }])
    await expect(changeRecords(vault, [{ id, revision: 2, values }])).rejects.toMatchObject({ code: 'conflict' })
    await expect(changeRecords(vault, [{ id, revision: 2, remove: true }])).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('several changes happen together or not at all', async () => {
  const vault = await emptyVault()
  const id = await add(vault)
  const fresh = newRecordId()
  const changes = [
    { id: fresh, kind: 'target', values: { label: 'Fresh' } },
    { id, revision: 7, values },
  ]
  await expect(changeRecords(vault, changes)).rejects.toMatchObject({ code: 'conflict' })
  expect(await readRecord(vault, fresh)).toBeUndefined()
  expect(await labelsFound(vault, 'fresh')).toEqual([])
})

describe('a damaged record', () => {
  test('is listed and kept as it is, and harms nothing else', async () => {
    const vault = await emptyVault()
    const [good, bad] = [await add(vault, { label: 'Good' }), await add(vault, { label: 'Bad' })]
    await tamper(vault, bad, (row) => ({ ...row, e: flipped(row.e, 300, 0) }))
    const kept = await vault.database.get('records', bad)
    const { records, damaged } = await readRecords(vault)
    expect(records.map(({ id }) => id)).toEqual([good])
    expect(damaged).toEqual([{ id: bad, reason: 'changed' }])
    await expect(readRecord(vault, bad)).rejects.toMatchObject({ code: 'damaged' })
    const overwriting = changeRecords(vault, [{ id: bad, revision: 1, values }])
    await expect(overwriting).rejects.toMatchObject({ code: 'damaged' })
    await changeRecords(vault, [{ id: good, revision: 1, values: { label: 'Better' } }])
    expect(await labelsFound(vault, 'better')).toEqual(['Better'])
    expect(await vault.database.get('records', bad)).toEqual(kept)
  })

  test('cannot be passed off as another by swapping what is sealed', async () => {
    const vault = await emptyVault()
    const [one, other] = [await add(vault), await add(vault)]
    const { e } = (await vault.database.get('records', other)) ?? { e: '' }
    await tamper(vault, one, (row) => ({ ...row, e }))
    expect((await readRecords(vault)).damaged).toEqual([{ id: one, reason: 'header' }])
  })
})

describe('forgetting', () => {
  test('takes every version out of storage that the vault’s key would open', async () => {
    const vault = await emptyVault()
    const ids = [await add(vault), await add(vault)]
    const stored = async () => JSON.stringify(await vault.database.getAll('records'))
    const before = (await vault.database.getAll('records')).map(({ e }) => e)
    // What did not open, and what others agreed to, are older versions, too.
    const [row] = await vault.database.getAll('records')
    if (row === undefined) throw new Error('There is no record')
    const { id, v, k, e } = row
    await vault.database.put('records', { ...row, agreed: e, unopened: { id, v, k, e } })
    await forgetRecords(vault, ids)
    for (const ciphertext of before) expect(await stored()).not.toContain(ciphertext)
    expect(await readRecords(vault)).toEqual({ records: [], damaged: [] })
    expect(await labelsFound(vault, 'canary')).toEqual([])
  })

  test('is all or nothing, and leaves damaged records alone unless it is about them', async () => {
    const vault = await emptyVault()
    const [good, damaged] = [await add(vault), await add(vault)]
    await tamper(vault, damaged, (row) => ({ ...row, e: flipped(row.e, 200, 1) }))
    await forgetRecords(vault, [good, damaged])
    expect(await readRecords(vault)).toMatchObject({ records: [], damaged: [{ id: damaged }] })
    await forgetRecords(vault, [damaged], { damaged: true })
    expect(await readRecords(vault)).toEqual({ records: [], damaged: [] })
  })

  test('what is not there, or is forgotten already, is no error', async () => {
    const vault = await emptyVault()
    const id = await add(vault)
    await forgetRecords(vault, [id, newRecordId()])
    await forgetRecords(vault, [id])
    expect(await readRecord(vault, id)).toBeUndefined()
  })
})

test('search can be limited to a kind and a group', async () => {
  const vault = await emptyVault()
  const id = newRecordId()
  await changeRecords(vault, [
    { id, kind: 'target', values },
    { id: newRecordId(), kind: 'account', values },
  ])
  expect((await search(vault, 'canary')).lines.length).toBeGreaterThan(1)
  expect((await search(vault, 'canary', 50, { kind: 'target' })).lines.map((line) => line.id)).toEqual([id])
  expect((await search(vault, 'canary', 50, { kind: 'target', group: 'elsewhere' })).lines).toEqual([])
})
