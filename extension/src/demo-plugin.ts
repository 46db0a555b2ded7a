/** Rooms to try Joinery with before anybody has an account: their pages are the extension's own. @module */
import { definePlugin, url } from '@joinery/sdk'

/** Where the links of demo rooms lead before the desk puts our own page in their place; nobody can own this name. */
export const DEMO_ROOM = 'https://demo.joinery.example/room'

const TEXTS = {
  room: {
    en: 'Demo room',
    de: 'Demo-Raum',
    es: 'Sala de demostración',
    fr: 'Salle de démonstration',
    ru: 'Демокомната',
    he: 'חדר הדגמה',
  },
  name: { en: 'Name', de: 'Name', es: 'Nombre', fr: 'Nom', ru: 'Название', he: 'שם' },
  join: { en: 'Join', de: 'Beitreten', es: 'Unirse', fr: 'Rejoindre', ru: 'Войти', he: 'הצטרפות' },
  invite: { en: 'Invite', de: 'Einladen', es: 'Invitar', fr: 'Inviter', ru: 'Пригласить', he: 'הזמנה' },
} as const

/** A vendor that asks for nothing. */
export const demo = definePlugin({
  api: 1,
  id: 'example.joinery.demo',
  name: 'Demo',
  version: '1.0.0',
  permissions: { open: [`${DEMO_ROOM}*`] },
  account: {},
  target: {
    name: TEXTS.room,
    fields: { label: { type: 'text', label: TEXTS.name, maxLength: 80 } },
  },
  actions: ({ link }) => ({
    join: link({
      label: TEXTS.join,
      icon: 'join',
      for: 'me',
      build: ({ target, person }) => ({
        type: 'tab',
        url: url(DEMO_ROOM, { room: target.label, name: fullName(person), role: 'host' }),
      }),
    }),
    invite: link({
      label: TEXTS.invite,
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
