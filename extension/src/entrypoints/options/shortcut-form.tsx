/** The form of one shortcut: account, action, target, name. @module */

import type { Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, DeskView, ShortcutView, TargetLine } from '../../desk/views.ts'
import { COLOURS, isColour } from '../../shortcut-colours.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../ui/field-problem.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { offeredActions } from '../../ui/offered-actions.ts'
import { ColourChoice } from './colour-choice.tsx'
import { notice } from './desk.ts'
import { returnSaved, storedVersion } from './saved.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'
import { SiteKinds } from './site-kinds.tsx'
import { suggestedName } from './suggested-shortcuts.ts'
import { useTargetChoices } from './target-choices.ts'

interface ShortcutFormProps {
  readonly desk: DeskView
  readonly shortcut: ShortcutView | undefined
}

/** Stands for the target that the record at the click has. */
const BY_RECORD = 'record'

/** A new shortcut's form, or a stored one's. The name follows the choices until the user writes one. */
export function ShortcutForm({ desk: { accounts }, shortcut }: ShortcutFormProps) {
  const values = useSignal<RawValues>(valuesOf(accounts, shortcut))
  const { accountId, targetId, find } = values.value
  const desk: Choosable = { accounts, ...useTargetChoices(String(accountId), idIn(targetId), String(find)) }
  const fitting = withFittingChoices(desk, values.value)
  const isNamed = useSignal(shortcut !== undefined)
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const complaint = useSignal<Notice | undefined>(undefined)
  const { actions, targets } = choicesFor(desk, fitting)
  const fields = fieldsFor(desk, fitting)
  const shown: RawValues = isNamed.value ? fitting : { ...fitting, name: nameFor(fitting) }

  function nameFor({ action, targetId }: RawValues): string {
    const offered = actions.find(({ name }) => name === action)
    const target = targets.find(({ id }) => id === targetId)
    return offered === undefined ? '' : suggestedName(offered, target?.label ?? '')
  }

  function change(changed: RawValues) {
    if (changed.name !== shown.name) isNamed.value = true
    values.value = changed
  }

  async function save() {
    notice.value = undefined
    complaint.value = undefined
    problem.value = problemOfValues(fields, shown)
    if (problem.value !== undefined) return
    const { targetId } = shown
    const reply = await ask('desk.saveShortcut', {
      ...storedVersion(shortcut),
      name: String(shown.name).trim(),
      accountId: String(shown.accountId),
      action: String(shown.action),
      ...('targetId' in fields && idIn(targetId) !== '' ? { targetId: idIn(targetId) } : {}),
      inPage: shown.inPage === true,
      inPopup: shown.inPopup === true,
      ...('opens' in fields && shown.opens === 'window' ? { opensInvitation: true } : {}),
      ...(sitesIn(shown).length > 0 ? { sites: [...sitesIn(shown)] } : {}),
      ...(isColour(shown.colour) && shown.colour !== COLOURS[0] ? { colour: shown.colour } : {}),
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
        <ColourChoice
          chosen={isColour(shown.colour) ? shown.colour : COLOURS[0]}
          onChange={(colour) => change({ ...shown, colour })}
        />
        {shown.inPage === true && (
          <SiteKinds chosen={sitesIn(shown)} onChange={(sites) => change({ ...shown, sites })} />
        )}
      </SavingForm>
    </>
  )
}

/** What a shortcut may lead to. */
interface Choosable {
  readonly accounts: readonly AccountView[]
  readonly targets: readonly TargetLine[]
  /** Whether there are more than are offered, so that typing helps. */
  readonly more: boolean
  readonly isRead: boolean
}

function valuesOf(accounts: readonly AccountView[], shortcut: ShortcutView | undefined): RawValues {
  const nothing = {
    accountId: accounts[0]?.id ?? '',
    action: '',
    targetId: '',
    name: '',
    find: '',
    ...howItLooks(undefined),
  }
  if (shortcut === undefined) return nothing
  const { accountId, action, targetId = BY_RECORD, name } = shortcut
  return { ...nothing, accountId, action, targetId, name, ...howItLooks(shortcut) }
}

function howItLooks(shortcut: ShortcutView | undefined): RawValues {
  const { inPage = true, inPopup = true, opensInvitation = false, colour = COLOURS[0], sites = [] } = shortcut ?? {}
  return { inPage, inPopup, colour, sites, opens: opensInvitation ? 'window' : 'copy' }
}

function sitesIn({ sites }: RawValues): readonly string[] {
  return Array.isArray(sites) ? sites.map(String) : []
}

function idIn(targetId: unknown): string {
  return targetId === BY_RECORD ? '' : String(targetId)
}

function choicesFor({ accounts, targets }: Choosable, { accountId, action }: RawValues) {
  const account = accounts.find(({ id }) => id === accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  const actions = plugin === undefined || account === undefined ? [] : offeredActions(plugin, account.settings)
  const chosen = actions.find(({ name }) => name === action)?.action
  return {
    actions,
    hasTarget: plugin?.target !== undefined && chosen?.on !== 'account',
    asksAnyway: chosen?.asksFirst !== undefined,
    isForGuest: chosen?.for === 'contact' && chosen.asksFirst === undefined,
    targets: targets.filter((target) => target.accountId === accountId),
  }
}

/** Choices that the account no longer offers give way to its first ones. */
function withFittingChoices(desk: Choosable, values: RawValues): RawValues {
  const { actions, targets } = choicesFor(desk, values)
  const action = actions.some(({ name }) => name === values.action) ? values.action : (actions[0]?.name ?? '')
  const { asksAnyway } = choicesFor(desk, { ...values, action })
  const first = asksAnyway ? BY_RECORD : (targets[0]?.id ?? BY_RECORD)
  const isUnknown = !desk.isRead && values.targetId !== ''
  const isFitting = isUnknown || values.targetId === BY_RECORD || targets.some(({ id }) => id === values.targetId)
  const targetId = isFitting ? values.targetId : first
  return { ...values, action, targetId }
}

function fieldsFor(desk: Choosable, values: RawValues): Fields {
  const { actions, targets, hasTarget, isForGuest } = choicesFor(desk, values)
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
    ...(hasTarget && (desk.more || values.find !== '')
      ? { find: { type: 'text', label: i18n.t('targets.find'), optional: true } }
      : {}),
    ...(hasTarget
      ? {
          targetId: {
            type: 'choice',
            label: i18n.t('shortcuts.target'),
            options: {
              ...(desk.isRead ? {} : { [String(values.targetId)]: i18n.t('ui.loading') }),
              [BY_RECORD]: i18n.t('shortcuts.byRecord'),
              ...byId(targets.map(({ id, label }) => [id, label])),
            },
          },
        }
      : {}),
    name: { type: 'text', label: i18n.t('shortcuts.name'), maxLength: 100 },
    ...(isForGuest
      ? {
          opens: {
            type: 'choice',
            label: i18n.t('looks.link'),
            help: i18n.t('looks.linkHelp'),
            options: { copy: i18n.t('looks.copies'), window: i18n.t('looks.opensWindow') },
          },
        }
      : {}),
    inPage: { type: 'boolean', label: i18n.t('shortcuts.inPage'), help: i18n.t('shortcuts.inPageHelp') },
    inPopup: { type: 'boolean', label: i18n.t('looks.inPopup') },
  }
}
