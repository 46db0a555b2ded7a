/** How long the journal is kept, and emptying it. @module */
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { JournalKeeping } from '../../../desk/journal-keeping.ts'
import type { SaveReply } from '../../../desk/views.ts'
import { JOURNAL_DAYS } from '../../../journal-messages.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { notice } from '../desk.ts'
import { readFirst } from './journal.ts'

type Days = (typeof JOURNAL_DAYS)[number]

/** A choice that removes lines is asked about first. */
export function KeepingPanel({ keeping }: { readonly keeping: JournalKeeping }) {
  const { days, daysWithLines, isManaged, mayEmpty } = keeping
  const shorter = useSignal<Days | undefined>(undefined)
  const isEmptying = useSignal(false)
  const id = useId()

  async function keep(chosen: Days) {
    shorter.value = undefined
    await tell(ask('journal.keep', { days: chosen }), i18n.t('ui.saved'))
    document.getElementById(`${id}.days`)?.focus()
  }

  function choose(value: string) {
    const chosen = JOURNAL_DAYS.find((candidate) => String(candidate) === value)
    if (chosen === undefined || chosen === days) return
    if (chosen < days && daysWithLines > 0) shorter.value = chosen
    else void keep(chosen)
  }

  async function empty() {
    isEmptying.value = false
    await tell(ask('journal.empty', {}), i18n.t('journal.emptied'))
    document.querySelector<HTMLElement>('h1')?.focus()
  }

  // What would remove lines is not offered where it is not allowed.
  const choices = [...new Set<number>([...JOURNAL_DAYS, days])].filter((choice) => mayEmpty || choice >= days)
  return (
    <section class="form" aria-labelledby={`${id}.title`}>
      <h2 id={`${id}.title`}>{i18n.t('journal.keepingTitle')}</h2>
      {isManaged ? (
        <p>
          {days > 0 && i18n.t('journal.keep')} {daysName(days)}. <span class="quiet">{i18n.t('journal.managed')}</span>
        </p>
      ) : (
        <div class="fields">
          <div class="field">
            <label class="field-label" for={`${id}.days`}>
              {i18n.t('journal.keep')}
            </label>
            <select
              id={`${id}.days`}
              class="input"
              value={days}
              onChange={({ currentTarget }) => {
                choose(currentTarget.value)
                // Until it is stored, it shows what counts.
                currentTarget.value = String(days)
              }}
            >
              {choices.toSorted(byLength).map((choice) => (
                <option key={choice} value={choice}>
                  {daysName(choice)}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      {mayEmpty ? (
        <div>
          <button
            type="button"
            class="button button-danger"
            disabled={daysWithLines === 0}
            onClick={() => {
              isEmptying.value = true
            }}
          >
            <Icon name="remove" />
            {i18n.t('journal.empty')}
          </button>
        </div>
      ) : (
        <p class="quiet">{i18n.t('journal.emptyForbidden')}</p>
      )}
      {shorter.value !== undefined && (
        <Confirm
          title={i18n.t('journal.shorterTitle')}
          confirm={i18n.t('journal.shorter')}
          onConfirm={() => shorter.value !== undefined && void keep(shorter.value)}
          onClose={() => {
            shorter.value = undefined
          }}
        >
          <p>{shorter.value === 0 ? i18n.t('journal.noneText') : i18n.t('journal.shorterText', shorter.value)}</p>
        </Confirm>
      )}
      {isEmptying.value && (
        <Confirm
          title={i18n.t('journal.emptyTitle')}
          confirm={i18n.t('journal.empty')}
          onConfirm={() => void empty()}
          onClose={() => {
            isEmptying.value = false
          }}
        >
          <p>{i18n.t('journal.emptyText')}</p>
        </Confirm>
      )}
    </section>
  )
}

function daysName(days: number): string {
  return days === 0 ? i18n.t('journal.keepNone') : i18n.t('journal.days', days)
}

// None is the least, and stands last, where it is not chosen by mistake.
function byLength(one: number, other: number): number {
  return (one || Number.POSITIVE_INFINITY) - (other || Number.POSITIVE_INFINITY)
}

async function tell(asked: Promise<SaveReply | undefined>, done: string): Promise<void> {
  const problem = problemIn(await asked)
  notice.value = problem === undefined ? { tone: 'done', text: done } : { tone: 'problem', text: problem.text }
  await readFirst()
}
