/** The plugins in a policy: each that is a plugin file, and once. @module */
import { isPluginError } from '@joinery/sdk'
import { readPluginFile, shippedPluginFile } from '@joinery/sdk/declarative'
import { ownPlugin } from '../own-plugins.ts'

/** A plugin that the organisation set up. */
export interface PolicyPlugin {
  readonly id: string
  /** The file's text, as it is kept. */
  readonly text: string
}

/** What a policy says of plugins. */
export interface PolicyPlugins {
  readonly plugins: readonly PolicyPlugin[]
  /** Whether these are all: where one cannot be read, what is kept of earlier ones stays. */
  readonly areAll: boolean
}

/** The plugins in a list of texts or, where a browser gives them, objects; the paths of what is wrong join the faults. */
export function policyPluginsIn(items: readonly unknown[] | undefined, faults: string[]): PolicyPlugins {
  const found = new Map<string, PolicyPlugin>()
  for (const [index, item] of (items ?? []).entries()) {
    const path = `plugins[${index}]`
    const read = pluginIn(item)
    if (typeof read === 'string') faults.push([path, read].filter(Boolean).join('.'))
    else if (found.has(read.id) || ownPlugin(read.id) !== undefined) faults.push(`${path}.id`)
    else found.set(read.id, read)
  }
  return { plugins: [...found.values()], areAll: found.size === items?.length }
}

/** The plugin, or the path of what is wrong. */
function pluginIn(item: unknown): PolicyPlugin | string {
  const given = typeof item === 'string' ? item : JSON.stringify(item ?? null)
  try {
    return { id: readPluginFile(given).id, text: shippedPluginFile(given) }
  } catch (error) {
    if (isPluginError(error)) return error.field ?? ''
    throw error
  }
}
