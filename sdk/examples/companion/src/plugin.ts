/**
 * RustDesk: its program on this computer takes control of a device, by a link of the program's own scheme.
 *
 * The links are those of RustDesk's pull requests 3076 (`rustdesk://connection/new/<id>`) and 4901
 * (`rustdesk://file-transfer/<id>`, `?relay=true`), https://github.com/rustdesk/rustdesk; they were not tried with the program.
 * A link can carry a password, too (4097): it would stand in the open in the program's command line, so that this plugin
 * leaves it to RustDesk to ask for it.
 *
 * @module
 */
import { definePlugin, encode } from '@joinery/sdk'
import * as texts from './texts.ts'

/** As people write it: digits in groups, or a name. */
const DEVICE_ID = '\\d[\\d ]{4,14}\\d|[A-Za-z][A-Za-z0-9_\\-]{5,15}'

/** The plugin. */
export const rustdesk = definePlugin({
  api: 1,
  id: 'com.rustdesk.companion',
  name: 'RustDesk',
  version: '1.0.0',
  permissions: { open: ['rustdesk:*'] },
  account: {
    relay: { type: 'boolean', label: texts.relay },
  },
  target: {
    name: texts.device,
    fields: {
      deviceId: { type: 'text', label: texts.deviceId, pattern: DEVICE_ID, patternHint: texts.deviceIdHint },
      label: { type: 'text', label: texts.label, maxLength: 80 },
      company: { type: 'text', label: texts.company, maxLength: 80, optional: true },
    },
  },
  recognizeText: [{ text: 'rustdesk[ :#-]{0,3}(\\d[\\d ]{4,14}\\d)', field: 'deviceId' }],
  actions: ({ link }) => ({
    control: link({
      label: texts.control,
      icon: 'control',
      for: 'contact',
      asksFirst: { shows: ['deviceId'] },
      build: ({ account, target }) => ({ type: 'app', url: linkTo('connection/new', target.deviceId, account.relay) }),
    }),
    transfer: link({
      label: texts.transfer,
      icon: 'control',
      for: 'contact',
      asksFirst: { shows: ['deviceId'] },
      build: ({ account, target }) => ({ type: 'app', url: linkTo('file-transfer', target.deviceId, account.relay) }),
    }),
  }),
})

function linkTo(what: string, deviceId: string, relay: boolean): string {
  return `rustdesk://${what}/${encode(deviceId.replaceAll(' ', ''))}${relay ? '?relay=true' : ''}`
}
