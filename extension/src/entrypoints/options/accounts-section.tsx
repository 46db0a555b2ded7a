/** The accounts: list and form. @module */
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, DeskView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { AccountForm } from './account-form.tsx'
import { AddLink, ItemList } from './item-list.tsx'
import { ManagedEndpoints } from './managed-endpoints.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'

interface AccountsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The list, or the form of the account that the address names. */
export function AccountsSection({ desk, place }: AccountsSectionProps) {
  const account = desk.accounts.find(({ id }) => id === place.item)
  const mayOpen = account === undefined ? desk.mayAddAccounts : !account.isManaged
  if (
    (place.item === 'new' && mayOpen) ||
    (account !== undefined && mayOpen && pluginById(account.pluginId) !== undefined)
  ) {
    return <AccountForm key={place.item} account={account} field={place.field} sites={desk.sites} />
  }
  return (
    <>
      <SectionHead title={i18n.t('accounts.title')} intro={i18n.t('accounts.intro')} />
      <ManagedEndpoints desk={desk} />
      {desk.accounts.length === 0 && <p class="nothing">{i18n.t('accounts.empty')}</p>}
      <ItemList
        section="accounts"
        items={desk.accounts.map((listed) => ({
          id: listed.id,
          name: listed.name,
          detail: vendorOf(listed),
          icon: 'account',
          ...(listed.isManaged ? { managed: i18n.t('accounts.managed') } : {}),
        }))}
        askRemoval={({ id, name }) => ({
          title: i18n.t('accounts.removeTitle', [name]),
          text: <Consequences desk={desk} accountId={id} />,
          // It takes devices along that no vendor gives out twice.
          word: name,
        })}
        remove={(id) => ask('desk.remove', { id })}
      />
      {desk.mayAddAccounts ? (
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      ) : (
        <p class="quiet">{i18n.t('accounts.addingForbidden')}</p>
      )}
    </>
  )
}

function vendorOf({ pluginId }: AccountView): string {
  const plugin = pluginById(pluginId)
  return plugin === undefined ? i18n.t('accounts.vendorGone') : inUserLanguage(plugin.name)
}

function Consequences({ desk, accountId }: { readonly desk: DeskView; readonly accountId: string }) {
  const targets = desk.accounts.find(({ id }) => id === accountId)?.targets ?? 0
  const shortcuts = desk.shortcuts.filter((shortcut) => shortcut.accountId === accountId).length
  return (
    <>
      <p>{i18n.t('accounts.removeText')}</p>
      <p>{i18n.t('accounts.removeTargets', targets)}</p>
      <p>{i18n.t('accounts.removeShortcuts', shortcuts)}</p>
    </>
  )
}
