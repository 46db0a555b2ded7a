/** The meeting: what it is called, when it is, and whether that is news. @module */
import { i18n } from '#i18n'
import { userLanguage } from '../../desk/problem.ts'
import type { Fault, Meeting } from '../../invitations/meeting.ts'
import { type WhenWords, whenWords } from '../../invitations/when-words.ts'
import { Icon } from '../../ui/icons.tsx'
import { WindowHead } from '../../ui/window-head.tsx'

/** Title and time. */
export function Head({ meeting }: { readonly meeting: Meeting }) {
  const { title, when, fault, isCancelled, isChanged } = meeting
  return (
    <header class="head">
      <WindowHead icon="schedule">
        <span class="title" dir="auto" title={title}>
          {title === '' ? i18n.t('invitation.title') : title}
        </span>
      </WindowHead>
      {(isCancelled || isChanged) && (
        <p class={`message ${isCancelled ? 'message-problem' : 'message-notice'}`}>
          <Icon name={isCancelled ? 'problem' : 'edit'} />
          <span>{i18n.t(isCancelled ? 'invitation.cancelled' : 'invitation.changed')}</span>
        </p>
      )}
      {when !== undefined && <Times words={whenWords(when, userLanguage())} isCancelled={isCancelled} />}
      {fault !== undefined && (
        <p class="message message-problem" role="alert">
          <Icon name="problem" />
          <span>{faultWords(fault)}</span>
        </p>
      )}
      {when === undefined && fault === undefined && <p class="quiet">{i18n.t('invitation.noTime')}</p>}
    </header>
  )
}

interface TimesProps {
  readonly words: WhenWords
  readonly isCancelled: boolean
}

function Times({ words: { time, zone, recurrence }, isCancelled }: TimesProps) {
  return (
    <div class={isCancelled ? 'is-cancelled' : ''}>
      <p class="time">{time}</p>
      <p class="quiet small">{zone}</p>
      {recurrence !== undefined && <p class="recurrence">{recurrence}</p>}
    </div>
  )
}

function faultWords(fault: Fault): string {
  switch (fault) {
    case 'start':
      return i18n.t('invitation.faultStart')
    case 'minutes':
      return i18n.t('invitation.faultMinutes')
    case 'timeZone':
      return i18n.t('invitation.faultTimeZone')
    case 'recurrence':
      return i18n.t('invitation.faultRecurrence')
  }
}
