/** What a guest is told: the text to copy, which is the mail's and the calendar entry's too. @module */
import { i18n } from '#i18n'
import type { InvitedGuest } from '../desk/views.ts'
import { oneLine } from './clean-text.ts'
import { linkFor } from './link.ts'
import type { Meeting } from './meeting.ts'
import { whenWords } from './when-words.ts'

/** The text for one guest, in a language; it holds that guest's link and no other. */
export function invitationText(meeting: Meeting, guest: InvitedGuest, language: string): string {
  const name = oneLine(guest.name)
  const greeting = name === '' ? i18n.t('invitation.words.helloAll') : i18n.t('invitation.words.hello', [name])
  return [[greeting], [news(meeting)], times(meeting, language), access(meeting, guest)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** The subject of a mail about it. */
export function invitationSubject({ title, isCancelled, isChanged }: Meeting): string {
  if (isCancelled) return i18n.t('invitation.words.cancelledSubject', [title])
  return isChanged ? i18n.t('invitation.words.changedSubject', [title]) : i18n.t('invitation.words.subject', [title])
}

function news({ title, isCancelled, isChanged }: Meeting): string {
  if (isCancelled) return i18n.t('invitation.words.cancelled', [title])
  return isChanged ? i18n.t('invitation.words.changed', [title]) : i18n.t('invitation.words.invited', [title])
}

function times({ when }: Meeting, language: string): readonly string[] {
  if (when === undefined) return []
  const { time, zone, recurrence = [] } = whenWords(when, language)
  return [time, zone, recurrence].flat()
}

function access({ isCancelled }: Meeting, { link, isForAll }: InvitedGuest): readonly string[] {
  if (isCancelled) return []
  const words = isForAll ? [] : ['', i18n.t('invitation.words.ownLink')]
  return [i18n.t('invitation.words.link'), linkFor(link), ...words]
}
