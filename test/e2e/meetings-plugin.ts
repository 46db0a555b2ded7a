/** A vendor that there is in tests alone: its meetings come as invitations of every kind. @module */
import { definePlugin, type Guest, type InviteOutcome, type Plugin } from '@joinery/sdk'
import { plugins as productPlugins } from '../../extension/src/plugins.ts'

export { listReaders } from '../../extension/src/plugins.ts'

const ORIGIN = 'https://meetings.example'
/** A Tuesday, 9:00 in Berlin. */
const START = Date.UTC(2026, 9, 20, 7)
const WEEKLY = 'FREQ=WEEKLY;BYDAY=TU;COUNT=5'

/** The link that this vendor gives to somebody. */
export function linkOf(token: string): string {
  return `${ORIGIN}/get.php?lang=en&token=${token}`
}

const base = {
  type: 'invite',
  start: START,
  minutes: 60,
  recurrence: WEEKLY,
  timeZone: 'Europe/Berlin',
  uid: 'meeting-1@meetings.example',
  links: { me: linkOf('MODERATOR') },
} as const

const meetings = definePlugin({
  api: 1,
  id: 'example.meetings',
  name: 'Meetings',
  version: '1.0.0',
  permissions: { open: [`${ORIGIN}/*`] },
  account: {},
  actions: ({ link }) => ({
    invite: link({
      label: { en: 'Invite', de: 'Einladen' },
      icon: 'invite',
      for: 'contact',
      on: 'account',
      needs: ['firstName', 'lastName'],
      build: ({ person: { firstName, lastName, email } }) => ({
        ...base,
        title: 'Weekly review',
        guests: [
          {
            name: `${firstName} ${lastName}`,
            link: linkOf(`OF-${lastName}`),
            ...(email === undefined ? {} : { email }),
          },
        ],
      }),
    }),
    meeting: link({
      label: { en: 'Meeting', de: 'Termin' },
      icon: 'manage',
      for: 'me',
      on: 'account',
      input: {
        title: { type: 'text', label: 'Title' },
        guests: { type: 'number', label: 'Guests', default: 0 },
        kind: {
          type: 'choice',
          label: 'Kind',
          options: { new: 'New', changed: 'Changed', cancelled: 'Cancelled', forAll: 'For all', odd: 'Odd' },
          default: 'new',
        },
      },
      build: ({ input: { title, guests, kind } }) => ({ ...base, title, guests: people(guests ?? 0), ...ofKind(kind) }),
    }),
  }),
})

function people(count: number): readonly Guest[] {
  return Array.from({ length: count }, (_, index) => ({
    name: index === 1 ? 'שרה כהן' : `Guest ${index + 1}`,
    link: linkOf(`OF-GUEST-${index + 1}`),
    // One has none.
    ...(index === 2 ? {} : { email: `guest.${index + 1}@example.com` }),
  }))
}

function ofKind(kind: string | undefined): Partial<InviteOutcome> {
  switch (kind) {
    case 'changed':
      return { sequence: 1 }
    case 'cancelled':
      return { sequence: 2, cancelled: true }
    case 'forAll':
      return { links: { ...base.links, guest: linkOf('FOR-ALL') } }
    case 'odd':
      return { recurrence: 'FREQ=SOMETIMES' }
    default:
      return {}
  }
}

/** In place of the product's list of plugins, see `lab-build.ts`. */
export const plugins: readonly Plugin[] = [...productPlugins, meetings]
