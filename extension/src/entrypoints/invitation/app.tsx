/** The invitation window's page: what waits for it, or why nothing does. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { Invitation } from '../../desk/invitation-views.ts'
import { userLanguage } from '../../desk/problem.ts'
import type { Problem } from '../../desk/views.ts'
import { meetingOf } from '../../invitations/meeting.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { learnLanguages } from '../../ui/learn-languages.ts'
import { Message } from '../../ui/message.tsx'
import { WindowHead } from '../../ui/window-head.tsx'
import { Expiry } from './expiry.tsx'
import { GuestList } from './guest-list.tsx'
import { Head } from './head.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { type ChosenTime, TimeForm } from './time-form.tsx'

/** The invitation stands in this page's memory alone: its links are in no attribute and no text. */
export function App() {
  const invitation = useSignal<Invitation | undefined>(undefined)
  const problem = useSignal<Problem | undefined>(undefined)

  useEffect(() => void begin(), [])

  async function begin() {
    const view = await ask('invitation.read', {})
    problem.value = problemIn(view)
    invitation.value = view?.ok ? view.invitation : undefined
  }

  if (invitation.value !== undefined) return <Shown invitation={invitation.value} />
  return <main>{problem.value === undefined ? <Loading /> : <Ending problem={problem.value} />}</main>
}

function Shown({ invitation }: { readonly invitation: Invitation }) {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const time = useSignal<ChosenTime | undefined>(undefined)
  const languages = useSignal<readonly string[]>([])
  const language = useSignal(i18n.t('language'))
  useEffect(() => {
    void learnLanguages().then((found) => {
      languages.value = found
    })
  }, [])
  const meeting = meetingOf({ ...invitation, ...time.value }, timeZone)
  // In the user's own language, the user's region tells how times are written.
  const spoken = language.value === i18n.t('language') ? userLanguage() : language.value
  return (
    <main>
      <Head meeting={meeting} />
      {invitation.start === undefined && !invitation.isCancelled && <TimeForm chosen={time} timeZone={timeZone} />}
      <Expiry expiresAt={invitation.expiresAt} start={meeting.when?.start} />
      <LanguageChoice languages={languages.value} chosen={language} />
      <GuestList meeting={meeting} guests={invitation.guests} language={spoken} />
    </main>
  )
}

function Loading() {
  return (
    <p class="quiet" role="status">
      {i18n.t('ui.loading')}
    </p>
  )
}

function Ending({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <WindowHead>{i18n.t('invitation.title')}</WindowHead>
      <Message notice={{ tone: 'problem', text: problem.text }} />
      <div class="buttons">
        <button type="button" class="button button-primary close" onClick={() => window.close()}>
          {i18n.t('ui.close')}
        </button>
      </div>
    </>
  )
}
