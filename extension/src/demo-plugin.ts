/** Rooms to try Joinery with before anybody has an account: their pages are the extension's own. @module */
import { definePlugin, url } from '@joinery/sdk'

/** Where the links of demo rooms lead before the desk puts our own page in their place; nobody can own this name. */
export const DEMO_ROOM = 'https://demo.joinery.example/room'

/** A vendor that asks for nothing. */
export const demo = definePlugin({
  api: 1,
  id: 'example.joinery.demo',
  name: { en: 'Demo', de: 'Demo' },
  version: '1.0.0',
  permissions: { open: [`${DEMO_ROOM}*`] },
  account: {},
  target: {
    name: { en: 'Demo room', de: 'Demo-Raum' },
    fields: { label: { type: 'text', label: { en: 'Name', de: 'Name' }, maxLength: 80 } },
  },
  actions: ({ link }) => ({
    join: link({
      label: { en: 'Join', de: 'Beitreten' },
      icon: 'join',
      for: 'me',
      build: ({ target, person }) => ({
        type: 'tab',
        url: url(DEMO_ROOM, { room: target.label, name: fullName(person), role: 'host' }),
      }),
    }),
    invite: link({
      label: { en: 'Invite', de: 'Einladen' },
      icon: 'invite',
      for: 'contact',
      needs: ['lastName'],
      build: ({ target, person }) => ({
        type: 'links',
        guest: url(DEMO_ROOM, { room: target.label, name: fullName(person), email: person.email, role: 'guest' }),
      }),
    }),
  }),
})

interface Name {
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
}

function fullName({ firstName = '', lastName = '' }: Name): string {
  return `${firstName} ${lastName}`.trim()
}
