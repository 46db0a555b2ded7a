/** BigBlueButton: meetings on an organisation's own server, joined by links that are signed on this machine. @module */
import { definePlugin } from '@joinery/sdk'
import { accountFields, meetingFields } from './fields.ts'
import { guestLink, joinLink, startAndJoin } from './join.ts'
import { end, running, testConnection } from './manage.ts'
import { recordings } from './recordings.ts'

const join = { label: { en: 'Join', de: 'Beitreten' }, icon: 'join', for: 'me', needs: ['lastName'] } as const
const onMeeting = { icon: 'manage', for: 'me' } as const

/** The BigBlueButton plugin (docs.bigbluebutton.org, development/api). */
export const bigbluebutton = definePlugin({
  api: 1,
  id: 'org.bigbluebutton',
  name: 'BigBlueButton',
  version: '1.0.0',
  permissions: { open: ['{account.server}/*'], fetch: ['{account.server}/*'] },
  account: accountFields,
  target: { name: { en: 'Meeting', de: 'Besprechung' }, fields: meetingFields },
  actions: ({ link, task }) => ({
    join: [
      task({ ...join, when: { createFirst: true }, run: startAndJoin }),
      link({ ...join, when: { createFirst: false }, build: (args) => joinLink(args) }),
    ],
    invite: link({
      label: { en: 'Invite', de: 'Einladen' },
      icon: 'invite',
      for: 'contact',
      needs: ['lastName'],
      build: guestLink,
    }),
    running: task({
      ...onMeeting,
      label: { en: 'Ask whether it is running', de: 'Nachfragen, ob sie läuft' },
      run: running,
    }),
    end: task({
      ...onMeeting,
      label: { en: 'End the meeting', de: 'Besprechung beenden' },
      confirm: {
        text: {
          en: 'Everybody is put out of the meeting at once.',
          de: 'Alle werden sofort aus der Besprechung entfernt.',
        },
      },
      run: end,
    }),
    recordings: task({
      ...onMeeting,
      label: { en: 'List the recordings', de: 'Aufzeichnungen auflisten' },
      run: recordings,
    }),
    test: task({
      ...onMeeting,
      on: 'account',
      label: { en: 'Test the connection', de: 'Verbindung testen' },
      run: testConnection,
    }),
  }),
})

export default bigbluebutton
