import { describe, expect, test } from 'vitest'
import { nextStamp } from './clock.ts'
import { edited, tombstone } from './content.ts'
import { receiveRecords } from './receive.ts'
import { changeRecords, readRecord, search } from './records.ts'
import { newRecordId, sealRecord } from './seal.ts'
import { emptyVault } from './vault-fixture.ts'

const THERE = 'b'.repeat(16)

async function filled() {
  const vault = await emptyVault()
  const id = newRecordId()
  await changeRecords(vault, [{ id, kind: 'target', values: { label: 'Ours', key: 'k' } }], 1000)
  const row = await vault.database.get('records', id)
  if (row === undefined) throw new Error('The record is gone')
  const theirs = (label: string, time: number) =>
    edited({ kind: 'target', fields: {} }, { label, note: 'n' }, nextStamp(THERE, time))
  return { vault, id, row, theirs }
}

describe('a received record', () => {
  test('is merged field by field, and what was agreed is kept beside it', async () => {
    const { vault, id, theirs } = await filled()
    const sealed = await sealRecord(vault.key, id, theirs('Theirs', 2000))
    expect(await receiveRecords(vault, [{ base: 'version 7', sealed }])).toEqual({ taken: 1, refused: [] })
    expect((await readRecord(vault, id))?.values).toEqual({ label: 'Theirs', key: 'k', note: 'n' })
    expect(await vault.database.get('records', id)).toMatchObject({ base: 'version 7', agreed: sealed.e, dirty: true })
    expect((await search(vault, 'theirs')).lines.length).toBe(1)
  })

  test('that says all there is to say leaves nothing to send', async () => {
    const { vault, theirs } = await filled()
    const id = newRecordId()
    await receiveRecords(vault, [{ base: '1', sealed: await sealRecord(vault.key, id, theirs('New', 1)) }])
    expect(await vault.database.get('records', id)).toMatchObject({ dirty: false })
  })

  test('deletes where the deletion is sealed and later', async () => {
    const { vault, id } = await filled()
    const sealed = await sealRecord(vault.key, id, tombstone('target', nextStamp(THERE, 2000)))
    await receiveRecords(vault, [{ base: '2', sealed }])
    expect(await readRecord(vault, id)).toBeUndefined()
    expect((await search(vault, 'ours')).lines).toEqual([])
  })

  test('is not obeyed where nobody sealed it', async () => {
    const { vault, id, row } = await filled()
    const elsewhere = await sealRecord(vault.key, newRecordId(), tombstone('target', nextStamp(THERE, 2000)))
    const unsealed = [
      { id, deleted: true },
      { id, v: 1, k: 'local/1', e: null, deleted: true },
      { id, v: 1, k: 'local/1', e: '' },
      { ...elsewhere, id },
      undefined,
    ]
    const received = await receiveRecords(
      vault,
      unsealed.map((sealed) => ({ base: '9', sealed })),
    )
    expect(received.taken).toBe(0)
    expect(received.refused.map(({ reason }) => reason)).toEqual(['form', 'form', 'changed', 'header', 'form'])
    expect(await vault.database.get('records', id)).toEqual(row)
  })
})
