/** A plugin's data half: what of it can be sent. @module */
import type { Plugin } from '../plugin.ts'
import type { PluginData } from './envelope.ts'

/**
 * Everything of a plugin but its functions, as a copy that went through JSON.
 *
 * @example
 * dataHalf(plugin).actions.join // [{ label: 'Join', for: 'me', kind: 'link' }]
 */
export function dataHalf(plugin: Plugin): PluginData {
  return JSON.parse(JSON.stringify(plugin)) as PluginData
}
