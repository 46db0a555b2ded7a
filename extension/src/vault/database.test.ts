import { afterEach, describe, expect, test, vi } from 'vitest'
import { atomically } from './database.ts'
import { changeRecords, readRecord, readRecords, search } from './records.ts'
import { newRecordId } from './seal.ts'
import { emptyVault, otherWindow } from './vault-fixture.ts'

afterEach(() => vi.restoreAllMocks())

/** Lets the browser's storage be full from the n-th row on. */
function fullFrom(row: number): void {
  const stores = ['put', 'add'] as const
  let rows = 0
  for (const name of stores) {
    const plain = IDBObjectStore.prototype[name]
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, value, key) {
      rows += 1
      if (rows >= row) throw new DOMException('Full', 'QuotaExceededError')
      return plain.call(this, value, key)
    })
  }
}

describe('a full storage', () => {
  test.each([1, 2, 3])('at the row %i leaves everything as it was, and says so', async (row) => {
    const vault = await emptyVault()
    const id = newRecordId()
    await changeRecords(vault, [{ id, kind: 'target', values: { label: 'Old' } }])
    fullFrom(row)
    const changes = [
      { id, revision: 1, values: { label: 'New' } },
      { id: newRecordId(), kind: 'target', values: { label: 'Another' } },
    ]
    await expect(changeRecords(vault, changes)).rejects.toMatchObject({ code: 'storage-full' })
    vi.restoreAllMocks()
    for (const window of [vault, await otherWindow(vault)]) {
      expect((await readRecords(window)).records.map(({ values }) => values.label)).toEqual(['Old'])
      expect((await search(window, 'old')).lines.length).toBe(1)
      expect((await search(window, 'another')).lines.length).toBe(0)
    }
    await changeRecords(vault, [{ id, revision: 1, values: { label: 'Room again' } }])
    expect((await readRecord(vault, id))?.values.label).toBe('Room again')
  })
})

test('what is thrown between two writes undoes the first', async () => {
  const { database } = await emptyVault()
  const writing = atomically(database, ['state'], async (transaction) => {
    await transaction.objectStore('state').put({ id: 'format', value: 99 })
    throw new RangeError('Stop')
  })
  await expect(writing).rejects.toThrow('Stop')
  expect(await database.get('state', 'format')).toBeUndefined()
})

test('other faults of the storage are told as such', async () => {
  const vault = await emptyVault()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Disk', 'UnknownError')
  })
  const adding = changeRecords(vault, [{ id: newRecordId(), kind: 'target', values: { label: 'x' } }])
  await expect(adding).rejects.toMatchObject({ code: 'storage-failed' })
})
