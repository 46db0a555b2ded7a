/** What the user decides about companion extensions. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { dropPlugin } from '../../added-plugins.ts'
import type { Payload } from '../../messages.ts'
import { readPolicy } from '../policy.ts'
import { forbiddenByPolicy } from '../problem.ts'
import { allowedOf, alone, keepAllowed } from './allowed.ts'
import { dropAsk, keepAsk, readAsks } from './asks.ts'

/**
 * Allows what was shown.
 *
 * @throws PluginError `conflict` where the extension announced something else since, or another plugin has its id, and
 * `not-permitted` where the organisation allows no accounts.
 */
export async function allowCompanion({ extensionId, revision }: Payload<'companions.allow'>): Promise<undefined> {
  if (!(await readPolicy()).allowAddingAccounts) throw forbiddenByPolicy()
  await alone(async () => {
    const own = await allowedOf(extensionId)
    const ask = own === undefined ? (await readAsks()).find((known) => known.extensionId === extensionId) : own.asks
    if (ask?.data === undefined || ask.revision !== revision) throw changedMeanwhile()
    await keepAllowed({ extensionId, allowed: ask.data })
    await dropAsk(extensionId)
  })
}

/** Refuses it: it is not asked about again. */
export async function refuseCompanion({ extensionId }: Payload<'companions.refuse'>): Promise<undefined> {
  await alone(async () => {
    const ask = (await readAsks()).find((known) => known.extensionId === extensionId)
    if (ask === undefined) throw changedMeanwhile()
    await keepAsk({ ...ask, isRefused: true })
  })
}

/** Takes back what was allowed: its plugin is gone at once, its accounts stay. */
export async function revokeCompanion({ extensionId }: Payload<'companions.revoke'>): Promise<undefined> {
  await alone(async () => {
    const own = await allowedOf(extensionId)
    if (own === undefined) throw changedMeanwhile()
    await dropPlugin({ id: own.allowed.id, source: 'companion' })
    const { data, revision } = own.asks ?? { data: own.allowed, revision: crypto.randomUUID() }
    // Where there is no room, it is as if it had never asked.
    await keepAsk({ extensionId, data, isRefused: true, wasAllowed: true, revision })
  })
}

/** Takes one that is not allowed off the list; it may ask again. */
export async function forgetCompanion({ extensionId }: Payload<'companions.forget'>): Promise<undefined> {
  await alone(() => dropAsk(extensionId))
}

function changedMeanwhile(): PluginError {
  return new PluginError('conflict', i18n.t('companions.changedMeanwhile'))
}
