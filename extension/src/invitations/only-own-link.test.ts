/** A guest's invitation holds that guest's link and no other, in whatever form it is handed out. */
import type { InviteOutcome } from '@joinery/sdk'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { handedOut } from '../desk/invitation.ts'
import type { InvitedGuest } from '../desk/invitation-views.ts'
import { calendarFile } from './calendar-file.ts'
import { calendarFileName } from './clean-text.ts'
import { anyText, OWN_LINK } from './invitation-fixture.ts'
import { linkFor } from './link.ts'
import { mailDraft } from './mail-draft.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { linesOf } from './read-calendar-fixture.ts'
import { invitationText } from './text.ts'
import { speak } from './texts-fixture.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

// As vendors make them: a UUID, and more.
const token = fc.uuid().map((uuid) => uuid.replaceAll('-', '').toUpperCase())
const guest = fc.record({ name: anyText, email: fc.option(fc.emailAddress(), { nil: undefined }), token })
const outcomes = fc
  .record({
    title: anyText,
    guests: fc.uniqueArray(guest, { maxLength: 5, selector: (each) => each.token }),
    isForAll: fc.boolean(),
    start: fc.option(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), { nil: undefined }),
    recurrence: fc.constantFrom(undefined, 'FREQ=DAILY;COUNT=3', 'FREQ=MONTHLY;BYDAY=-1FR', 'nonsense'),
    cancelled: fc.constantFrom(undefined, true as const),
    sequence: fc.nat(5),
  })
  .map(({ guests, isForAll, ...rest }): InviteOutcome => {
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    return {
      type: 'invite',
      ...(known as typeof rest & object as Pick<InviteOutcome, 'title'>),
      links: { me: OWN_LINK, ...(isForAll || guests.length === 0 ? { guest: linkWith('FORALL') } : {}) },
      guests: guests.map(({ name, email, token: own }) => ({
        name,
        link: linkWith(own),
        ...(email === undefined ? {} : { email }),
      })),
    }
  })

function linkWith(own: string): string {
  return `https://meet.example/get.php?lang=en&token=${own}`
}

/** Every form, unfolded and decoded, under its name. */
function formsFor(meeting: Meeting, invited: InvitedGuest): Readonly<Record<string, string>> {
  const { when } = meeting
  const language = speak('en')
  return {
    text: invitationText(meeting, invited, language),
    mail: decodeURIComponent(mailDraft(meeting, invited, language).url),
    file: when === undefined ? '' : linesOf(calendarFile({ ...meeting, when }, invited, language, 0)).join('\n'),
    fileName: calendarFileName(meeting.title, invited.name),
    link: linkFor(invited.link),
  }
}

test('what goes to the window has no link of the user’s', () => {
  fc.assert(
    fc.property(outcomes, (outcome) => {
      expect(JSON.stringify(handedOut(outcome, {}))).not.toContain(OWN_LINK)
    }),
  )
})

test('no form for a guest holds another guest’s link, or the user’s; each that can holds the guest’s own', () => {
  let looked = 0
  fc.assert(
    fc.property(outcomes, (outcome) => {
      const invitation = handedOut(outcome, { firstName: 'Joe', email: 'joe@smith.com' })
      const meeting = meetingOf(invitation, 'Europe/Berlin')
      for (const invited of invitation.guests) {
        const others = [OWN_LINK, ...invitation.guests.filter((each) => each !== invited).map(({ link }) => link)]
        const tokens = others.map((link) => link.split('token=')[1] ?? link)
        for (const [name, form] of Object.entries(formsFor(meeting, invited))) {
          looked += 1
          expect(tokens.filter((other) => form.includes(other))).toEqual([])
          const tells = name === 'text' || name === 'mail' || (name === 'file' && form !== '')
          if (tells) expect(form.includes(invited.link), name).toBe(!meeting.isCancelled)
        }
      }
    }),
  )
  expect(looked).toBeGreaterThan(500)
})
