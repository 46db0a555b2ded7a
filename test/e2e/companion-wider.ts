/** The sample companion as a later version, which wants to open web pages, too, and has a password. @module */
import type { Plugin } from '@joinery/sdk'
import { serveCompanion } from '@joinery/sdk/companion'
import { hosts } from '../../sdk/examples/companion/src/hosts.ts'
import { rustdesk } from '../../sdk/examples/companion/src/plugin.ts'
import { noteState, runtime, whenAsked } from '../../sdk/examples/companion/src/status.ts'

const wider: Plugin = {
  ...rustdesk,
  version: '2.0.0',
  permissions: { open: ['rustdesk:*', 'https://web.rustdesk.example/*'] },
  account: { ...rustdesk.account, password: { type: 'secret', label: 'Console password', optional: true } },
}

whenAsked(serveCompanion(wider, { hosts, runtime, onState: noteState }).announce)
