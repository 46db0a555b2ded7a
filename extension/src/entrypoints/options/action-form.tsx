/** The form of one action: its input, how far it is, and what came of it. @module */

import type { Action } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import type { ActionReply, Problem } from '../../desk/views.ts'
import type { Payload, ProgressNotice } from '../../messages.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useCountdown } from '../../ui/countdown.ts'
import { problemOfValues } from '../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../ui/field-values.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import { Message } from '../../ui/message.tsx'
import { newRecordId } from '../../vault/seal.ts'
import { refreshDesk } from './desk.ts'
import { TableResult } from './table-result.tsx'

interface ActionFormProps {
  readonly order: Omit<Payload<'action.run'>, 'runId' | 'input' | 'isConfirmed'>
  /** What it is about, for the question of an action that asks to be confirmed. */
  readonly about: string
  readonly action: Action
}

/** Runs once per click, or once agreed to; while the vendor asks to wait, it counts down. */
export function ActionForm({ order, about, action }: ActionFormProps) {
  const fields = action.input ?? {}
  const values = useSignal(initialValues(fields, {}))
  const problem = useSignal<Pick<Problem, 'text' | 'field' | 'retryAfter' | 'code'> | undefined>(undefined)
  const result = useSignal<Extract<ActionReply, { ok: true }> | undefined>(undefined)
  const runId = useSignal<string | undefined>(undefined)
  const isAsking = useSignal(false)
  const seconds = useCountdown(problem.value)
  const atField =
    problem.value?.field !== undefined && Object.hasOwn(fields, problem.value.field)
      ? { field: problem.value.field, text: problem.value.text }
      : undefined

  async function submit(event: Event) {
    event.preventDefault()
    if (runId.value !== undefined || seconds > 0) return
    result.value = undefined
    const fault = problemOfValues(fields, values.value)
    problem.value = fault === undefined ? undefined : { code: 'invalid', ...fault }
    if (fault !== undefined) return
    if (action.confirm === undefined) await run()
    else isAsking.value = true
  }

  async function run(agreed: { readonly isConfirmed?: true } = {}) {
    isAsking.value = false
    if (runId.value !== undefined) return
    runId.value = newRecordId()
    const input = valuesToSave(fields, values.value, [])
    const reply = await ask('action.run', { ...order, ...agreed, runId: runId.value, input })
    runId.value = undefined
    problem.value = problemIn(reply)
    result.value = reply?.ok ? reply : undefined
    await refreshDesk()
  }

  return (
    <>
      <form class="form" noValidate onSubmit={(event) => void submit(event)}>
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
      {isAsking.value && action.confirm !== undefined && (
        <Confirm
          title={i18n.t('control.questionOther', [inUserLanguage(action.label), about])}
          confirm={inUserLanguage(action.label)}
          onConfirm={() => void run({ isConfirmed: true })}
          onClose={() => {
            isAsking.value = false
          }}
        >
          <p>{inUserLanguage(action.confirm.text)}</p>
        </Confirm>
      )}
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
