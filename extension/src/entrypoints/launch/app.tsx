/** The launch page: the user's click opens the window, or a tab where that is blocked, too. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { HeldLink } from '../../desk/launch-page.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { WindowHead } from '../../ui/window-head.tsx'
import { openPopup } from './open-popup.ts'

type Step = 'loading' | 'ready' | 'blocked' | 'opened' | 'lost'

/** The link stands in this page's memory alone: in no attribute, no text, no address. */
export function App() {
  const step = useSignal<Step>('loading')
  const notice = useSignal<Notice | undefined>(undefined)
  const held = useRef<HeldLink | undefined>(undefined)
  const main = useRef<HTMLButtonElement>(null)

  useEffect(() => void begin(), [])
  useEffect(() => main.current?.focus(), [step.value])

  async function begin() {
    const view = await ask('launch.read', {})
    held.current = view?.ok ? view.link : undefined
    step.value = view?.ok ? 'ready' : 'lost'
    notice.value = view?.ok ? undefined : problemNotice(problemIn(view)?.text ?? '')
  }

  function open() {
    if (held.current === undefined) return
    if (!openPopup(held.current)) {
      step.value = 'blocked'
      notice.value = problemNotice(i18n.t('launch.blocked'))
      return
    }
    done()
  }

  async function openTab() {
    const reply = await ask('launch.openTab', {})
    if (reply?.ok) done()
    else notice.value = problemNotice(problemIn(reply)?.text ?? '')
  }

  function done() {
    held.current = undefined
    step.value = 'opened'
    notice.value = { tone: 'done', text: i18n.t('launch.opened') }
    void ask('launch.forget', {})
  }

  const isWaiting = step.value === 'ready' || step.value === 'blocked'
  return (
    <main aria-busy={step.value === 'loading'}>
      <WindowHead>{i18n.t('launch.title')}</WindowHead>
      {step.value === 'ready' && <p>{i18n.t('launch.text')}</p>}
      <Message notice={notice.value} />
      {step.value === 'blocked' && <p class="quiet small">{i18n.t('launch.allow')}</p>}
      <div class="buttons">
        {isWaiting && (
          <button type="button" ref={main} class="button button-primary open" onClick={open}>
            {i18n.t(step.value === 'ready' ? 'launch.open' : 'ui.retry')}
          </button>
        )}
        {step.value === 'blocked' && (
          <button type="button" class="button open-tab" onClick={() => void openTab()}>
            {i18n.t('launch.openTab')}
          </button>
        )}
        {(step.value === 'opened' || step.value === 'lost') && (
          <button type="button" ref={main} class="button button-primary close" onClick={() => window.close()}>
            {i18n.t('ui.close')}
          </button>
        )}
      </div>
    </main>
  )
}

function problemNotice(text: string): Notice {
  return { tone: 'problem', text }
}
