/** Jitsi Meet: rooms on any server, and at JaaS, entered by name or with a token that is signed on this machine. @module */
import { definePlugin, type Outcome } from '@joinery/sdk'
import { accountFields } from './account-fields.ts'
import { claimsOf, type Role, type TokenArguments } from './claims.ts'
import { nameOf } from './name.ts'
import { roomFields } from './room-fields.ts'
import { roomLink } from './room-link.ts'
import { sign } from './sign.ts'

const join = {
  label: { en: 'Join', de: 'Beitreten' },
  icon: 'join',
  for: 'me',
} as const
const invite = {
  label: { en: 'Invite', de: 'Einladen' },
  icon: 'invite',
  for: 'contact',
} as const

/** A room at the server's root; pages with a dot in their name, such as config.js, are no rooms. Tenants have a path of their own. */
const ROOM_PATH = '/([^/.]+)'

function plainLink({ account, target, person }: TokenArguments): string {
  return roomLink(account, target, { displayName: nameOf(person) })
}

async function linkWithToken(args: TokenArguments, role: Role) {
  const claims = claimsOf(args, role)
  const token = await sign(claims, args.account)
  return { link: roomLink(args.account, args.target, { token }), expiresAt: claims.exp * 1000 }
}

const guestLink = (args: TokenArguments): Outcome => ({ type: 'links', guest: plainLink(args) })

/** The Jitsi Meet plugin. */
export const jitsi = definePlugin({
  api: 1,
  id: 'org.jitsi',
  name: 'Jitsi Meet',
  version: '1.0.0',
  permissions: { open: ['{account.server}/*'] },
  account: accountFields,
  target: {
    name: { en: 'Room', de: 'Raum' },
    fields: roomFields,
  },
  // A link with a token is somebody's own entry, and stays that.
  recognize: [{ href: '{account.server}/*', path: { room: ROOM_PATH }, unless: ['jwt'] }],
  actions: ({ link, task }) => ({
    join: [
      link({ ...join, when: { authentication: 'none' }, build: (args) => ({ type: 'tab', url: plainLink(args) }) }),
      task({
        ...join,
        when: { authentication: 'token' },
        async run(args) {
          const { link, expiresAt } = await linkWithToken(args, 'moderator')
          return { type: 'tab', url: link, expiresAt, sensitive: true }
        },
      }),
    ],
    invite: [
      link({ ...invite, when: { authentication: 'none' }, build: guestLink }),
      link({ ...invite, when: { authentication: 'token', guests: 'plain' }, build: guestLink }),
      task({
        ...invite,
        when: { authentication: 'token', guests: 'token' },
        async run(args) {
          const { link, expiresAt } = await linkWithToken(args, 'guest')
          return { type: 'links', guest: link, expiresAt }
        },
      }),
    ],
  }),
})

export default jitsi
