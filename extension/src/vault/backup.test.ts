import { compactDecrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { exportBackup, importBackup, previewBackup } from './backup.ts'
import { MAX_BYTES, readBackup } from './backup-file.ts'
import { sealWithPassphrase } from './passphrase.ts'
import { changeRecords, readRecord, readRecords, search } from './records.ts'
import { newRecordId } from './seal.ts'
import type { Vault } from './vault.ts'
import { emptyVault, flipped, tamper } from './vault-fixture.ts'

const PASSPHRASE = 'for the file alone'
const ids = [newRecordId(), newRecordId(), newRecordId()] as const

async function filled(): Promise<Vault> {
  const vault = await emptyVault()
  const labels = ['First', 'Second', 'Third']
  const changes = ids.map((id, index) => ({
    id,
    kind: 'target',
    values: { label: labels[index] ?? '', key: `key ${index}` },
  }))
  await changeRecords(vault, changes, 1000)
  return vault
}

async function backupOf(vault: Vault, options?: Parameters<typeof exportBackup>[2]) {
  return await readBackup(new Blob([await exportBackup(vault, PASSPHRASE, options)]), PASSPHRASE)
}

async function statesIn(vault: Vault, backup: Awaited<ReturnType<typeof backupOf>>) {
  const { items } = await previewBackup(vault, backup)
  return ids.map((id) => items.find((item) => item.id === id)?.state)
}

describe('a backup', { timeout: 30_000 }, () => {
  test('fills another vault with all that was in the first, found by search', async () => {
    const [from, to] = [await filled(), await emptyVault()]
    const backup = await backupOf(from)
    expect(await statesIn(to, backup)).toEqual(['new', 'new', 'new'])
    await importBackup(to, backup)
    const known = (vault: Vault) =>
      readRecords(vault).then(({ records }) => records.map(({ id, values }) => [id, values]))
    expect(await known(to)).toEqual(await known(from))
    expect((await search(to, 'second')).lines.map(({ id }) => id)).toEqual([ids[1]])
    expect(await statesIn(to, backup)).toEqual(['same', 'same', 'same'])
  })

  test('holds what was chosen', async () => {
    const { records } = await backupOf(await filled(), { ids: new Set([ids[1]]), now: 5 })
    expect(records.map(({ id }) => id)).toEqual([ids[1]])
  })

  test('is a JWE that a few lines with any JOSE library open', async () => {
    const file = await exportBackup(await filled(), PASSPHRASE)
    const { plaintext } = await compactDecrypt(file, new TextEncoder().encode(PASSPHRASE), {
      keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
      maxPBES2Count: 600_000,
    })
    const { format, records } = JSON.parse(new TextDecoder().decode(plaintext))
    expect(format).toBe('joinery-backup')
    expect(records.map((record: { fields: { key: { value: string } } }) => record.fields.key.value).toSorted()).toEqual(
      ['key 0', 'key 1', 'key 2'],
    )
  })

  test('shows what differs and merges field by field: the later edit stays, whosever it is', async () => {
    const [vault, other] = [await filled(), await filled()]
    await changeRecords(other, [{ id: ids[0], revision: 1, values: { label: 'Theirs', key: 'key 0' } }], 2000)
    await changeRecords(vault, [{ id: ids[0], revision: 1, values: { label: 'First', key: 'ours' } }], 3000)
    const backup = await backupOf(other)
    const { items } = await previewBackup(vault, backup)
    expect(items.find(({ id }) => id === ids[0])).toMatchObject({
      state: 'different',
      label: 'Theirs',
      changes: ['label'],
      keeps: ['key'],
    })
    await importBackup(vault, backup)
    expect((await readRecord(vault, ids[0]))?.values).toEqual({ label: 'Theirs', key: 'ours' })
  })

  test('deletes nothing: neither records nor fields that the file lacks, nor those that were deleted where it was made', async () => {
    const [vault, other] = [await filled(), await filled()]
    await changeRecords(other, [{ id: ids[0], revision: 1, remove: true }], 9000)
    await changeRecords(other, [{ id: ids[1], revision: 1, values: { label: 'Second' } }], 9000)
    await importBackup(vault, await backupOf(other))
    expect((await readRecord(vault, ids[0]))?.values.label).toBe('First')
    expect((await readRecord(vault, ids[1]))?.values.key).toBe('key 1')
  })

  test('gives back what was deleted since', async () => {
    const vault = await filled()
    const backup = await backupOf(vault)
    await changeRecords(vault, [{ id: ids[0], revision: 1, remove: true }])
    expect(await statesIn(vault, backup)).toEqual(['new', 'same', 'same'])
    await importBackup(vault, backup)
    expect((await readRecord(vault, ids[0]))?.values).toEqual({ label: 'First', key: 'key 0' })
    expect((await search(vault, 'first')).lines.length).toBe(1)
  })

  test('repairs a damaged record, and keeps beside it what did not open', async () => {
    const vault = await filled()
    const backup = await backupOf(vault)
    await tamper(vault, ids[0], (row) => ({ ...row, e: flipped(row.e, 250, 0) }))
    const { e } = (await vault.database.get('records', ids[0])) ?? { e: '' }
    expect(await statesIn(vault, backup)).toEqual(['damaged', 'same', 'same'])
    await importBackup(vault, backup)
    expect((await readRecord(vault, ids[0]))?.values.label).toBe('First')
    expect((await vault.database.get('records', ids[0]))?.unopened?.e).toBe(e)
  })

  test('takes damaged records along as they are', async () => {
    const vault = await filled()
    await tamper(vault, ids[0], (row) => ({ ...row, e: flipped(row.e, 250, 0) }))
    const { records, damaged } = await backupOf(vault)
    expect(records.length).toBe(2)
    expect(damaged.map(({ id }) => id)).toEqual([ids[0]])
  })
})

describe('a file is refused with the reason', { timeout: 30_000 }, async () => {
  const file = await exportBackup(await filled(), PASSPHRASE)
  const read = (text: string, passphrase = PASSPHRASE) => readBackup(new Blob([text]), passphrase)
  const sealed = (backup: unknown) =>
    sealWithPassphrase(PASSPHRASE, typeof backup === 'string' ? backup : JSON.stringify(backup), 'joinery-backup+json')

  test('where the passphrase is wrong', async () => {
    await expect(read(file, 'wrong')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('where its end is missing', async () => {
    for (const length of [0, 10, 500, file.length - 1]) {
      await expect(read(file.slice(0, length))).rejects.toMatchObject({ code: 'truncated' })
    }
  })

  test('where it asks for 2^31-1 rounds', async () => {
    const [header = '', ...rest] = file.split('.')
    const hostile = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), p2c: 2 ** 31 - 1 }
    const text = [Buffer.from(JSON.stringify(hostile)).toString('base64url'), ...rest].join('.')
    await expect(read(text)).rejects.toMatchObject({ code: 'too-costly' })
  })

  test('where it is too large, without reading it', async () => {
    const huge = new Blob([])
    Object.defineProperties(huge, {
      size: { value: MAX_BYTES + 1 },
      text: { value: () => Promise.reject(new Error('It was read')) },
    })
    await expect(readBackup(huge, PASSPHRASE)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('where it nests too deeply', async () => {
    const deep = `{"format":"joinery-backup","version":1,"made":1,"damaged":[],"records":${'['.repeat(100_000)}`
    await expect(read(await sealed(deep))).rejects.toMatchObject({ code: 'damaged' })
  })

  test('where it was made by a newer Joinery', async () => {
    const newer = { format: 'joinery-backup', version: 2 }
    await expect(read(await sealed(newer))).rejects.toMatchObject({ code: 'newer-format' })
  })

  test.each([
    ['no JSON', 'x'],
    ['another thing', { format: 'other' }],
    ['records that are none', { records: [{ id: ids[0] }] }],
    ['ids that are none', { records: [{ id: '../x', kind: 'target', fields: {} }] }],
    ['an id twice', { records: [1, 2].map(() => ({ id: ids[0], kind: 'target', fields: {} })) }],
  ])('where it holds %s', async (_, inside) => {
    const whole =
      typeof inside === 'string' ? inside : { format: 'joinery-backup', version: 1, made: 1, damaged: [], ...inside }
    await expect(read(await sealed(whole))).rejects.toMatchObject({ code: 'damaged' })
  })

  test('where it is something else entirely', async () => {
    for (const text of ['{"records":[]}', 'a.b.c.d.e.f', '%PDF-1.7']) {
      await expect(read(text)).rejects.toMatchObject({ name: 'VaultError' })
    }
  })
})
