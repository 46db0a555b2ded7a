/** What of an invitation is handed out. @module */
import { type InviteOutcome, type LinksOutcome, PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import type { Invitation, InvitedGuest } from './invitation-views.ts'
import type { PersonView } from './views.ts'

/**
 * The invitation without the user's own link; each guest has theirs, and a link for everybody comes last.
 *
 * @throws PluginError `not-applicable` where nobody is invited.
 */
export function handedOut(outcome: InviteOutcome, me: PersonView): Invitation {
  const { title, start, minutes, recurrence, timeZone, cancelled } = outcome
  const guests = guestsOf(outcome)
  if (guests.length === 0) throw new PluginError('not-applicable', i18n.t('invitation.nobody'))
  const organizer = organizerIn(me)
  return {
    title,
    // Calendars need a name for what they take; a plugin that changes its meetings gives one of its own.
    uid: outcome.uid ?? `${crypto.randomUUID()}@joinery`,
    sequence: Math.max(0, Math.trunc(outcome.sequence ?? 0)),
    isCancelled: cancelled === true,
    guests,
    ...(start === undefined ? {} : { start }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(organizer === undefined ? {} : { organizer }),
  }
}

/** An invitation for one guest with nothing but a link, or `undefined` where there is none that may be shown. */
export function invitationWithLink(
  { guest: link, expiresAt, sensitive }: LinksOutcome,
  title: string,
  { firstName = '', lastName = '', email }: PersonView,
  me: PersonView,
): Invitation | undefined {
  if (link === undefined || sensitive === true) return undefined
  const guest = { name: `${firstName} ${lastName}`.trim(), ...(email === undefined ? {} : { email }), link }
  const { isCancelled: _, ...invitation } = handedOut({ type: 'invite', title, links: {}, guests: [guest] }, me)
  return { ...invitation, isCancelled: false, ...(expiresAt === undefined ? {} : { expiresAt }) }
}

function guestsOf({ links, guests = [] }: InviteOutcome): readonly InvitedGuest[] {
  const own = guests.map(({ name, email, link }) => ({
    name,
    link,
    isForAll: false,
    ...(email === undefined ? {} : { email }),
  }))
  return links.guest === undefined ? own : [...own, { name: '', link: links.guest, isForAll: true }]
}

function organizerIn({ firstName = '', lastName = '', email }: PersonView): Invitation['organizer'] {
  return email === undefined || email === '' ? undefined : { name: `${firstName} ${lastName}`.trim(), email }
}
