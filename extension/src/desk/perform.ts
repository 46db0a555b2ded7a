/** Runs one action: lends its plugin what the platform has, and stores the target that comes of it. @module */
import { type Outcome, type Plugin, PluginError, type TaskHost } from '@joinery/sdk'
import { chooseAction, type RawValues, runAction } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { isVaultError } from '../vault/error.ts'
import { list, readRecords } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { readTarget, removeRecord } from './holdings.ts'
import { keepTarget, type TargetKeeper } from './keep-target.ts'
import { notStoredYet } from './problem.ts'
import { rescue, storeRescued } from './rescued.ts'
import { type StoredAccount, type StoredTarget, targetIn } from './stored.ts'
import { unlockedVault } from './vault-session.ts'
import type { PersonView } from './views.ts'

/** An action with all that it works on. */
export interface Job {
  readonly plugin: Plugin
  readonly account: StoredAccount
  readonly action: string
  readonly target?: StoredTarget | undefined
  readonly person?: PersonView
  readonly input?: RawValues
  readonly signal?: AbortSignal
  readonly progress?: TaskHost['progress']
  /** Whether the user agreed to what cannot be undone, in our own UI. */
  readonly isConfirmed?: boolean
}

/** What an action gave, and the target that it was about or made. */
export interface Performed {
  readonly outcome: Outcome
  readonly targetId: string | undefined
}

/**
 * Runs it. What the plugin saves on the way is stored, whatever becomes of the rest.
 *
 * @throws PluginError of the plugin, or `not-permitted` for what asks to be confirmed and is not, VaultError of the storage.
 */
export async function perform(job: Job): Promise<Performed> {
  const { plugin, account, action, target } = job
  const { confirm, kind } = chooseAction(plugin, action, account.settings)
  // Every way to an action leads through here, so that none can leave the question out.
  if (confirm !== undefined && job.isConfirmed !== true) {
    throw new PluginError('not-permitted', i18n.t('error.notConfirmed'))
  }
  if (target === undefined || kind !== 'task') return await run(job)
  // One after the other: each knows what the one before has stored.
  return await navigator.locks.request(`target/${target.id}`, async () =>
    run({ ...job, target: (await readTarget(target.id)) ?? target }),
  )
}

async function run(job: Job): Promise<Performed> {
  const { plugin, account, action, target, person = {}, input = {} } = job
  const vault = await unlockedVault()
  void storeRescued().catch(console.error)
  const declared = plugin.target?.fields ?? {}
  const keeper = keepTarget({ vault, accountId: account.id, declared, own: target })
  const outcome = await runAction(
    {
      plugin,
      action,
      account: account.settings,
      target: target?.fields ?? {},
      person,
      input,
      now: Date.now(),
    },
    {
      fetch: (...args) => fetch(...args),
      random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
      now: Date.now,
      signal: job.signal ?? new AbortController().signal,
      log: (message) => console.info(message),
      progress: job.progress ?? (() => {}),
      save: keeper.save,
      targets: () => fieldsOfTargets(vault, account.id),
    },
  )
  if (outcome.type === 'target') await keepAtLast(vault, keeper, outcome.target)
  if (outcome.type === 'removed' && target !== undefined) await removeRecord(target.id)
  return { outcome, targetId: keeper.id() }
}

// An outcome is the last that the plugin knows of a target: it is not let go before it is stored.
async function keepAtLast(vault: Vault, keeper: TargetKeeper, fields: RawValues): Promise<void> {
  try {
    await keeper.save(fields)
  } catch (error) {
    // One that the policy holds, or the user removed, stays as it is; what the disk does not take is kept beside it.
    if (keeper.id() !== undefined && !isVaultError(error)) throw error
    await rescue(vault, keeper.written(fields))
    throw notStoredYet(error)
  }
}

async function fieldsOfTargets(vault: Vault, accountId: string): Promise<readonly RawValues[]> {
  const lines = await list(vault, 'target', accountId)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records.map((record) => targetIn(record).fields)
}
