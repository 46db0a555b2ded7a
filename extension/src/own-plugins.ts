/** The plugins that came with Joinery, the demo's among them: nobody else may have their ids. @module */
import type { Plugin } from '@joinery/sdk'
import { demo } from './demo-plugin.ts'
import { plugins } from './plugins.ts'

/** One of them by its id. */
export function ownPlugin(id: string): Plugin | undefined {
  return id === demo.id ? demo : plugins.find((plugin) => plugin.id === id)
}
