/** The vault: locking, passphrase, backup, damage, erasing. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { SaveReply, VaultView } from '../../desk/views.ts'
import { IDLE_MINUTES } from '../../messages.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { Notice } from '../../ui/message.tsx'
import { PassphraseInput } from '../../ui/passphrase-input.tsx'
import { refreshVault } from '../../ui/vault.ts'
import { BackupPanel } from './backup-panel.tsx'
import { DamagePanel } from './damage-panel.tsx'
import { notice } from './desk.ts'
import { ErasePanel } from './erase-panel.tsx'
import { ImportPanel } from './import-panel.tsx'
import { NewPassphrase, nothingTyped, problemOfTyping, type Typed, type TypingProblem } from './new-passphrase.tsx'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'

/** All of it, one panel below the other. */
export function VaultSection({ vault }: { readonly vault: VaultView }) {
  return (
    <>
      <SectionHead title={i18n.t('vault.title')} intro={i18n.t('vault.intro')} />
      <LockingPanel vault={vault} />
      <BackupPanel vault={vault} />
      <ImportPanel />
      <PassphrasePanel />
      <DamagePanel />
      <ErasePanel />
    </>
  )
}

function LockingPanel({ vault }: { readonly vault: VaultView }) {
  const { idleMinutes, isIdleTimeManaged, mayStayUnlocked, staysUnlocked } = vault
  const choices = [...new Set([...IDLE_MINUTES, idleMinutes])].toSorted((one, other) => one - other)
  const fields = {
    idleMinutes: {
      type: 'choice',
      label: i18n.t('vault.idle'),
      options: Object.fromEntries(choices.map((minutes) => [String(minutes), i18n.t('vault.minutes', minutes)])),
    },
    stays: { type: 'boolean', label: i18n.t('vault.stays'), help: i18n.t('vault.staysCost') },
  } as const

  async function choose(changed: { readonly [name: string]: unknown }) {
    const minutes = IDLE_MINUTES.find((choice) => String(choice) === String(changed.idleMinutes))
    if (minutes !== undefined && minutes !== idleMinutes) await tell(ask('vault.setIdleMinutes', { minutes }))
    const stays = changed.stays === true
    if (stays !== staysUnlocked) await tell(ask('vault.setStaysUnlocked', { stays }))
  }

  const { idleMinutes: idle, stays } = fields
  return (
    <section class="form" aria-labelledby="locking">
      <h2 id="locking">{i18n.t('vault.lockingTitle')}</h2>
      <FieldsForm
        fields={{ ...(isIdleTimeManaged ? {} : { idleMinutes: idle }), ...(mayStayUnlocked ? { stays } : {}) }}
        values={{ idleMinutes: String(idleMinutes), stays: staysUnlocked }}
        onChange={(changed) => void choose(changed)}
      />
      {isIdleTimeManaged && (
        <p>
          {i18n.t('vault.idle')} {i18n.t('vault.minutes', idleMinutes)}.{' '}
          <span class="quiet">{i18n.t('vault.idleManaged')}</span>
        </p>
      )}
      {!mayStayUnlocked && <p class="quiet">{i18n.t('vault.staysForbidden')}</p>}
      <div>
        <button type="button" class="button" onClick={() => void ask('vault.lock', {})}>
          <Icon name="vault" />
          {i18n.t('options.lock')}
        </button>
      </div>
    </section>
  )
}

async function tell(asked: Promise<SaveReply | undefined>): Promise<void> {
  const problem = problemIn(await asked)
  notice.value =
    problem === undefined ? { tone: 'done', text: i18n.t('ui.saved') } : { tone: 'problem', text: problem.text }
  await refreshVault()
}

function PassphrasePanel() {
  const before = useSignal('')
  const typed = useSignal<Typed>(nothingTyped)
  const problem = useSignal<TypingProblem | undefined>(undefined)
  const wrong = useSignal<string | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)

  async function change() {
    ending.value = undefined
    wrong.value = undefined
    problem.value = await problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    const reply = await ask('vault.changePassphrase', { before: before.value, after: typed.value.passphrase })
    const failure = problemIn(reply)
    if (failure === undefined) {
      before.value = ''
      typed.value = nothingTyped
      ending.value = { tone: 'done', text: i18n.t('vault.changed') }
    } else if (failure.code === 'wrong-passphrase') wrong.value = failure.text
    else ending.value = { tone: 'problem', text: failure.text }
  }

  return (
    <SavingForm notice={ending.value} name="passphrase" submit={i18n.t('vault.change')} onSave={change}>
      <h2>{i18n.t('vault.changeTitle')}</h2>
      <div class="fields">
        <PassphraseInput
          label={i18n.t('vault.before')}
          kind="current-password"
          value={before.value}
          error={wrong.value}
          onChange={(value) => {
            before.value = value
          }}
        />
      </div>
      <NewPassphrase typed={typed} problem={problem.value} />
    </SavingForm>
  )
}
