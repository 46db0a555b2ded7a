/** The unlock window's page. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { UnlockForm } from '../../ui/unlock-form.tsx'
import { WindowHead } from '../../ui/window-head.tsx'

/** Asks for the passphrase, goes on, and closes; it stays open to tell what went wrong. */
export function App() {
  const ending = useSignal<Notice | undefined>(undefined)
  const isUnlocked = useSignal(false)

  async function goOn() {
    isUnlocked.value = true
    const reply = await ask('vault.goOn', {})
    // `null`: nothing waited.
    const problem = reply === null ? undefined : problemIn(reply)
    if (problem === undefined && (reply === null || (reply?.ok && reply.opened))) return window.close()
    ending.value =
      problem === undefined
        ? { tone: 'done', text: reply?.ok ? reply.text : '' }
        : { tone: 'problem', text: problem.text }
  }

  return (
    <main>
      <WindowHead>{i18n.t('unlock.title')}</WindowHead>
      {!isUnlocked.value && <UnlockForm intro={i18n.t('unlock.goesOn')} onUnlocked={() => void goOn()} />}
      <Message notice={ending.value} />
      {ending.value !== undefined && (
        <div class="buttons">
          <button type="button" class="button button-primary" onClick={() => window.close()}>
            {i18n.t('ui.close')}
          </button>
        </div>
      )}
      {!isUnlocked.value && <p class="quiet small">{i18n.t('unlock.forgotten')}</p>}
    </main>
  )
}
