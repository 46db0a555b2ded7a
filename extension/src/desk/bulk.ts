/** Lists that are worked through, for the options page: begin, look, pause, go on, call off, forget. @module */
import { PluginError } from '@joinery/sdk'
import { chooseAction, readFields } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { changeBulk, currentBulk, goOnWithBulk } from './bulk-run.ts'
import { type BulkItem, type ItemState, readBulk, removeBulk, writeBulk } from './bulk-store.ts'
import { readAccount } from './holdings.ts'
import { identityOf } from './identity.ts'
import { inUserLanguage, removedMeanwhile } from './problem.ts'
import { unlockedVault } from './vault-session.ts'
import type { BulkView, TableView } from './views.ts'

const stateNames: { readonly [S in ItemState]: () => string } = {
  waiting: () => i18n.t('bulk.waiting'),
  asked: () => i18n.t('bulk.asked'),
  done: () => i18n.t('bulk.done'),
  partly: () => i18n.t('bulk.partly'),
  refused: () => i18n.t('bulk.refused'),
  unclear: () => i18n.t('bulk.unclear'),
  cancelled: () => i18n.t('bulk.cancelled'),
}

/**
 * Stores a list and begins to work through it.
 *
 * @throws PluginError where a line is not what the action takes, with `line.field` at fault, or a list is under way.
 */
export async function beginBulk({
  accountId,
  action,
  inputs,
  atOnce,
  pace,
}: Payload<'bulk.begin'>): Promise<undefined> {
  const vault = await unlockedVault()
  const before = await readBulk(vault)
  if (before !== undefined && before.job.state !== 'finished' && before.job.state !== 'cancelled') {
    throw new PluginError('conflict', i18n.t('bulk.underWay'))
  }
  const { fields, identity } = await ruleFor(accountId, action)
  const known = new Set<string>()
  const items = inputs.map((input, number): BulkItem => {
    readFields(fields, input)
    const own = identityOf(input[identity])
    if (known.has(own)) throw new PluginError('invalid', i18n.t('bulk.twice', [number + 1]))
    known.add(own)
    return { number, input, state: 'waiting' }
  })
  const startedAt = Date.now()
  const job = { accountId, action, state: 'running', atOnce, pace, count: items.length, startedAt } as const
  await writeBulk(vault, { job, items })
  void goOnWithBulk().catch(console.error)
}

/** How far it is; `null` where there is no list. */
export async function viewOfBulk(): Promise<BulkView | null> {
  const stored = await currentBulk(await unlockedVault())
  if (stored === undefined) return null
  // A background that was stopped is woken by the question; it goes on with what it finds.
  void goOnWithBulk().catch(console.error)
  const { accountId, action, state, notBefore = 0, reason, count } = stored.job
  const counts = Object.groupBy(stored.items, (item) => item.state)
  const wait = notBefore - Date.now()
  return {
    accountId,
    action,
    state,
    count,
    counts: Object.fromEntries(Object.entries(counts).map(([name, items]) => [name, items.length])),
    ...(wait > 0 ? { wait } : {}),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** What became of each line, as a table without secrets. */
export async function tableOfBulk(): Promise<TableView | null> {
  const stored = await currentBulk(await unlockedVault())
  if (stored === undefined) return null
  const { fields } = await ruleFor(stored.job.accountId, stored.job.action)
  const names = Object.keys(fields).filter((name) => fields[name]?.type !== 'secret')
  return {
    title: i18n.t('bulk.result'),
    columns: [
      i18n.t('bulk.state'),
      ...names.map((name) => inUserLanguage(fields[name]?.label ?? name)),
      i18n.t('bulk.remark'),
    ],
    rows: stored.items.map(({ input, state, text = '' }) => [
      stateNames[state](),
      ...names.map((name) => String(input[name] ?? '')),
      text,
    ]),
  }
}

/** Pauses, goes on, calls off, or forgets what has ended. */
export async function steerBulk({ to }: Payload<'bulk.steer'>): Promise<undefined> {
  const vault = await unlockedVault()
  if (to === 'forgotten') return await forget()
  await changeBulk(vault, { state: to, ...(to === 'running' ? { startedAt: Date.now() } : {}) })
  void goOnWithBulk().catch(console.error)

  async function forget(): Promise<undefined> {
    const state = (await currentBulk(vault))?.job.state
    if (state === 'running' || state === 'paused') throw new PluginError('conflict', i18n.t('bulk.underWay'))
    await removeBulk(vault)
  }
}

async function ruleFor(accountId: string, name: string) {
  const account = await readAccount(accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  if (account === undefined || plugin === undefined) throw removedMeanwhile()
  const { input = {}, inBulk } = chooseAction(plugin, name, account.settings)
  if (inBulk === undefined) throw new PluginError('not-applicable', i18n.t('error.notApplicable'))
  return { fields: input, identity: inBulk.identity }
}
