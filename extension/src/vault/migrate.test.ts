import { expect, test } from 'vitest'
import { nextStamp } from './clock.ts'
import { type Content, edited } from './content.ts'
import type { Json } from './json.ts'
import { type Formats, migrateRecords } from './migrate.ts'
import { newRecordId, openText, sealRecord, sealText } from './seal.ts'
import type { Vault } from './vault.ts'
import { emptyVault, flipped, tamper } from './vault-fixture.ts'

const at = nextStamp('a'.repeat(16), 1)
const next: Formats = {
  newest: 2,
  steps: { 1: (inside) => edited(inside as unknown as Content, { label: 'Stepped' }, at) as unknown as Json },
}

async function withOld(count: number) {
  const vault = await emptyVault()
  const ids = Array.from({ length: count }, newRecordId)
  for (const id of ids) {
    const content = edited({ kind: 'target', fields: {} }, { label: id }, at)
    const row = { ...(await sealRecord(vault.key, id, content)), revision: 1, dirty: true, base: null, agreed: null }
    await vault.database.put('records', row)
  }
  return { vault, ids }
}

async function labelOf(vault: Vault, id: string): Promise<unknown> {
  const opened = await openText(vault.key, await vault.database.get('records', id), 2)
  return opened.ok ? JSON.parse(opened.inside).fields.label.value : undefined
}

test('records of an older format are brought forward, and the older one goes once the newer was read back', async () => {
  const { vault, ids } = await withOld(450)
  expect(await migrateRecords(vault, next)).toEqual({ migrated: 450, kept: [] })
  for (const row of await vault.database.getAll('records')) {
    expect(row).toMatchObject({ v: 2, revision: 1 })
    expect(row).not.toHaveProperty('previous')
  }
  expect(await labelOf(vault, ids[0] ?? '')).toBe('Stepped')
  expect(await migrateRecords(vault, next)).toEqual({ migrated: 0, kept: [] })
})

test('a migration that was stopped half-way goes on from where it was', async () => {
  const { vault, ids } = await withOld(2)
  const [id = ''] = ids
  const { v, k, e } = (await vault.database.get('records', id)) ?? { v: 0, k: '', e: '' }
  const opened = await openText(vault.key, { id, v, k, e })
  const stepped = next.steps[1]?.(JSON.parse(opened.ok ? opened.inside : '')) ?? null
  const newer = await sealText(vault.key, id, JSON.stringify(stepped), 2)
  await tamper(vault, id, (row) => ({ ...row, ...newer, previous: { id, v, k, e } }))
  expect((await migrateRecords(vault, next)).migrated).toBe(2)
  expect(await vault.database.get('records', id)).not.toHaveProperty('previous')
})

test('a newer form that does not open gives way to the older one', async () => {
  const { vault, ids } = await withOld(1)
  const [id = ''] = ids
  const { v, k, e } = (await vault.database.get('records', id)) ?? { v: 0, k: '', e: '' }
  const newer = await sealText(vault.key, id, '{}', 2)
  await tamper(vault, id, (row) => ({ ...row, ...newer, e: flipped(newer.e, 150, 0), previous: { id, v, k, e } }))
  expect((await migrateRecords(vault, next)).kept).toEqual([id])
  expect(await labelOf(vault, id)).toBe(id)
  expect((await migrateRecords(vault, next)).migrated).toBe(1)
})

test('records that do not open, or whose step fails to make a record, are kept as they are', async () => {
  const { vault, ids } = await withOld(2)
  const [bad = ''] = ids
  await tamper(vault, bad, (row) => ({ ...row, e: flipped(row.e, 150, 0) }))
  const before = await vault.database.getAll('records')
  expect(await migrateRecords(vault, { newest: 2, steps: { 1: () => ({}) } })).toEqual({
    migrated: 0,
    kept: ids.toSorted(),
  })
  expect(await vault.database.getAll('records')).toEqual(before)
  expect(await migrateRecords(vault, next)).toEqual({ migrated: 1, kept: [bad] })
})
