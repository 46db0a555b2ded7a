/** The accounts: list and form. @module */
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, DeskView } from '../../desk/views.ts'
import { pluginById } from '../../plugins.ts'
import { ask } from '../../ui/ask.ts'
import { AccountForm } from './account-form.tsx'
import { AddLink, ItemList } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'

interface AccountsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The list, or the form of the account that the address names. */
export function AccountsSection({ desk, place }: AccountsSectionProps) {
  const account = desk.accounts.find(({ id }) => id === place.item)
  if (place.item === 'new' || (account !== undefined && pluginById(account.pluginId) !== undefined)) {
    return <AccountForm key={place.item} account={account} field={place.field} sites={desk.sites} />
  }
  return (
    <>
      <SectionHead title={i18n.t('accounts.title')} intro={i18n.t('accounts.intro')} />
      {desk.accounts.length === 0 && <p class="nothing">{i18n.t('accounts.empty')}</p>}
      <ItemList
        section="accounts"
        items={desk.accounts.map((listed) => ({
          id: listed.id,
          name: listed.name,
          detail: vendorOf(listed),
          icon: 'account',
        }))}
        askRemoval={({ id, name }) => ({
          title: i18n.t('accounts.removeTitle', [name]),
          text: <Consequences desk={desk} accountId={id} />,
        })}
        remove={(id) => ask('desk.removeAccount', { id })}
      />
      <AddLink section="accounts" label={i18n.t('accounts.add')} />
    </>
  )
}

function vendorOf({ pluginId }: AccountView): string {
  const plugin = pluginById(pluginId)
  return plugin === undefined ? i18n.t('accounts.vendorGone') : inUserLanguage(plugin.name)
}

function Consequences({ desk, accountId }: { readonly desk: DeskView; readonly accountId: string }) {
  const belongs = (item: { readonly accountId: string }) => item.accountId === accountId
  return (
    <>
      <p>{i18n.t('accounts.removeText')}</p>
      <p>{i18n.t('accounts.removeTargets', desk.targets.filter(belongs).length)}</p>
      <p>{i18n.t('accounts.removeShortcuts', desk.shortcuts.filter(belongs).length)}</p>
    </>
  )
}
