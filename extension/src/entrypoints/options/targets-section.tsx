/** The targets, by account: list and form. @module */
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { pluginById } from '../../plugins.ts'
import { ask } from '../../ui/ask.ts'
import { AddLink, ItemList } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { TargetForm } from './target-form.tsx'

interface TargetsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The lists, one per account, or the form of the target that the address names. */
export function TargetsSection({ desk, place }: TargetsSectionProps) {
  const target = desk.targets.find(({ id }) => id === place.item)
  const accounts = desk.accounts.filter(({ pluginId }) => pluginById(pluginId)?.target !== undefined)
  if (target !== undefined || (place.item === 'new' && accounts.length > 0)) {
    return <TargetForm key={place.item} desk={desk} accounts={accounts} target={target} field={place.field} />
  }
  const groups = accounts.map((account) => ({
    account,
    targets: desk.targets.filter(({ accountId }) => accountId === account.id),
  }))
  return (
    <>
      <SectionHead title={i18n.t('targets.title')} intro={i18n.t('targets.intro')} />
      {accounts.length === 0 && <p class="nothing">{i18n.t('targets.needsAccount')}</p>}
      {accounts.length > 0 && desk.targets.length === 0 && <p class="nothing">{i18n.t('targets.empty')}</p>}
      {groups
        .filter(({ targets }) => targets.length > 0)
        .map(({ account, targets }) => (
          <section class="group" key={account.id} aria-labelledby={`group-${account.id}`}>
            <h2 id={`group-${account.id}`}>{account.name}</h2>
            <ItemList
              section="targets"
              items={targets.map(({ id, label }) => ({
                id,
                name: label,
                detail: shortcutsOf(desk, id),
                icon: 'target',
              }))}
              askRemoval={({ id, name }) => ({
                title: i18n.t('targets.removeTitle', [name]),
                text: (
                  <>
                    <p>{i18n.t('targets.removeText')}</p>
                    <p>
                      {i18n.t(
                        'accounts.removeShortcuts',
                        desk.shortcuts.filter(({ targetId }) => targetId === id).length,
                      )}
                    </p>
                  </>
                ),
              })}
              remove={(id) => ask('desk.removeTarget', { id })}
            />
          </section>
        ))}
      {accounts.length > 0 ? (
        <AddLink section="targets" label={i18n.t('targets.add')} />
      ) : (
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      )}
    </>
  )
}

function shortcutsOf({ shortcuts }: DeskView, target: string): string {
  return shortcuts
    .filter(({ targetId }) => targetId === target)
    .map(({ name }) => name)
    .join(' · ')
}
