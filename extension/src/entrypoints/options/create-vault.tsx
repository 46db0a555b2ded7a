/** The first thing that is set up: a passphrase. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { ask, problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import type { Notice } from '../../ui/message.tsx'
import { refreshVault } from '../../ui/vault.ts'
import { NewPassphrase, nothingTyped, problemOfTyping, type Typed, type TypingProblem } from './new-passphrase.tsx'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'

/** Chooses the passphrase and makes the vault. */
export function CreateVault() {
  const typed = useSignal<Typed>(nothingTyped)
  const problem = useSignal<TypingProblem | undefined>(undefined)
  const complaint = useSignal<Notice | undefined>(undefined)

  async function create() {
    complaint.value = undefined
    problem.value = await problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    // Asked for once there is something to keep; where the browser says no, it keeps it as long as it has room.
    void navigator.storage.persist()
    const failure = problemIn(await ask('vault.create', { passphrase: typed.value.passphrase }))
    if (failure !== undefined) complaint.value = { tone: 'problem', text: failure.text }
    await refreshVault()
  }

  return (
    <>
      <SectionHead title={i18n.t('setUp.title')} intro={i18n.t('setUp.intro')} />
      <SavingForm notice={complaint.value} submit={i18n.t('setUp.create')} onSave={create}>
        <NewPassphrase typed={typed} problem={problem.value} startsHere />
        <p class="message message-notice">
          <Icon name="about" />
          <span>{i18n.t('setUp.noRecovery')}</span>
        </p>
      </SavingForm>
    </>
  )
}
