/** The targets: a table of all, the form of one, and their import. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import type { TargetTable } from '../../desk/target-views.ts'
import type { DeskView, TargetView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { refreshDesk } from './desk.ts'
import { AddLink } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { TargetForm } from './target-form.tsx'
import { ChosenBar } from './targets/chosen-bar.tsx'
import { exportTargets } from './targets/export-targets.ts'
import { ImportTargets } from './targets/import-targets.tsx'
import { nothingChosen, type Selection } from './targets/selection.ts'
import { TargetGrid } from './targets/target-table.tsx'

interface TargetsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The list, or the form of the target that the address names. */
export function TargetsSection({ desk, place }: TargetsSectionProps) {
  const { item } = place
  const accounts = desk.accounts.filter(({ pluginId }) => pluginById(pluginId)?.target !== undefined)
  if (item === 'new' && accounts.length > 0) {
    return <TargetForm key={item} accounts={accounts} target={undefined} field={place.field} />
  }
  if (item === 'import' && accounts.length > 0) return <ImportTargets accounts={accounts} />
  if (item !== undefined && item !== 'new' && item !== 'import')
    return <OpenedTarget key={item} desk={desk} id={item} field={place.field} />
  return (
    <>
      <SectionHead title={i18n.t('targets.title')} intro={i18n.t('targets.intro')} />
      {accounts.length === 0 && <p class="nothing">{i18n.t('targets.needsAccount')}</p>}
      {accounts.length > 0 && accounts.every(({ targets }) => targets === 0) && (
        <p class="nothing">{i18n.t('targets.empty')}</p>
      )}
      {accounts.some(({ targets }) => targets > 0) && <FoundTargets desk={desk} />}
      {accounts.length > 0 ? (
        <div class="form-buttons">
          <AddLink section="targets" label={i18n.t('targets.add')} />
          <a class="button" href="#targets/import">
            {i18n.t('targetImport.title')}
          </a>
          {accounts.some(({ targets }) => targets > 0) && (
            <button type="button" class="button" onClick={() => void exportAll(desk)}>
              {i18n.t('targetTable.exportAll')}
            </button>
          )}
        </div>
      ) : (
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      )}
    </>
  )
}

async function exportAll({ accounts }: DeskView): Promise<void> {
  const all = await ask('targets.list', { query: '' })
  if (all !== undefined) await exportTargets(all.ids, accounts)
}

function OpenedTarget({
  desk,
  id,
  field,
}: {
  readonly desk: DeskView
  readonly id: string
  readonly field: Route['field']
}) {
  const target = useSignal<TargetView | null | undefined>(undefined)
  useEffect(() => {
    void ask('desk.readTarget', { id }).then((read) => {
      target.value = read ?? null
    })
  }, [id])
  if (target.value === undefined) return <p class="quiet">{i18n.t('ui.loading')}</p>
  if (target.value === null || target.value.isManaged) {
    const reason = target.value === null ? 'save.removedMeanwhile' : 'save.forbiddenByPolicy'
    return <p class="nothing">{i18n.t(reason)}</p>
  }
  return <TargetForm accounts={desk.accounts} target={target.value} field={field} />
}

const SLOW_MILLISECONDS = 120

function FoundTargets({ desk }: { readonly desk: DeskView }) {
  const typed = useSignal('')
  const accountId = useSignal('')
  const table = useSignal<TargetTable | undefined>(undefined)
  const selection = useSignal<Selection>(nothingChosen)
  const isRemoving = useSignal(false)
  const id = useId()
  // The desk is read anew after each change, and with it this list.
  useEffect(() => {
    let isCurrent = true
    const query = { query: typed.value, ...(accountId.value === '' ? {} : { accountId: accountId.value }) }
    const load = () =>
      void ask('targets.list', query).then((read) => {
        if (!isCurrent) return
        table.value = read
        selection.value = nothingChosen
      })
    const timer = setTimeout(load, table.value === undefined ? 0 : SLOW_MILLISECONDS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed.value, accountId.value, desk])
  const shown = table.value
  const names = new Map(desk.accounts.map((account) => [account.id, account.name]))
  const chosen = shown === undefined ? [] : [...selection.value.rows].map((row) => shown.ids[row] ?? '')
  const chosenAccounts = new Set([...selection.value.rows].map((row) => shown?.accounts[shown.accountOf[row] ?? 0]))
  return (
    <>
      <div class="target-tools">
        <div class="field">
          <label class="field-label" for={id}>
            {i18n.t('targets.find')}
          </label>
          <input
            id={id}
            class="input"
            type="search"
            autocomplete="off"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value
            }}
          />
        </div>
        {desk.accounts.length > 1 && (
          <div class="field">
            <label class="field-label" for={`${id}-account`}>
              {i18n.t('targets.account')}
            </label>
            <select
              id={`${id}-account`}
              class="input"
              value={accountId.value}
              onChange={(event) => {
                accountId.value = event.currentTarget.value
              }}
            >
              <option value="">{i18n.t('targetTable.everyAccount')}</option>
              {desk.accounts.map((account) => (
                <option key={account.id} value={account.id}>
                  {account.name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {shown === undefined && <p class="quiet">{i18n.t('ui.loading')}</p>}
      {shown !== undefined && shown.ids.length === 0 && (
        <p class="quiet" role="status">
          {i18n.t('targets.noMatch', [typed.value])}
        </p>
      )}
      {shown !== undefined && shown.ids.length > 0 && (
        <>
          <TargetGrid
            table={shown}
            nameOfAccount={(account) => names.get(account) ?? ''}
            shortcutsOf={countShortcuts(desk)}
            selection={selection}
            onRemove={() => {
              isRemoving.value = true
            }}
          />
          <ChosenBar
            ids={chosen}
            accounts={desk.accounts.filter((account) => chosenAccounts.has(account.id))}
            isRemoving={isRemoving.value}
            onRemoving={(asks) => {
              isRemoving.value = asks
            }}
            onExport={() => void exportTargets(chosen, desk.accounts)}
            onChanged={() => void refreshDesk()}
          />
        </>
      )}
    </>
  )
}

function countShortcuts({ shortcuts }: DeskView): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { targetId } of shortcuts) {
    if (targetId !== undefined) counts.set(targetId, (counts.get(targetId) ?? 0) + 1)
  }
  return counts
}
