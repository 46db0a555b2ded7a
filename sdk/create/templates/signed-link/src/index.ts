/** Example Meet: rooms that open by a signed link. @module */
import { definePlugin, type Person } from '@joinery/sdk'
import { signedLink } from './signed-link.ts'
import { TEXTS } from './texts.ts'

/** Where the vendor's rooms are; as its documents say. */
const ROOMS = 'https://meet.example/join'
/** How long a link works; as the vendor's documents say. */
const VALID_MILLISECONDS = 10 * 60 * 1000

/** The Example Meet plugin. */
export const plugin = definePlugin({
  api: 1,
  id: 'com.example.meet',
  name: 'Example Meet',
  version: '0.1.0',
  permissions: { open: [`${ROOMS}*`] },
  account: { key: { type: 'secret', label: TEXTS.key } },
  target: { name: TEXTS.room, fields: { room: { type: 'text', label: TEXTS.room, maxLength: 64 } } },
  actions: ({ link }) => ({
    join: link({
      label: TEXTS.join,
      icon: 'join',
      for: 'me',
      needs: ['firstName'],
      build: ({ account, target, person, now }) => {
        const expiresAt = now + VALID_MILLISECONDS
        const url = signedLink(ROOMS, parameters('host', target.room, person, expiresAt), account.key)
        return { type: 'tab', url, expiresAt, sensitive: true }
      },
    }),
    invite: link({
      label: TEXTS.invite,
      icon: 'invite',
      for: 'contact',
      needs: ['firstName'],
      build: ({ account, target, person, now }) => {
        const expiresAt = now + VALID_MILLISECONDS
        const guest = signedLink(ROOMS, parameters('guest', target.room, person, expiresAt), account.key)
        return { type: 'links', guest, expiresAt, sensitive: true }
      },
    }),
  }),
})

function parameters(role: 'host' | 'guest', room: string, person: Person<'firstName'>, expiresAt: number) {
  return { room, name: person.firstName, role, expires: Math.floor(expiresAt / 1000) }
}

export default plugin
