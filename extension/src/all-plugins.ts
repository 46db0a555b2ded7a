/** Every plugin that there is, however it came. @module */
import type { Plugin } from '@joinery/sdk'
import { addedPlugins } from './added-plugins.ts'
import { ownPlugin } from './own-plugins.ts'
import { plugins } from './plugins.ts'

/** Every plugin that forms offer, in their order; those that were added come last. */
export function allPlugins(): readonly Plugin[] {
  return [...plugins, ...addedPlugins()]
}

/** A plugin by its id; the demo's, too, which no form offers. */
export function pluginById(id: string): Plugin | undefined {
  return ownPlugin(id) ?? addedPlugins().find((plugin) => plugin.id === id)
}
