/** The targets: found by typing, since there may be many, and the form of one. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { DeskView, TargetLine, TargetLines, TargetView } from '../../desk/views.ts'
import { pluginById } from '../../plugins.ts'
import { ask } from '../../ui/ask.ts'
import { AddLink, type Item, ItemList } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { TargetForm } from './target-form.tsx'

const SHOWN = 100

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
  if (item !== undefined && item !== 'new') return <OpenedTarget key={item} desk={desk} id={item} field={place.field} />
  return (
    <>
      <SectionHead title={i18n.t('targets.title')} intro={i18n.t('targets.intro')} />
      {accounts.length === 0 && <p class="nothing">{i18n.t('targets.needsAccount')}</p>}
      {accounts.length > 0 && accounts.every(({ targets }) => targets === 0) && (
        <p class="nothing">{i18n.t('targets.empty')}</p>
      )}
      {accounts.some(({ targets }) => targets > 0) && <FoundTargets desk={desk} />}
      {accounts.length > 0 ? (
        <AddLink section="targets" label={i18n.t('targets.add')} />
      ) : (
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      )}
    </>
  )
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

function FoundTargets({ desk }: { readonly desk: DeskView }) {
  const typed = useSignal('')
  const found = useSignal<TargetLines | undefined>(undefined)
  const id = useId()
  // The desk is read anew after each change, and with it this list.
  useEffect(() => {
    let isCurrent = true
    void ask('desk.findTargets', { query: typed.value, limit: SHOWN }).then((lines) => {
      if (isCurrent) found.value = lines
    })
    return () => {
      isCurrent = false
    }
  }, [typed.value, desk])
  const targets = found.value?.targets ?? []
  const many = found.value?.more === true || typed.value !== ''
  return (
    <>
      {many && (
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
      )}
      {desk.accounts.map((account) => (
        <TargetGroup
          key={account.id}
          desk={desk}
          accountId={account.id}
          name={account.name}
          targets={targets.filter(({ accountId }) => accountId === account.id)}
        />
      ))}
      <p class="quiet" role="status">
        {found.value?.more && i18n.t('targets.more')}
        {found.value !== undefined && targets.length === 0 && i18n.t('targets.noMatch', [typed.value])}
      </p>
    </>
  )
}

interface TargetGroupProps {
  readonly desk: DeskView
  readonly accountId: string
  readonly name: string
  readonly targets: readonly TargetLine[]
}

function TargetGroup({ desk, accountId, name, targets }: TargetGroupProps) {
  if (targets.length === 0) return null
  return (
    <section class="group" aria-labelledby={`group-${accountId}`}>
      <h2 id={`group-${accountId}`}>{name}</h2>
      <ItemList
        section="targets"
        items={targets.map(({ id, label, isManaged }): Item => {
          const item = { id, name: label, detail: shortcutsOf(desk, id), icon: 'target' } as const
          return isManaged ? { ...item, managed: i18n.t('accounts.managed') } : item
        })}
        askRemoval={({ id, name: label }) => ({
          title: i18n.t('targets.removeTitle', [label]),
          text: (
            <>
              <p>{i18n.t('targets.removeText')}</p>
              <p>
                {i18n.t('accounts.removeShortcuts', desk.shortcuts.filter(({ targetId }) => targetId === id).length)}
              </p>
            </>
          ),
        })}
        remove={(id) => ask('desk.remove', { id })}
      />
    </section>
  )
}

function shortcutsOf({ shortcuts }: DeskView, target: string): string {
  return shortcuts
    .filter(({ targetId }) => targetId === target)
    .map(({ name }) => name)
    .join(' · ')
}
