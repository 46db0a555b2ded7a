/** What the journal is filtered by. @module */
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { AccountView } from '../../../desk/views.ts'
import { OUTCOMES } from '../../../journal-messages.ts'
import { everything, type Filter, filter, readFirst } from './journal.ts'
import { outcomeNames } from './words.ts'

/** Text, account, outcome and days; each change counts at once. */
export function JournalFilter({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const id = useId()
  const { text, accountId, outcome, from, until } = filter.value

  function change(part: Partial<Filter>) {
    filter.value = { ...filter.value, ...part }
    void readFirst()
  }

  return (
    <search class="journal-filter" aria-label={i18n.t('journal.filter')}>
      <div class="field journal-find">
        <label class="field-label" for={`${id}.find`}>
          {i18n.t('journal.find')}
        </label>
        <input
          id={`${id}.find`}
          class="input"
          type="search"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label class="field-label" for={`${id}.account`}>
          {i18n.t('journal.account')}
        </label>
        <select
          id={`${id}.account`}
          class="input"
          value={accountId}
          onChange={(event) => change({ accountId: event.currentTarget.value })}
        >
          <option value="">{i18n.t('journal.everyAccount')}</option>
          {accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {account.name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label class="field-label" for={`${id}.outcome`}>
          {i18n.t('journal.outcome')}
        </label>
        <select
          id={`${id}.outcome`}
          class="input"
          value={outcome}
          onChange={({ currentTarget: { value } }) =>
            change({ outcome: OUTCOMES.find((candidate) => candidate === value) ?? '' })
          }
        >
          <option value="">{i18n.t('journal.everyOutcome')}</option>
          {OUTCOMES.map((candidate) => (
            <option key={candidate} value={candidate}>
              {outcomeNames[candidate]()}
            </option>
          ))}
        </select>
      </div>
      <DayInput
        id={`${id}.from`}
        label={i18n.t('journal.from')}
        value={from}
        onChange={(day) => change({ from: day })}
      />
      <DayInput
        id={`${id}.until`}
        label={i18n.t('journal.until')}
        value={until}
        onChange={(day) => change({ until: day })}
      />
      {isFiltered(filter.value) && (
        <button type="button" class="button journal-clear" onClick={() => change(everything)}>
          {i18n.t('journal.clear')}
        </button>
      )}
    </search>
  )
}

/** Whether anything is left out. */
export function isFiltered(chosen: Filter): boolean {
  return Object.values(chosen).some((part) => part !== '')
}

interface DayInputProps {
  readonly id: string
  readonly label: string
  readonly value: string
  onChange(day: string): void
}

function DayInput({ id, label, value, onChange }: DayInputProps) {
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input id={id} class="input" type="date" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </div>
  )
}
