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

/** Each of them, in the order that forms offer them; what one does to itself later has no effect here. */
export const plugins: readonly Plugin[] = [omnovia, webinato, netviewer, reach, bigbluebutton, jitsi].map(sealPlugin)

/** How files that hold inputs for many runs are read, by plugin; JSON and CSV with the inputs' names need none of this. */
export const listReaders: { readonly [pluginId: string]: (text: string) => readonly object[] } = {
  [reach.id]: readRollouts,
}
