/** The ways in which an invitation is handed out; each takes the guest's own link and no other. @module */
import { i18n } from '#i18n'
import type { InvitedGuest } from '../../desk/invitation-views.ts'
import { calendarFile, type DatedMeeting } from '../../invitations/calendar-file.ts'
import { calendarFileName, oneLine } from '../../invitations/clean-text.ts'
import { linkFor } from '../../invitations/link.ts'
import { mailDraft } from '../../invitations/mail-draft.ts'
import type { Meeting } from '../../invitations/meeting.ts'
import { invitationText } from '../../invitations/text.ts'
import { openMail } from '../../ui/open-mail.ts'
import { saveFile } from '../../ui/save-file.ts'

/** One way. */
export interface Way {
  readonly name: 'calendar' | 'mail' | 'text' | 'link'
  /** The button's word. */
  readonly label: string
  /** Hands it out and says so; rejects where the browser does not copy, or no calendar file can be made. */
  go(guest: InvitedGuest): Promise<string>
}

/** The ways for a meeting, with texts in a language: what is cancelled has no link to give, and a calendar wants a time. */
export function waysFor(meeting: Meeting, language: string): readonly Way[] {
  const { when } = meeting
  return [
    when === undefined ? [] : calendar({ ...meeting, when }, language),
    mail(meeting, language),
    text(meeting, language),
    meeting.isCancelled ? [] : link(),
  ].flat()
}

/** How a guest is called in a sentence. */
export function nameOf({ name, email, isForAll }: InvitedGuest): string {
  if (isForAll) return i18n.t('invitation.all')
  return oneLine(name) || oneLine(email ?? '') || '?'
}

function calendar(meeting: DatedMeeting, language: string): Way {
  return {
    name: 'calendar',
    label: i18n.t('invitation.calendar'),
    async go(guest) {
      const file = calendarFile(meeting, guest, language, Date.now())
      saveFile(calendarFileName(meeting.title, guest.name), file, 'text/calendar;charset=utf-8')
      return i18n.t('invitation.savedFor', [nameOf(guest)])
    },
  }
}

function mail(meeting: Meeting, language: string): Way {
  return {
    name: 'mail',
    label: i18n.t('invitation.mail'),
    async go(guest) {
      const { url, hasText } = mailDraft(meeting, guest, language)
      if (!hasText) await navigator.clipboard.writeText(invitationText(meeting, guest, language))
      openMail(url)
      return i18n.t(hasText ? 'invitation.mailFor' : 'invitation.mailWithoutText', [nameOf(guest)])
    },
  }
}

function text(meeting: Meeting, language: string): Way {
  return {
    name: 'text',
    label: i18n.t('invitation.text'),
    async go(guest) {
      await navigator.clipboard.writeText(invitationText(meeting, guest, language))
      return i18n.t('invitation.textFor', [nameOf(guest)])
    },
  }
}

function link(): Way {
  return {
    name: 'link',
    label: i18n.t('invitation.link'),
    async go(guest) {
      await navigator.clipboard.writeText(linkFor(guest.link))
      return i18n.t('invitation.linkFor', [nameOf(guest)])
    },
  }
}
