import { describe, expect, test } from 'vitest'
import { changeRecords, lineOfRecord, list, readRecord, search } from './records.ts'
import { newRecordId } from './seal.ts'
import type { Vault } from './vault.ts'
import { emptyVault, flipped, otherWindow } from './vault-fixture.ts'

const MANY = 2500

async function filled(count: number): Promise<Vault> {
  const vault = await emptyVault()
  const changes = Array.from({ length: count }, (_, number) => ({
    id: newRecordId(),
    kind: number % 10 === 0 ? 'account' : 'target',
    values: { label: `Device ${number}`, account: `account ${number % 3}` },
  }))
  await changeRecords(vault, changes)
  return vault
}

async function editions(vault: Vault) {
  return new Set(await vault.database.getAllKeys('index'))
}

describe('the index', () => {
  test('grows by splitting pages and knows every record', async () => {
    const vault = await filled(MANY)
    expect(vault.pages.size).toBeGreaterThan(2)
    const later = await otherWindow(vault)
    expect((await list(later, 'account')).length + (await list(later, 'target')).length).toBe(MANY)
    expect((await list(later, 'account', 'account 0')).every(({ group }) => group === 'account 0')).toBe(true)
    expect((await search(later, 'device 2499')).lines.map(({ label }) => label)).toEqual(['Device 2499'])
  })

  test('has one page written anew for one changed label, and none where nothing in it changed', async () => {
    const vault = await filled(MANY)
    const [line] = (await search(vault, 'device 1234')).lines
    const record = await readRecord(vault, line?.id ?? '')
    const before = await editions(vault)
    const id = record?.id ?? ''
    await changeRecords(vault, [{ id, revision: 1, values: { ...record?.values, label: 'Renamed' } }])
    const after = await editions(vault)
    expect(before.difference(after).size).toBe(1)
    expect(after.difference(before).size).toBe(1)
    await changeRecords(vault, [{ id, revision: 2, values: { ...record?.values, label: 'Renamed', key: 'new' } }])
    expect(await editions(vault)).toEqual(after)
  })

  test('opens one page for one change after a restart', async () => {
    const vault = await filled(MANY)
    const later = await otherWindow(vault)
    await changeRecords(later, [{ id: newRecordId(), kind: 'target', values: { label: 'Added' } }])
    expect(later.pages.size).toBe(1)
    expect((await search(later, 'added')).lines.length).toBe(1)
    expect((await list(later, 'target')).length + (await list(later, 'account')).length).toBe(MANY + 1)
  })

  test.each([
    ['a changed bit', (vault: Vault) => damagePage(vault, (e) => flipped(e, 400, 1))],
    ['a cut page', (vault: Vault) => damagePage(vault, (e) => e.slice(0, 400))],
    ['a missing page', async (vault: Vault) => vault.database.delete('index', [...(await editions(vault))][0] ?? '')],
    ['a page of another place', swapPages],
    ['an empty index', (vault: Vault) => vault.database.clear('index')],
  ])('is rebuilt from the records after %s', async (_, damage) => {
    const vault = await filled(MANY)
    await damage(vault)
    const later = await otherWindow(vault)
    expect((await list(later, 'account')).length + (await list(later, 'target')).length).toBe(MANY)
    expect((await search(later, 'device 77')).lines[0]?.label).toBe('Device 77')
  })

  test('is rebuilt when a change comes first', async () => {
    const vault = await filled(10)
    await vault.database.clear('index')
    const later = await otherWindow(vault)
    const id = newRecordId()
    await changeRecords(later, [{ id, kind: 'target', values: { label: 'Added' } }])
    expect((await lineOfRecord(later, id))?.label).toBe('Added')
    expect((await list(later, 'account')).length + (await list(later, 'target')).length).toBe(11)
  })

  test('brings no record back that was removed when it is rebuilt', async () => {
    const vault = await filled(10)
    const [line] = await list(vault, 'target')
    await changeRecords(vault, [{ id: line?.id ?? '', revision: 1, remove: true }])
    await vault.database.clear('index')
    expect((await list(await otherWindow(vault), 'target')).map(({ id }) => id)).not.toContain(line?.id)
  })
})

async function damagePage(vault: Vault, change: (e: string) => string): Promise<void> {
  const [row] = await vault.database.getAll('index')
  if (row !== undefined) await vault.database.put('index', { ...row, e: change(row.e) })
}

async function swapPages(vault: Vault): Promise<void> {
  const [one, other] = await vault.database.getAll('index')
  if (one !== undefined && other !== undefined) await vault.database.put('index', { ...one, e: other.e })
}
