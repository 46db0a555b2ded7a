/** The buttons that pages put beside vendors' links, by the accounts that there are. @module */
import type { Action, Plugin } from '@joinery/sdk'
import { sha256 } from '@joinery/sdk/hash'
import { settingOf } from '@joinery/sdk/host'
import { pluginById } from '../all-plugins.ts'
import type { PageLink } from '../page/setup.ts'
import { asksForInput } from './action-form.ts'
import type { Way } from './click.ts'
import { readAccounts } from './holdings.ts'
import { addressOf, type LinkAddress, selectorOf } from './link-address.ts'
import { inUserLanguage } from './problem.ts'
import { actionsOf } from './shortcuts.ts'
import type { StoredAccount } from './stored.ts'

/** What a button at a link stands for. */
export interface LinkButton {
  /** Tells pages nothing, and is the same each time: the background may have been stopped before the click. */
  readonly id: string
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
  readonly actionName: string
}

/** The pictograms of actions by which the user goes into what a link names. */
const WAYS_IN: readonly Action['icon'][] = ['join', 'control', undefined]
const ID_LENGTH = 32

/** What the browser's menu calls it: going in, or reaching into a computer. */
export function wayOf({ icon }: Action): Way {
  return icon === 'control' ? 'control' : 'join'
}

/** Every button that may stand at some link. */
export async function linkButtons(): Promise<readonly LinkButton[]> {
  return (await readAccounts()).flatMap((account) => {
    const plugin = pluginById(account.pluginId)
    if (plugin?.recognize === undefined) return []
    const waysIn = actionsOf(plugin, account).filter(({ action }) => isWayIn(action))
    return waysIn.map(({ name, action }) => ({ id: idOf(account, name), account, plugin, action, actionName: name }))
  })
}

/** The links that pages look for, those to an account's own server first. */
export async function pageLinks(): Promise<readonly PageLink[]> {
  const byAddress = new Map<string, Found>()
  for (const button of await linkButtons()) {
    for (const recognition of button.plugin.recognize ?? []) {
      const address = addressOf(button.plugin, recognition, button.account.settings)
      if (address === undefined) continue
      const isOwn = settingOf(recognition.href) !== undefined
      const key = JSON.stringify([isOwn, address])
      const { buttons } = byAddress.get(key) ?? { buttons: [] }
      byAddress.set(key, { isOwn, address, buttons: [...buttons, button] })
    }
  }
  const found = [...byAddress.values()].toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
  return [...Map.groupBy(found, ({ buttons }) => buttons.map(({ id }) => id).join()).values()].map((same) => {
    const addresses = same.map(({ address }) => address)
    const buttons = same[0]?.buttons ?? []
    return {
      selector: selectorOf(addresses),
      addresses: addresses.map(({ address }) => address),
      buttons: buttons.map((button) => inPage(button, buttons)),
    }
  })
}

/** Links of one kind, and what may be done at them. */
interface Found {
  /** Whether they lead to an account's own server. */
  readonly isOwn: boolean
  readonly address: LinkAddress
  readonly buttons: readonly LinkButton[]
}

function inPage(
  { id, account, action, actionName }: LinkButton,
  all: readonly LinkButton[],
): PageLink['buttons'][number] {
  const label = inUserLanguage(action.label)
  const isOnlyOne = all.filter((other) => other.actionName === actionName).length === 1
  const name = isOnlyOne ? label : `${label} · ${account.name}`
  return { shortcutId: id, name, icon: action.icon ?? 'join', needs: [] }
}

/** Whether an action leads the user into a target, with no more to ask. */
export function isWayIn(action: Action): boolean {
  return action.for === 'me' && action.on !== 'account' && WAYS_IN.includes(action.icon) && !asksForInput(action)
}

function idOf({ id }: StoredAccount, actionName: string): string {
  return sha256(`link ${id} ${actionName}`).slice(0, ID_LENGTH)
}
