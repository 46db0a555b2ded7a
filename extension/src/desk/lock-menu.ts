/** Locks from the toolbar button's menu and by a keyboard command. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { lockVault } from './vault-session.ts'

/** The name of menu item and command. */
const LOCK = 'lock-vault'

/** Listens to both; to be called whenever the background starts. */
export function followLockMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === LOCK) void lockVault()
  })
  browser.commands.onCommand.addListener((command) => {
    if (command === LOCK) void lockVault()
  })
}

/** Puts the item into the menu; the browser keeps it until it ends. */
export async function makeLockMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: LOCK, title: i18n.t('command.lock'), contexts: ['action'] })
}
