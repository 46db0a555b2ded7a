/** The form of one target, and the shortcuts that can be made with it. @module */

import type { Fields, Plugin } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, TargetView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../ui/field-values.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { type OfferedAction, offeredActions } from '../../ui/offered-actions.ts'
import { notice } from './desk.ts'
import { returnSaved, storedVersion } from './saved.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'
import { makeShortcuts } from './suggested-shortcuts.ts'

interface TargetFormProps {
  /** The accounts that have targets; not empty. */
  readonly accounts: readonly AccountView[]
  readonly target: TargetView | undefined
  readonly field: string | undefined
}

/** A new target's form, or a stored one's. */
export function TargetForm({ accounts, target, field }: TargetFormProps) {
  const asks = useSignal<RawValues>({ asksFirst: target?.asksNoMore !== true })
  const firstAccount = target?.accountId ?? accounts[0]?.id ?? ''
  const choice = useSignal({ accountId: firstAccount, makesShortcuts: true })
  const account = accounts.find(({ id }) => id === choice.value.accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  const fields: Fields = plugin?.target?.fields ?? {}
  const values = useSignal(initialValues(fields, target?.fields ?? {}))
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const complaint = useSignal<Notice | undefined>(undefined)
  const secrets = target?.storedSecrets ?? []
  const actions: readonly OfferedAction[] =
    plugin === undefined || account === undefined || target !== undefined
      ? []
      : offeredActions(plugin, account.settings).filter(
          ({ action }) => action.on !== 'account' && action.icon !== 'manage',
        )
  const choiceFields = fieldsOfChoice(accounts, target, actions)

  function changeChoice(changed: { readonly [name: string]: unknown }) {
    const accountId = String(changed.accountId)
    if (accountId !== choice.value.accountId) {
      const chosen = pluginById(accounts.find(({ id }) => id === accountId)?.pluginId ?? '')
      values.value = { ...initialValues(chosen?.target?.fields ?? {}, {}), ...values.value }
    }
    choice.value = { accountId, makesShortcuts: changed.makesShortcuts === true }
  }

  async function save() {
    notice.value = undefined
    complaint.value = undefined
    problem.value = problemOfValues(fields, values.value, secrets)
    if (problem.value !== undefined || account === undefined) return
    const reply = await ask('desk.saveTarget', {
      ...storedVersion(target),
      accountId: account.id,
      fields: valuesToSave(fields, values.value, secrets),
      asksNoMore: asks.value.asksFirst !== true,
    })
    const failure = problemIn(reply)
    if (failure !== undefined) {
      if (failure.field === undefined) complaint.value = { tone: 'problem', text: failure.text }
      else problem.value = { field: failure.field, text: failure.text }
      return
    }
    const id = reply?.ok ? reply.id : undefined
    const saved = id === undefined ? undefined : await ask('desk.readTarget', { id })
    const wanted = choice.value.makesShortcuts ? actions : []
    const made = saved ? await makeShortcuts(saved, wanted) : wanted.length === 0
    await returnSaved('targets', made ? i18n.t('ui.saved') : i18n.t('targets.madePartly'))
  }

  return (
    <>
      <SectionHead title={target?.label ?? i18n.t('targets.new')} />
      <SavingForm notice={complaint.value} cancelTo="#targets" onSave={save}>
        {'accountId' in choiceFields && (
          <FieldsForm fields={{ accountId: choiceFields.accountId }} values={choice.value} onChange={changeChoice} />
        )}
        <FieldsForm
          fields={fields}
          values={values.value}
          storedSecrets={secrets}
          problem={problem.value}
          startAt={field ?? (target === undefined ? Object.keys(fields)[0] : undefined)}
          onChange={(changed) => {
            values.value = changed
          }}
        />
        {plugin !== undefined && asksFirst(plugin) && (
          <FieldsForm
            fields={{ asksFirst: { type: 'boolean', label: i18n.t('targets.asksFirst') } }}
            values={asks.value}
            onChange={(changed) => {
              asks.value = changed
            }}
          />
        )}
        {'makesShortcuts' in choiceFields && (
          <FieldsForm
            fields={{ makesShortcuts: choiceFields.makesShortcuts }}
            values={choice.value}
            onChange={changeChoice}
          />
        )}
      </SavingForm>
    </>
  )
}

function asksFirst({ actions }: Plugin): boolean {
  return Object.values(actions)
    .flat()
    .some((action) => action.asksFirst !== undefined)
}

function fieldsOfChoice(
  accounts: readonly AccountView[],
  target: TargetView | undefined,
  actions: readonly OfferedAction[],
) {
  const options = Object.fromEntries(accounts.map(({ id, name }) => [id, name]))
  const names = actions.map(({ action }) => inUserLanguage(action.label)).join(', ')
  return {
    ...(target === undefined && accounts.length > 1
      ? {
          accountId: {
            type: 'choice',
            label: i18n.t('targets.account'),
            options,
            default: accounts[0]?.id ?? '',
          } as const,
        }
      : {}),
    ...(actions.length > 0
      ? { makesShortcuts: { type: 'boolean', label: i18n.t('targets.make', [names]) } as const }
      : {}),
  }
}
