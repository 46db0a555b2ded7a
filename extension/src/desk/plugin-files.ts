/** Plugins from files that users choose: what is offered is looked at first, then added; and dropped again. @module */
import { type Plugin, PluginError } from '@joinery/sdk'
import { MAX_PLUGIN_FILE_BYTES, readPluginFile, shippedPluginFile } from '@joinery/sdk/declarative'
import { i18n } from '#i18n'
import { addedPlugins, dropPlugin, keepPlugin, keptPlugins, refuseTaken, sourceOf } from '../added-plugins.ts'
import { readPolicy } from './policy.ts'
import { forbiddenByPolicy, inUserLanguage } from './problem.ts'

/** A plugin in a file, which is not added yet. */
export interface PluginOffer {
  readonly plugin: Plugin
  /** What of the file is kept. */
  readonly text: string
  /** The older version that it takes the place of. */
  readonly replaced?: Plugin
}

/**
 * Reads a file; nothing is kept of it yet.
 *
 * @throws PluginError for what is no plugin file, for an id that is taken, and for a version that is not newer.
 */
export async function readPluginOffer(file: Blob): Promise<PluginOffer> {
  // Of a larger one, as much is read as shows that it is larger.
  const given = await file.slice(0, MAX_PLUGIN_FILE_BYTES + 1).text()
  const plugin = readPluginFile(given)
  refuseTaken(await keptPlugins(), { id: plugin.id, source: 'file' })
  const text = shippedPluginFile(given)
  const replaced = addedPlugins().find(({ id }) => id === plugin.id)
  if (replaced === undefined) return { plugin, text }
  if (isNewer(plugin.version, replaced.version)) return { plugin, text, replaced }
  throw new PluginError('conflict', i18n.t('plugins.notNewer', [inUserLanguage(replaced.name), replaced.version]), {
    field: 'version',
  })
}

/**
 * Adds what was offered.
 *
 * @throws PluginError `not-permitted` where the organisation allows no accounts, and `conflict` as it was read.
 */
export async function addPluginOffer({ plugin, text }: PluginOffer): Promise<void> {
  if (!(await readPolicy()).allowAddingAccounts) throw forbiddenByPolicy()
  await keepPlugin({ id: plugin.id, source: 'file', data: text })
}

/**
 * Drops a plugin that came from a file.
 *
 * @throws PluginError `conflict` while accounts use it, `not-permitted` where it did not come from a file.
 */
export async function dropPluginFile(id: string, accounts: readonly { readonly pluginId: string }[]): Promise<void> {
  if (sourceOf(id) !== 'file') throw forbiddenByPolicy()
  if (accounts.some(({ pluginId }) => pluginId === id)) throw new PluginError('conflict', i18n.t('plugins.inUse'))
  await dropPlugin({ id, source: 'file' })
}

/** Whether one version, three numbers, is newer than another. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number))
  const differing = one?.findIndex((number, place) => number !== other?.[place]) ?? -1
  return differing !== -1 && Number(one?.[differing]) > Number(other?.[differing])
}
