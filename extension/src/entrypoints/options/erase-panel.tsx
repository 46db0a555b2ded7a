/** Erases everything. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { ask, problemIn } from '../../ui/ask.ts'
import { notice } from './desk.ts'
import { TypedConfirmation } from './typed-confirmation.tsx'

/** The button, and the dialog that asks for the word. */
export function ErasePanel() {
  const isAsking = useSignal(false)

  async function erase() {
    isAsking.value = false
    const problem = problemIn(await ask('vault.erase', {}))
    notice.value =
      problem === undefined ? { tone: 'done', text: i18n.t('vault.erased') } : { tone: 'problem', text: problem.text }
  }

  return (
    <section class="form" aria-labelledby="erase">
      <h2 id="erase">{i18n.t('vault.eraseTitle')}</h2>
      <p>{i18n.t('vault.eraseText')}</p>
      <div>
        <button
          type="button"
          class="button button-danger"
          onClick={() => {
            isAsking.value = true
          }}
        >
          {i18n.t('vault.erase')}
        </button>
      </div>
      {isAsking.value && (
        <TypedConfirmation
          title={i18n.t('vault.eraseTitle')}
          word={i18n.t('vault.eraseWord')}
          confirm={i18n.t('vault.erase')}
          onConfirm={() => void erase()}
          onClose={() => {
            isAsking.value = false
          }}
        >
          <p>{i18n.t('vault.eraseText')}</p>
        </TypedConfirmation>
      )}
    </section>
  )
}
