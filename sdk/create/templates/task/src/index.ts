/** Example Meet: rooms that are booked on the organisation's own server. @module */
import { definePlugin, url } from '@joinery/sdk'
import { book } from './book.ts'
import { addressOn } from './server.ts'
import { TEXTS } from './texts.ts'

/** The Example Meet plugin. */
export const plugin = definePlugin({
  api: 1,
  id: 'com.example.meet',
  name: 'Example Meet',
  version: '0.1.0',
  permissions: { open: ['{account.server}/*'], fetch: ['{account.server}/*'] },
  account: { server: { type: 'url', label: TEXTS.server }, key: { type: 'secret', label: TEXTS.key } },
  target: {
    name: TEXTS.room,
    fields: {
      room: { type: 'text', label: TEXTS.room, maxLength: 64 },
      label: { type: 'text', label: TEXTS.title, optional: true },
    },
  },
  actions: ({ link, task }) => ({
    book: task({
      label: TEXTS.book,
      icon: 'schedule',
      for: 'me',
      on: 'account',
      input: { title: { type: 'text', label: TEXTS.title, maxLength: 100 } },
      run: ({ account, input, host }) => book(account, input.title, host),
    }),
    join: link({
      label: TEXTS.join,
      icon: 'join',
      for: 'me',
      needs: ['firstName'],
      build: ({ account, target, person }) => ({
        type: 'tab',
        url: url(addressOn(account.server, 'join'), { room: target.room, name: person.firstName }),
      }),
    }),
  }),
})

export default plugin
