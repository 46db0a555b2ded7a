/** What a guest is told: the text to copy, which is the mail's and the calendar entry's too. @module */
import type { InvitationText, InvitedGuest } from '../desk/invitation-views.ts'
import { oneLine } from './clean-text.ts'
import { linkFor } from './link.ts'
import type { Meeting } from './meeting.ts'
import { fillBody, fillSubject } from './template.ts'
import { whenLines } from './when-words.ts'
import { wordsIn } from './words.ts'

/** The text for one guest, in a language; it holds that guest's link and no other. */
export function invitationText(meeting: Meeting, guest: InvitedGuest, language: string): string {
  const own = textOf(meeting, language)
  if (own !== undefined) return fillBody(own, meeting, guest, language)
  const i18n = wordsIn(language)
  const name = oneLine(guest.name)
  const greeting = name === '' ? i18n.t('invitation.words.helloAll') : i18n.t('invitation.words.hello', [name])
  return [[greeting], [news(meeting, language)], whenLines(meeting.when, language), access(meeting, guest, language)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** The subject of a mail about it. */
export function invitationSubject(meeting: Meeting, guest: InvitedGuest, language: string): string {
  const own = textOf(meeting, language)
  if (own !== undefined) return fillSubject(own, meeting, guest, language)
  const { title, isCancelled, isChanged } = meeting
  const i18n = wordsIn(language)
  if (isCancelled) return i18n.t('invitation.words.cancelledSubject', [title])
  return isChanged ? i18n.t('invitation.words.changedSubject', [title]) : i18n.t('invitation.words.subject', [title])
}

// The user's own words are for what is new: nobody is to be invited to what does not take place.
function textOf({ texts, isCancelled, isChanged }: Meeting, language: string): InvitationText | undefined {
  return isCancelled || isChanged ? undefined : (texts?.[language] ?? texts?.[language.split('-', 1)[0] ?? ''])
}

function news({ title, isCancelled, isChanged }: Meeting, language: string): string {
  const i18n = wordsIn(language)
  if (isCancelled) return i18n.t('invitation.words.cancelled', [title])
  return isChanged ? i18n.t('invitation.words.changed', [title]) : i18n.t('invitation.words.invited', [title])
}

function access({ isCancelled }: Meeting, { link, isForAll }: InvitedGuest, language: string): readonly string[] {
  if (isCancelled) return []
  const i18n = wordsIn(language)
  const words = isForAll ? [] : ['', i18n.t('invitation.words.ownLink')]
  return [i18n.t('invitation.words.link'), linkFor(link), ...words]
}
