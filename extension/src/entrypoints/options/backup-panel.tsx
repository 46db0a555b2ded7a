/** Saves a backup of everything, or of some accounts. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { problemOf, userLanguage } from '../../desk/problem.ts'
import { makeBackup } from '../../desk/vault-care.ts'
import type { AccountView, VaultView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { datedName, saveFile } from '../../ui/save-file.ts'
import { refreshVault } from '../../ui/vault.ts'
import { desk } from './desk.ts'
import { NewPassphrase, nothingTyped, problemOfTyping, type Typed, type TypingProblem } from './new-passphrase.tsx'
import { SavingForm } from './saving-form.tsx'

const ALL = 'all'

/** What goes into the file, its passphrase, and the button. */
export function BackupPanel({ vault }: { readonly vault: VaultView }) {
  const typed = useSignal<Typed>(nothingTyped)
  const chosen = useSignal<{ readonly [name: string]: unknown }>({ what: ALL })
  const problem = useSignal<TypingProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const accounts = typeof desk.value === 'object' ? desk.value.accounts : []

  async function save() {
    ending.value = undefined
    problem.value = await problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    try {
      const ids = accountsIn(chosen.value, accounts)
      const at = Date.now()
      const text = await makeBackup(typed.value.passphrase, ids)
      saveFile(datedName('joinery', 'joinery'), text, 'application/jose')
      if (ids === undefined) await ask('vault.noteBackup', { at })
      typed.value = nothingTyped
      ending.value = { tone: 'done', text: i18n.t('backup.exported') }
      await refreshVault()
    } catch (error) {
      ending.value = { tone: 'problem', text: problemOf(error).text }
    }
  }

  if (!vault.mayBackUp) {
    return (
      <section class="form" aria-labelledby="backup">
        <h2 id="backup">{i18n.t('backup.title')}</h2>
        <p class="quiet">{i18n.t('backup.forbidden')}</p>
      </section>
    )
  }
  return (
    <SavingForm notice={ending.value} name="backup" submit={i18n.t('backup.export')} onSave={save}>
      <h2 id="backup">{i18n.t('backup.title')}</h2>
      <p>{i18n.t('backup.intro')}</p>
      <p class="quiet">{lastBackup(vault)}</p>
      {accounts.length > 0 && (
        <FieldsForm
          fields={choiceFields(accounts)}
          values={chosen.value}
          onChange={(changed) => {
            chosen.value = changed
          }}
        />
      )}
      <NewPassphrase typed={typed} problem={problem.value} />
    </SavingForm>
  )
}

function choiceFields(accounts: readonly AccountView[]) {
  const some = Object.fromEntries(
    accounts.map(({ id, name }) => [id, { type: 'boolean', label: name, when: { what: 'some' } } as const]),
  )
  const options = { [ALL]: i18n.t('backup.all'), some: i18n.t('backup.chosen') }
  return { what: { type: 'choice', label: i18n.t('backup.what'), options } as const, ...some }
}

function accountsIn({ what, ...chosen }: { readonly [name: string]: unknown }, accounts: readonly AccountView[]) {
  return what === ALL ? undefined : accounts.map(({ id }) => id).filter((id) => chosen[id] === true)
}

function lastBackup({ backedUpAt, needsBackup }: VaultView): string {
  if (backedUpAt === undefined) return i18n.t('backup.never')
  const day = new Intl.DateTimeFormat(userLanguage(), { dateStyle: 'long' }).format(backedUpAt)
  const last = i18n.t('backup.last', [day])
  return needsBackup ? `${last} ${i18n.t('backup.reminder')}` : last
}
