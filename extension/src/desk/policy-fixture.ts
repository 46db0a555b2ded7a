/** Policies and a vault under them, for the desk's tests. @module */
import 'fake-indexeddb/auto'
import { alarms, browser, setPolicy } from './browser-fixture.ts'
import { findTargets, readAccounts, readShortcuts } from './holdings.ts'
import { applyPolicy } from './managed.ts'
import { dropVault, makeVault, vaultDatabase } from './vault-session.ts'

/** The secret in {@link northwind}; it must be seen nowhere. */
export const PASSWORD = 'canary-Xq7'

/** A room of {@link northwind}. */
export const lobby = { key: 'lobby', fields: { label: 'Lobby', roomId: '5678' } }
/** Another one. */
export const stage = { key: 'stage', fields: { label: 'Stage', roomId: '5679', directAccess: 'true' } }
/** An account as an administrator writes it, with two rooms. */
export const northwind = {
  key: 'support',
  plugin: 'com.omnovia',
  name: 'Northwind',
  settings: { companyId: '1234', companyPass: PASSWORD, role: '3' },
  targets: [lobby, stage],
}

/** An open, empty vault, in a browser that was just started. */
export async function startAnew(): Promise<void> {
  setPolicy(undefined)
  alarms.clear()
  await dropVault()
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
  await makeVault('never mind which')
}

/** Sets a policy with these accounts, and applies it. */
export async function applyAccounts(...accounts: readonly object[]): Promise<void> {
  setPolicy({ companyName: 'Northwind', accounts })
  await applyPolicy()
}

/** What is in the vault, by the names that lists show. */
export async function holdings() {
  const [accounts, shortcuts, targets] = await Promise.all([
    readAccounts(),
    readShortcuts(),
    findTargets('', undefined, 100),
  ])
  return {
    accounts: accounts.map(({ name }) => name),
    targets: targets.lines.map(({ label }) => label),
    shortcuts: shortcuts.map(({ name }) => name),
  }
}

/** The id of what has this name in a list. */
export async function idOf(name: string): Promise<string> {
  const [accounts, shortcuts, targets] = await Promise.all([
    readAccounts(),
    readShortcuts(),
    findTargets('', undefined, 100),
  ])
  const lines = targets.lines.map(({ id, label }) => ({ id, name: label }))
  const found = [...accounts, ...shortcuts, ...lines].find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found.id
}

/** What stands in the database, and in which version: whatever is written changes this. */
export async function versions(): Promise<readonly string[]> {
  const database = await vaultDatabase()
  const [records, index] = await Promise.all([database.getAll('records'), database.getAll('index')])
  return [...records.map(({ id, revision }) => `${id} ${revision}`), ...index.map(({ id }) => id)]
}

/** Everything that lies in the database, byte for byte. */
export async function rows(): Promise<string> {
  const database = await vaultDatabase()
  const [records, index] = await Promise.all([database.getAll('records'), database.getAll('index')])
  return JSON.stringify({ records, index })
}
