/** Gathers the lines of a list from files or a paste, lets the user correct them, and begins. @module */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { MOST_AT_ONCE, MOST_LINES } from '../../../bulk-messages.ts'
import type { AccountView } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { problemOfValues } from '../../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../../ui/field-values.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import { Message, type Notice } from '../../../ui/message.tsx'
import type { OfferedAction } from '../../../ui/offered-actions.ts'
import { DropPlace } from '../drop-place.tsx'
import { BulkLines } from './bulk-lines.tsx'
import { faultsIn, type Line, linesIn } from './lines.ts'

interface BulkFormProps {
  readonly account: AccountView
  readonly offered: OfferedAction
  onBegun(): void
}

/** Nothing is sent before the user has seen what was understood. */
export function BulkForm({ account, offered, onBegun }: BulkFormProps) {
  const fields = offered.action.input ?? {}
  const identity = offered.action.inBulk?.identity ?? ''
  const paceFields = fieldsOfPace()
  const lines = useSignal<readonly Line[]>([])
  const pace = useSignal(initialValues(paceFields, {}))
  const pasted = useSignal('')
  const notice = useSignal<Notice | undefined>(undefined)
  const id = useId()
  const faults = faultsIn(fields, identity, lines.value)

  function add(text: string) {
    const found = linesIn(account.pluginId, fields, text)
    lines.value = [...lines.value, ...found].slice(0, MOST_LINES)
    return found.length
  }

  async function addFiles(files: readonly File[]) {
    let count = 0
    for (const file of files) {
      try {
        count += add(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
      } catch {
        notice.value = { tone: 'problem', text: i18n.t('bulk.unread', [file.name]) }
        return
      }
    }
    tell(count)
  }

  function tell(count: number) {
    notice.value = { tone: count === 0 ? 'problem' : 'done', text: i18n.t('bulk.understood', count) }
  }

  async function begin() {
    const wrong = problemOfValues(paceFields, pace.value)
    if (wrong !== undefined || faults.size > 0) {
      notice.value = { tone: 'problem', text: wrong?.text ?? i18n.t('bulk.faulty', faults.size) }
      return
    }
    const { atOnce, requests, per } = pace.value
    const reply = await ask('bulk.begin', {
      accountId: account.id,
      action: offered.name,
      inputs: lines.value.map((line) => valuesToSave(fields, line, [])),
      atOnce: Number(atOnce),
      pace: { requests: Number(requests), seconds: per === 'day' ? 86_400 : 3_600 },
    })
    const problem = problemIn(reply)
    if (problem === undefined) return onBegun()
    notice.value = { tone: 'problem', text: problem.text }
  }

  return (
    <div class="form">
      <DropPlace
        title={i18n.t('bulk.drop')}
        label={i18n.t('bulk.choose')}
        takesMany
        onFiles={(files) => void addFiles(files)}
      />
      <div class="field">
        <label class="field-label" for={`${id}.paste`}>
          {i18n.t('bulk.paste')}
        </label>
        <textarea
          id={`${id}.paste`}
          class="input"
          rows={4}
          spellcheck={false}
          value={pasted.value}
          onInput={(event) => {
            pasted.value = event.currentTarget.value
          }}
        />
        <div>
          <button
            type="button"
            class="button read"
            onClick={() => {
              tell(add(pasted.value))
              pasted.value = ''
            }}
          >
            {i18n.t('bulk.read')}
          </button>
        </div>
      </div>
      <Message notice={notice.value} />
      {lines.value.length > 0 && (
        <>
          <BulkLines
            fields={fields}
            lines={lines.value}
            faults={faults}
            onChange={(changed) => {
              lines.value = changed
            }}
          />
          <FieldsForm
            fields={paceFields}
            values={pace.value}
            onChange={(changed) => {
              pace.value = changed
            }}
          />
          <div class="form-buttons">
            <button type="button" class="button button-primary begin" onClick={() => void begin()}>
              {i18n.t('bulk.begin', lines.value.length)}
            </button>
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                lines.value = []
                notice.value = undefined
              }}
            >
              {i18n.t('bulk.clear')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

function fieldsOfPace() {
  return {
    atOnce: {
      type: 'number',
      label: i18n.t('bulk.atOnce'),
      integer: true,
      min: 1,
      max: MOST_AT_ONCE,
      default: 4,
    },
    requests: {
      type: 'number',
      label: i18n.t('bulk.requests'),
      help: i18n.t('bulk.paceHelp'),
      integer: true,
      min: 1,
      max: 1_000_000,
      default: 290,
    },
    per: {
      type: 'choice',
      label: i18n.t('bulk.per'),
      options: { hour: i18n.t('bulk.hour'), day: i18n.t('bulk.day') },
      default: 'hour',
    },
  } as const
}
