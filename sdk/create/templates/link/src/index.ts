/** Example Meet: rooms that open by their name. @module */
import { definePlugin, type Person, url } from '@joinery/sdk'
import { TEXTS } from './texts.ts'

/** Where the vendor's rooms are; as its documents say. */
const ROOMS = 'https://meet.example/join'

/** The Example Meet plugin. */
export const plugin = definePlugin({
  api: 1,
  id: 'com.example.meet',
  name: 'Example Meet',
  version: '0.1.0',
  permissions: { open: [`${ROOMS}*`] },
  account: {},
  target: { name: TEXTS.room, fields: { room: { type: 'text', label: TEXTS.room, maxLength: 64 } } },
  actions: ({ link }) => ({
    join: link({
      label: TEXTS.join,
      icon: 'join',
      for: 'me',
      needs: ['firstName'],
      build: ({ target, person }) => ({ type: 'tab', url: roomLink(target.room, person) }),
    }),
    invite: link({
      label: TEXTS.invite,
      icon: 'invite',
      for: 'contact',
      needs: ['firstName'],
      build: ({ target, person }) => ({ type: 'links', guest: roomLink(target.room, person) }),
    }),
  }),
})

function roomLink(room: string, { firstName, lastName }: Person<'firstName'>): string {
  return url(ROOMS, { room, name: lastName === undefined ? firstName : `${firstName} ${lastName}` })
}

export default plugin
