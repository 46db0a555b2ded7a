/** The invitation window's page: what waits for it, or why nothing does. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { Invitation, Problem } from '../../desk/views.ts'
import { meetingOf } from '../../invitations/meeting.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message } from '../../ui/message.tsx'
import { GuestList } from './guest-list.tsx'
import { Head } from './head.tsx'

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
  const meeting = meetingOf(invitation, Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <main>
      <Head meeting={meeting} />
      <GuestList meeting={meeting} guests={invitation.guests} />
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
      <h1>{i18n.t('invitation.title')}</h1>
      <Message notice={{ tone: 'problem', text: problem.text }} />
      <div>
        <button type="button" class="button button-primary close" onClick={() => window.close()}>
          {i18n.t('ui.close')}
        </button>
      </div>
    </>
  )
}
