/** Stores the rows of a table, and says which were not. @module */

import { csvOf } from '@joinery/sdk/csv'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { userLanguage } from '../../../desk/problem.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Message, type Notice } from '../../../ui/message.tsx'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import type { PlannedRow } from './csv-mapping.ts'
import type { CsvTable } from './csv-table.ts'
import { workThrough } from './work-through.ts'

const SHOWN = 8

interface ImportingProps {
  readonly accountId: string
  readonly table: CsvTable
  readonly planned: readonly PlannedRow[]
  onAnother(): void
}

interface Faulty {
  readonly number: number
  readonly text: string
}

/** The button, how far it is, and what was not stored. */
export function Importing({ accountId, table, planned, onAnother }: ImportingProps) {
  const done = useSignal<number | undefined>(undefined)
  const faulty = useSignal<readonly Faulty[]>([])
  const ending = useSignal<Notice | undefined>(undefined)
  const life = useSignal<AbortController | undefined>(undefined)

  async function run() {
    life.value = new AbortController()
    done.value = 0
    const wrong: Faulty[] = []
    let stored = 0
    try {
      await workThrough({
        items: planned,
        signal: life.value.signal,
        onProgress: (count) => {
          done.value = count
        },
        async work(part) {
          const rows = part.map(({ id, fields }) => ({ ...(id === undefined ? {} : { id }), fields }))
          const reply = await ask('targets.import', { accountId, rows })
          const problem = problemIn(reply)
          if (problem !== undefined || !reply?.ok) throw new Error(problem?.text)
          for (const [index, text] of reply.problems.entries()) {
            if (text === null) stored += 1
            else wrong.push({ number: part[index]?.number ?? 0, text })
          }
        },
      })
      ending.value = { tone: 'done', text: i18n.t('targetImport.stored', stored) }
    } catch (error) {
      ending.value = { tone: 'problem', text: (error as Error).message }
    }
    faulty.value = wrong
    done.value = undefined
  }

  function saveFaulty() {
    const columns = [...table.columns, i18n.t('bulk.remark')]
    const rows = faulty.value.map(({ number, text }) => [...(table.rows[number - 2] ?? []), text])
    saveFile(
      datedName('joinery-not-imported', 'csv'),
      csvOf({ type: 'table', title: '', columns, rows }, userLanguage()),
      'text/csv',
    )
  }

  if (ending.value !== undefined) {
    return (
      <>
        <Message notice={ending.value} />
        {faulty.value.length > 0 && (
          <section class="group">
            <h2>{i18n.t('targetImport.faulty', faulty.value.length)}</h2>
            <ul class="plain">
              {faulty.value.slice(0, SHOWN).map(({ number, text }) => (
                <li key={number}>
                  {i18n.t('bulk.line', [String(number)])}: {text}
                </li>
              ))}
            </ul>
            <button type="button" class="button" onClick={saveFaulty}>
              {i18n.t('targetImport.saveFaulty')}
            </button>
          </section>
        )}
        <div class="form-buttons">
          <a class="button button-primary" href="#targets">
            {i18n.t('targets.title')}
          </a>
          <button type="button" class="button" onClick={onAnother}>
            {i18n.t('targetImport.another')}
          </button>
        </div>
      </>
    )
  }
  return (
    <div class="form-buttons">
      <button
        type="button"
        class="button button-primary"
        aria-disabled={done.value !== undefined}
        onClick={() => done.value === undefined && void run()}
      >
        {done.value === undefined ? i18n.t('targetImport.run', planned.length) : i18n.t('ui.working')}
      </button>
      {done.value === undefined ? (
        <button type="button" class="button button-plain" onClick={onAnother}>
          {i18n.t('targetImport.another')}
        </button>
      ) : (
        <>
          <progress class="progress" max={planned.length} value={done.value} aria-label={i18n.t('ui.working')} />
          <button type="button" class="button" onClick={() => life.value?.abort()}>
            {i18n.t('actions.callOff')}
          </button>
        </>
      )}
    </div>
  )
}
