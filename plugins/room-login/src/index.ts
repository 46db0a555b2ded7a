/** The room login that omNovia and Webinato share, as a plugin for either host. @module */
import { definePlugin, type Outcome, url } from '@joinery/sdk'
import { type Account, type Entry, entryForContact, entryForMe, expiryOf, parametersOf } from './entry.ts'
import { accountFields, roomFields } from './fields.ts'
import { signHere, signRemotely } from './sign.ts'

/** What tells one brand from the other. */
export interface Brand {
  readonly id: string
  readonly name: string
  readonly version: string
  /** The vendor's web host, such as `www.omnovia.com`. */
  readonly host: string
}

/** The room's window on direct access (vendors.md 1.2, question 11). */
const WINDOW = { width: 850, height: 700 } as const

const join = { label: { en: 'Join', de: 'Beitreten' }, icon: 'join', for: 'me' } as const
const invite = {
  label: { en: 'Invite', de: 'Einladen' },
  icon: 'invite',
  for: 'contact',
  needs: ['firstName', 'lastName', 'email'],
} as const

/**
 * Makes the plugin for one brand (vendors.md 1).
 *
 * @example
 * export const omnovia = roomLogin({ id: 'com.omnovia', name: 'omNovia', version: '1.0.0', host: 'www.omnovia.com' })
 */
export function roomLogin({ host, ...identity }: Brand) {
  const loginPage = `https://${host}/pages/sc2/room_login.php`
  // A signed link is somebody's own entry, and stays that.
  const unless = ['_t']
  const query = { roomId: 'roomID', language: 'language', customData: ['companyCustomData', 'customData'] } as const

  const link = (entry: Entry, signature: string) => url(loginPage, parametersOf(entry, signature))

  function opened(entry: Entry, account: Account, signature: string): Outcome {
    const { directAccess, separateWindow } = entry.room
    const opening = { url: link(entry, signature), expiresAt: expiryOf(entry, account), sensitive: true } as const
    return directAccess && separateWindow ? { type: 'popup', ...opening, ...WINDOW } : { type: 'tab', ...opening }
  }

  function handedOut(entry: Entry, account: Account, signature: string): Outcome {
    return { type: 'links', guest: link(entry, signature), expiresAt: expiryOf(entry, account) }
  }

  return definePlugin({
    api: 1,
    ...identity,
    permissions: { open: [`https://${host}/pages/sc2/*`], fetch: ['{account.signingUrl}'] },
    account: accountFields,
    target: { name: { en: 'Room', de: 'Raum' }, fields: roomFields },
    recognize: [
      { href: `https://${host}/pages/sc2/room_login.php*`, query, unless },
      { href: `https://${host}/pages/sc2/roomlogin*`, query, unless },
    ],
    actions: ({ link, task }) => ({
      join: [
        link({
          ...join,
          when: { signing: 'local' },
          build(args) {
            const entry = entryForMe(args)
            return opened(entry, args.account, signHere(entry, args.account))
          },
        }),
        task({
          ...join,
          when: { signing: 'remote' },
          async run(args) {
            const entry = entryForMe(args)
            return opened(entry, args.account, await signRemotely(entry, args.account, args.host))
          },
        }),
      ],
      invite: [
        link({
          ...invite,
          when: { signing: 'local' },
          build(args) {
            const entry = entryForContact(args)
            return handedOut(entry, args.account, signHere(entry, args.account))
          },
        }),
        task({
          ...invite,
          when: { signing: 'remote' },
          async run(args) {
            const entry = entryForContact(args)
            return handedOut(entry, args.account, await signRemotely(entry, args.account, args.host))
          },
        }),
      ],
    }),
  })
}
