/** The background: serves the plugin. @module */
import { serveCompanion } from '@joinery/sdk/companion'
import { hosts } from './hosts.ts'
import { rustdesk } from './plugin.ts'
import { noteState, runtime, whenAsked } from './status.ts'

const companion = serveCompanion(rustdesk, { hosts, runtime, onState: noteState })
whenAsked(companion.announce)
