/** What a guest would read. @module */
import { i18n } from '#i18n'
import type { InvitationText, InvitedGuest } from '../../../desk/invitation-views.ts'
import { mailDraft } from '../../../invitations/mail-draft.ts'
import { type Meeting, meetingOf } from '../../../invitations/meeting.ts'
import { invitationSubject, invitationText } from '../../../invitations/text.ts'
import { wordsIn } from '../../../invitations/words.ts'
import { desk } from '../desk.ts'

interface TextPreviewProps {
  readonly text: InvitationText
  readonly language: string
  /** Whether nothing is wrong with it. */
  readonly isWhole: boolean
}

const LINK = 'https://meet.example/join?token=3f9a1c'
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** Subject and text, filled in with a made-up meeting tomorrow. */
export function TextPreview({ text, language, isWhole }: TextPreviewProps) {
  const words = wordsIn(language)
  const guest: InvitedGuest = {
    name: words.t('texts.previewGuest'),
    email: 'ada@example.com',
    link: LINK,
    isForAll: false,
  }
  const meeting = exampleMeeting(words.t('texts.previewTitle'), text, language)
  return (
    <section class="text-preview" aria-label={i18n.t('texts.preview')}>
      <h2>{i18n.t('texts.preview')}</h2>
      <div lang={language} dir="auto" class="preview-paper">
        <p class="preview-subject">{invitationSubject(meeting, guest, language)}</p>
        <p class="preview-body">{invitationText(meeting, guest, language)}</p>
      </div>
      {isWhole && !mailDraft(meeting, guest, language).hasText && (
        <p class="quiet small">{i18n.t('texts.tooLongForMail')}</p>
      )}
    </section>
  )
}

function exampleMeeting(title: string, text: InvitationText, language: string): Meeting {
  const { firstName = '', lastName = '', email, phone } = typeof desk.value === 'object' ? desk.value.me : {}
  const tomorrow = new Date(Date.now() + DAY_MILLISECONDS).setHours(9, 0, 0, 0)
  const sender = {
    name: `${firstName} ${lastName}`.trim(),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  }
  const shared = { title, uid: '', sequence: 0, isCancelled: false, guests: [], sender, texts: { [language]: text } }
  return meetingOf({ ...shared, start: tomorrow, minutes: 45 }, Intl.DateTimeFormat().resolvedOptions().timeZone)
}
