/** The plugins that are compiled in: one line each. @module */
import { omnovia } from '@joinery/omnovia'
import { reach } from '@joinery/reach'
import type { Plugin } from '@joinery/sdk'
import { webinato } from '@joinery/webinato'

/** Every plugin, in the order that forms offer them. */
export const plugins: readonly Plugin[] = [omnovia, webinato, reach]

/** A plugin by its id. */
export function pluginById(id: string): Plugin | undefined {
  return plugins.find((plugin) => plugin.id === id)
}
