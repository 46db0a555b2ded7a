/** Actions beyond links: which account, which action, for what; then its form. @module */

import type { Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import { hasForm } from '../../desk/action-form.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, DeskView } from '../../desk/views.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import { type OfferedAction, offeredActions } from '../../ui/offered-actions.ts'
import { ActionForm } from './action-form.tsx'
import { BulkPanel } from './bulk/bulk-panel.tsx'
import { AddLink } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { useTargetChoices } from './target-choices.ts'

interface ActionsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The choices, and the form of what is chosen. */
export function ActionsSection({ desk, place }: ActionsSectionProps) {
  const accounts = desk.accounts.filter((account) => actionsOf(account).length > 0)
  const values = useSignal<RawValues>(valuesAt(place))
  useEffect(() => {
    values.value = valuesAt(place)
  }, [place])
  const account = accounts.find(({ id }) => id === values.value.accountId) ?? accounts[0]
  const actions = account === undefined ? [] : actionsOf(account)
  const chosen = actions.find(({ name }) => name === values.value.action) ?? actions[0]
  const needsTarget = chosen !== undefined && chosen.action.on !== 'account'
  const typed = String(values.value.find ?? '')
  const lines = useTargetChoices(needsTarget ? (account?.id ?? '') : '', String(values.value.targetId ?? ''), typed)
  const target = lines.targets.find(({ id }) => id === values.value.targetId) ?? lines.targets[0]
  if (account === undefined || chosen === undefined) {
    return (
      <>
        <SectionHead title={i18n.t('actions.title')} intro={i18n.t('actions.intro')} />
        <p class="nothing">{i18n.t('actions.empty')}</p>
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      </>
    )
  }
  const fields: Fields = {
    accountId: choice(
      i18n.t('actions.account'),
      accounts.map(({ id, name }) => [id, name]),
    ),
    action: choice(
      i18n.t('actions.action'),
      actions.map(({ name, action }) => [name, inUserLanguage(action.label)]),
    ),
    ...(needsTarget && (lines.more || typed !== '')
      ? { find: { type: 'text', label: i18n.t('targets.find'), optional: true } }
      : {}),
    ...(needsTarget
      ? {
          targetId: choice(
            i18n.t('actions.target'),
            lines.targets.map(({ id, label }) => [id, label]),
          ),
        }
      : {}),
  }
  const order = {
    accountId: account.id,
    action: chosen.name,
    ...(needsTarget && target !== undefined ? { targetId: target.id } : {}),
  }
  return (
    <>
      <SectionHead title={i18n.t('actions.title')} intro={i18n.t('actions.intro')} />
      <div class="form">
        <FieldsForm
          fields={fields}
          values={{ ...order, find: typed }}
          onChange={(changed) => {
            values.value = changed
          }}
        />
      </div>
      {chosen.action.inBulk !== undefined && (
        <BulkPanel key={`bulk ${order.accountId} ${order.action}`} account={account} offered={chosen} />
      )}
      {(!needsTarget || target !== undefined) && (
        <ActionForm
          key={Object.values(order).join()}
          order={order}
          about={target?.label ?? account.name}
          action={chosen.action}
        />
      )}
    </>
  )
}

function valuesAt({ item, field, target }: Route): RawValues {
  return { accountId: item, action: field, targetId: target, find: '' }
}

/** What is done here: what administers, and what wants to know more than a click says. */
function actionsOf({ pluginId, settings }: AccountView): readonly OfferedAction[] {
  const plugin = pluginById(pluginId)
  if (plugin === undefined) return []
  return offeredActions(plugin, settings).filter(({ action }) => action.for === 'me' && hasForm(action))
}

function choice(label: string, options: readonly (readonly [string, string])[]): Fields[string] {
  return { type: 'choice', label, options: Object.fromEntries(options), default: options[0]?.[0] ?? '' }
}
