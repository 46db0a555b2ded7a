/** The form of one shortcut: account, action, target, name. @module */

import type { Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import type { DeskView, ShortcutView } from '../../desk/views.ts'
import { pluginById } from '../../plugins.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../ui/field-problem.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { offeredActions } from '../../ui/offered-actions.ts'
import { notice } from './desk.ts'
import { returnSaved } from './saved.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'
import { suggestedName } from './suggested-shortcuts.ts'

interface ShortcutFormProps {
  readonly desk: DeskView
  readonly shortcut: ShortcutView | undefined
}

/** A new shortcut's form, or a stored one's. The name follows the choices until the user writes one. */
export function ShortcutForm({ desk, shortcut }: ShortcutFormProps) {
  const values = useSignal<RawValues>(withFittingChoices(desk, valuesOf(desk, shortcut)))
  const isNamed = useSignal(shortcut !== undefined)
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const complaint = useSignal<Notice | undefined>(undefined)
  const { actions, targets } = choicesFor(desk, values.value)
  const fields = fieldsFor(desk, values.value)
  const shown: RawValues = isNamed.value ? values.value : { ...values.value, name: nameFor(values.value) }

  function nameFor({ action, targetId }: RawValues): string {
    const offered = actions.find(({ name }) => name === action)
    const target = targets.find(({ id }) => id === targetId)
    return offered === undefined ? '' : suggestedName(offered, target?.label ?? '')
  }

  function change(changed: RawValues) {
    if (changed.name !== shown.name) isNamed.value = true
    values.value = withFittingChoices(desk, changed)
  }

  async function save() {
    notice.value = undefined
    complaint.value = undefined
    problem.value = problemOfValues(fields, shown)
    if (problem.value !== undefined) return
    const { targetId } = shown
    const reply = await ask('desk.saveShortcut', {
      ...(shortcut === undefined ? {} : { id: shortcut.id }),
      name: String(shown.name).trim(),
      accountId: String(shown.accountId),
      action: String(shown.action),
      ...('targetId' in fields && targetId ? { targetId: String(targetId) } : {}),
      inPage: shown.inPage === true,
    })
    const failure = problemIn(reply)
    if (failure === undefined) await returnSaved('shortcuts')
    else if (failure.field !== undefined && failure.field in fields) {
      problem.value = { field: failure.field, text: failure.text }
    } else complaint.value = { tone: 'problem', text: failure.text }
  }

  return (
    <>
      <SectionHead title={shortcut?.name ?? i18n.t('shortcuts.new')} />
      <SavingForm notice={complaint.value} cancelTo="#shortcuts" onSave={save}>
        <FieldsForm
          fields={fields}
          values={shown}
          problem={problem.value}
          startAt={shortcut === undefined ? 'accountId' : undefined}
          onChange={change}
        />
      </SavingForm>
    </>
  )
}

function valuesOf({ accounts }: DeskView, shortcut: ShortcutView | undefined): RawValues {
  return shortcut === undefined
    ? { accountId: accounts[0]?.id ?? '', action: '', targetId: '', name: '', inPage: true }
    : { targetId: '', ...shortcut }
}

function choicesFor({ accounts, targets }: DeskView, { accountId, action }: RawValues) {
  const account = accounts.find(({ id }) => id === accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  const actions = plugin === undefined || account === undefined ? [] : offeredActions(plugin, account.settings)
  const chosen = actions.find(({ name }) => name === action)?.action
  return {
    actions,
    hasTarget: plugin?.target !== undefined && chosen?.on !== 'account',
    targets: targets.filter((target) => target.accountId === accountId),
  }
}

/** Choices that the account no longer offers give way to its first ones. */
function withFittingChoices(desk: DeskView, values: RawValues): RawValues {
  const { actions, targets } = choicesFor(desk, values)
  const action = actions.some(({ name }) => name === values.action) ? values.action : (actions[0]?.name ?? '')
  const targetId = targets.some(({ id }) => id === values.targetId) ? values.targetId : (targets[0]?.id ?? '')
  return { ...values, action, targetId }
}

function fieldsFor(desk: DeskView, values: RawValues): Fields {
  const { actions, targets, hasTarget } = choicesFor(desk, values)
  const byId = (items: readonly (readonly [string, string])[]) => Object.fromEntries(items)
  return {
    accountId: {
      type: 'choice',
      label: i18n.t('shortcuts.account'),
      options: byId(desk.accounts.map(({ id, name }) => [id, name])),
    },
    action: {
      type: 'choice',
      label: i18n.t('shortcuts.action'),
      options: byId(actions.map(({ name, action }) => [name, inUserLanguage(action.label)])),
      ...(actions.length === 0 ? { help: i18n.t('shortcuts.noAction') } : {}),
    },
    ...(hasTarget
      ? {
          targetId: {
            type: 'choice',
            label: i18n.t('shortcuts.target'),
            options: byId(targets.map(({ id, label }) => [id, label])),
            ...(targets.length === 0 ? { help: i18n.t('targets.empty') } : {}),
          },
        }
      : {}),
    name: { type: 'text', label: i18n.t('shortcuts.name'), maxLength: 100 },
    inPage: { type: 'boolean', label: i18n.t('shortcuts.inPage'), help: i18n.t('shortcuts.inPageHelp') },
  }
}
