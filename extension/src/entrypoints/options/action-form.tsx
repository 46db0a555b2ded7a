/** The form of one action: its input, how far it is, and what came of it. @module */

import type { Action } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { ActionReply, Problem } from '../../desk/views.ts'
import type { Payload, ProgressNotice } from '../../messages.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { useCountdown } from '../../ui/countdown.ts'
import { problemOfValues } from '../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../ui/field-values.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import { Message } from '../../ui/message.tsx'
import { newRecordId } from '../../vault/seal.ts'
import { refreshDesk } from './desk.ts'
import { TableResult } from './table-result.tsx'

interface ActionFormProps {
  readonly order: Omit<Payload<'action.run'>, 'runId' | 'input'>
  readonly action: Action
}

/** Runs once per click; while the vendor asks to wait, it counts down. */
export function ActionForm({ order, action }: ActionFormProps) {
  const fields = action.input ?? {}
  const values = useSignal(initialValues(fields, {}))
  const problem = useSignal<Pick<Problem, 'text' | 'field' | 'retryAfter' | 'code'> | undefined>(undefined)
  const result = useSignal<Extract<ActionReply, { ok: true }> | undefined>(undefined)
  const runId = useSignal<string | undefined>(undefined)
  const seconds = useCountdown(problem.value)
  const atField =
    problem.value?.field !== undefined && Object.hasOwn(fields, problem.value.field)
      ? { field: problem.value.field, text: problem.value.text }
      : undefined

  async function run(event: Event) {
    event.preventDefault()
    if (runId.value !== undefined || seconds > 0) return
    result.value = undefined
    const fault = problemOfValues(fields, values.value)
    problem.value = fault === undefined ? undefined : { code: 'invalid', ...fault }
    if (fault !== undefined) return
    runId.value = newRecordId()
    const input = valuesToSave(fields, values.value, [])
    const reply = await ask('action.run', { ...order, runId: runId.value, input })
    runId.value = undefined
    problem.value = problemIn(reply)
    result.value = reply?.ok ? reply : undefined
    await refreshDesk()
  }

  return (
    <>
      <form class="form" noValidate onSubmit={(event) => void run(event)}>
        <FieldsForm
          fields={fields}
          values={values.value}
          problem={atField}
          onChange={(changed) => {
            values.value = changed
          }}
        />
        <Message
          notice={
            problem.value === undefined || atField !== undefined
              ? undefined
              : { tone: 'problem', text: problem.value.text }
          }
        />
        {result.value !== undefined && <Message notice={{ tone: 'done', text: result.value.text }} />}
        {seconds > 0 && <p role="status">{i18n.t('actions.waitSeconds', seconds)}</p>}
        {runId.value !== undefined && <Progress runId={runId.value} />}
        <div class="form-buttons">
          <button type="submit" class="button button-primary" aria-disabled={runId.value !== undefined || seconds > 0}>
            {i18n.t(runId.value === undefined ? 'actions.run' : 'actions.running')}
          </button>
          {runId.value !== undefined && (
            <button
              type="button"
              class="button button-plain"
              onClick={() => runId.value !== undefined && void ask('action.cancel', { runId: runId.value })}
            >
              {i18n.t('actions.callOff')}
            </button>
          )}
        </div>
      </form>
      {result.value?.table !== undefined && <TableResult table={result.value.table} />}
    </>
  )
}

function Progress({ runId }: { readonly runId: string }) {
  const progress = useSignal<ProgressNotice | undefined>(undefined)
  useEffect(() => {
    const hear = (message: unknown) => {
      const notice = Object(message) as Partial<ProgressNotice>
      if (notice.notice === 'progress' && notice.runId === runId) progress.value = message as ProgressNotice
    }
    browser.runtime.onMessage.addListener(hear)
    return () => browser.runtime.onMessage.removeListener(hear)
  }, [runId])
  return (
    <div>
      <progress
        class="progress"
        max="1"
        {...(progress.value === undefined ? {} : { value: progress.value.fraction })}
      />
      <p class="quiet small" role="status">
        {progress.value?.text}
      </p>
    </div>
  )
}
