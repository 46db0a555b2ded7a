/** The shortcuts: list and form. @module */
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import type { DeskView, ShortcutView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { actionIcon } from '../../ui/icons.tsx'
import { AddLink, type Item, ItemList } from './item-list.tsx'
import type { Route } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { ShortcutForm } from './shortcut-form.tsx'

interface ShortcutsSectionProps {
  readonly desk: DeskView
  readonly place: Route
}

/** The list, or the form of the shortcut that the address names. */
export function ShortcutsSection({ desk, place }: ShortcutsSectionProps) {
  const shortcut = desk.shortcuts.find(({ id }) => id === place.item)
  const hasAccounts = desk.accounts.length > 0
  if ((shortcut !== undefined && shortcut.managed === undefined) || (place.item === 'new' && hasAccounts)) {
    return <ShortcutForm key={place.item} desk={desk} shortcut={shortcut} />
  }
  const emptiness = hasAccounts ? i18n.t('shortcuts.empty') : i18n.t('shortcuts.needsAccount')
  return (
    <>
      <SectionHead title={i18n.t('shortcuts.title')} intro={i18n.t('shortcuts.intro')} />
      {desk.shortcuts.length === 0 && <p class="nothing">{emptiness}</p>}
      <ItemList
        section="shortcuts"
        items={desk.shortcuts.map((listed) => itemOf(listed, desk))}
        askRemoval={({ name }) => ({
          title: i18n.t('shortcuts.removeTitle', [name]),
          text: <p>{i18n.t('shortcuts.removeText')}</p>,
        })}
        remove={(id) => ask('desk.remove', { id })}
        arrange={(ids) => ask('shortcuts.arrange', { ids: [...ids] })}
      />
      {hasAccounts ? (
        <AddLink section="shortcuts" label={i18n.t('shortcuts.add')} />
      ) : (
        <AddLink section="accounts" label={i18n.t('accounts.add')} />
      )}
    </>
  )
}

function itemOf(shortcut: ShortcutView, { accounts }: DeskView): Item {
  const { id, name, accountId, action, managed, colour } = shortcut
  const account = accounts.find((candidate) => candidate.id === accountId)
  const icon = pluginById(account?.pluginId ?? '')?.actions[action]?.[0]?.icon ?? 'join'
  const detail = [account?.name ?? [], placesOf(shortcut)].flat().join(' · ')
  const isManaged = managed === undefined ? {} : { managed: i18n.t('accounts.managed') }
  return { id, name, detail, icon: actionIcon(icon), ...isManaged, ...(colour === undefined ? {} : { colour }) }
}

function placesOf({ inPage, inPopup }: ShortcutView): string | readonly never[] {
  const isListed = inPopup !== false
  if (inPage && isListed) return []
  if (inPage) return i18n.t('looks.pagesOnly')
  return isListed ? i18n.t('shortcuts.popupOnly') : i18n.t('looks.nowhere')
}
