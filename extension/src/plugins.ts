/** The plugins that are compiled in: one line each. @module */
import { bigbluebutton } from '@joinery/bigbluebutton'
import { jitsi } from '@joinery/jitsi'
import { netviewer } from '@joinery/netviewer'
import { omnovia } from '@joinery/omnovia'
import { reach } from '@joinery/reach'
import { readRollouts } from '@joinery/reach/rollout'
import type { Plugin } from '@joinery/sdk'
import { sealPlugin } from '@joinery/sdk/host'
import { webinato } from '@joinery/webinato'
import { demo } from './demo-plugin.ts'

/** Every plugin, in the order that forms offer them. */
export const plugins: readonly Plugin[] = [omnovia, webinato, netviewer, reach, bigbluebutton, jitsi].map(sealPlugin)

/** A plugin by its id; the demo's, too, which no form offers. */
export function pluginById(id: string): Plugin | undefined {
  return id === demo.id ? demo : plugins.find((plugin) => plugin.id === id)
}

/** How files that hold inputs for many runs are read, by plugin; JSON and CSV with the inputs' names need none of this. */
export const listReaders: { readonly [pluginId: string]: (text: string) => readonly object[] } = {
  [reach.id]: readRollouts,
}
