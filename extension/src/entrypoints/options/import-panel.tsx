/** Reads a backup, shows what is inside, and merges it. @module */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { problemOf, userLanguage } from '../../desk/problem.ts'
import { mergeBackup, type OpenedBackup, openBackup } from '../../desk/vault-care.ts'
import { ask } from '../../ui/ask.ts'
import type { Notice } from '../../ui/message.tsx'
import { PassphraseInput } from '../../ui/passphrase-input.tsx'
import type { PreviewItem } from '../../vault/backup.ts'
import { refreshDesk } from './desk.ts'
import { SavingForm } from './saving-form.tsx'

const SHOWN = 50

/** The file and its passphrase; once it was opened, what importing would do. */
export function ImportPanel() {
  const file = useSignal<File | undefined>(undefined)
  const passphrase = useSignal('')
  const opened = useSignal<OpenedBackup | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const id = useId()

  async function telling(work: () => Promise<void>) {
    ending.value = undefined
    try {
      await work()
    } catch (error) {
      ending.value = { tone: 'problem', text: problemOf(error).text }
    }
  }
  const look = () =>
    telling(async () => {
      if (file.value !== undefined) opened.value = await openBackup(file.value, passphrase.value)
    })
  const merge = () =>
    telling(async () => {
      if (opened.value === undefined) return
      await mergeBackup(opened.value.backup)
      await ask('desk.refresh', {})
      await refreshDesk()
      opened.value = undefined
      passphrase.value = ''
      ending.value = { tone: 'done', text: i18n.t('backup.imported') }
    })

  const isOpen = opened.value !== undefined
  return (
    <SavingForm
      notice={ending.value}
      name="import"
      submit={i18n.t(isOpen ? 'backup.import' : 'backup.look')}
      onSave={isOpen ? merge : look}
    >
      <h2>{i18n.t('backup.importTitle')}</h2>
      <div class="fields">
        <div class="field">
          <label class="field-label" for={id}>
            {i18n.t('backup.file')}
          </label>
          <input
            id={id}
            class="input"
            type="file"
            accept=".joinery"
            onChange={(event) => {
              file.value = event.currentTarget.files?.[0]
              opened.value = undefined
            }}
          />
        </div>
        {!isOpen && (
          <PassphraseInput
            label={i18n.t('backup.filePassphrase')}
            kind="current-password"
            value={passphrase.value}
            onChange={(value) => {
              passphrase.value = value
            }}
          />
        )}
      </div>
      {opened.value !== undefined && <Inside opened={opened.value} />}
    </SavingForm>
  )
}

function Inside({ opened: { preview } }: { readonly opened: OpenedBackup }) {
  const { items, made, damaged } = preview
  const day = new Intl.DateTimeFormat(userLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(made)
  const shown = items.toSorted((one, other) => Number(one.state === 'same') - Number(other.state === 'same'))
  return (
    <div class="inside">
      <p>{i18n.t('backup.made', [day])}</p>
      <ul class="inside-items">
        {shown.slice(0, SHOWN).map((item) => (
          <InsideItem key={item.id} item={item} />
        ))}
      </ul>
      {items.length > SHOWN && <p class="quiet">{i18n.t('backup.more', [String(items.length - SHOWN)])}</p>}
      {damaged > 0 && <p class="quiet">{i18n.t('backup.damagedInside', damaged)}</p>}
      <p class="quiet">{i18n.t('backup.nothingDeleted')}</p>
    </div>
  )
}

const states: { readonly [S in PreviewItem['state']]: () => string } = {
  new: () => i18n.t('backup.new'),
  different: () => i18n.t('backup.different'),
  same: () => i18n.t('backup.same'),
  damaged: () => i18n.t('backup.damagedHere'),
}

const kinds: { readonly [kind: string]: () => string } = {
  me: () => i18n.t('backup.kindMe'),
  account: () => i18n.t('backup.kindAccount'),
  target: () => i18n.t('backup.kindTarget'),
  shortcut: () => i18n.t('backup.kindShortcut'),
  journal: () => i18n.t('backup.kindJournal'),
  certificate: () => i18n.t('backup.kindCertificate'),
}

function InsideItem({ item: { kind, label, state, changes, keeps } }: { readonly item: PreviewItem }) {
  return (
    <li>
      <span class="quiet">{Object.hasOwn(kinds, kind) ? kinds[kind]?.() : kind}</span> <bdi>{label}</bdi>{' '}
      <span class={`state state-${state}`}>{states[state]()}</span>
      {state === 'different' && (
        <span class="quiet small">
          {[
            changes.length > 0 ? i18n.t('backup.changes', [changes.map(fieldName).join(', ')]) : [],
            keeps.length > 0 ? i18n.t('backup.keeps', [keeps.map(fieldName).join(', ')]) : [],
          ]
            .flat()
            .join(' · ')}
        </span>
      )}
    </li>
  )
}

function fieldName(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}
