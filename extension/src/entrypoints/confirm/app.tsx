/** The page of the window that asks about a click. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ConfirmView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { WindowHead } from '../../ui/window-head.tsx'
import { Question } from './question.tsx'

/** Asks, goes on, and closes; it stays open to tell what went wrong. */
export function App() {
  const view = useSignal<ConfirmView | null | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const isWorking = useSignal(false)
  useEffect(() => {
    void ask('confirm.read', {}).then((read) => {
      view.value = read ?? null
    })
  }, [])

  async function goOn(trusts: boolean) {
    if (isWorking.value) return
    isWorking.value = true
    const reply = await ask('confirm.goOn', { trusts })
    isWorking.value = false
    if (reply?.ok && reply.opened) return window.close()
    ending.value = noticeOf(reply)
  }

  if (view.value === undefined) return null
  const notice = ending.value ?? (view.value === null ? noticeOf(null) : undefined)
  return (
    <main aria-busy={isWorking.value}>
      {view.value !== null && notice === undefined && (
        <Question view={view.value} isWorking={isWorking.value} onAgree={(trusts) => void goOn(trusts)} />
      )}
      {notice !== undefined && <WindowHead>{i18n.t('confirm.title')}</WindowHead>}
      <Message notice={notice} />
      {notice !== undefined && (
        <div class="buttons">
          <button type="button" class="button button-primary" onClick={() => window.close()}>
            {i18n.t('ui.close')}
          </button>
        </div>
      )}
    </main>
  )
}

// `null`: nothing waits here any more.
function noticeOf(reply: Awaited<ReturnType<typeof ask<'confirm.goOn'>>>): Notice {
  if (reply === null) return { tone: 'problem', text: i18n.t('confirm.nothingWaits') }
  return reply?.ok ? { tone: 'done', text: reply.text } : { tone: 'problem', text: problemIn(reply)?.text ?? '' }
}
