/** The keyboard's commands. None has a key of its own: the user gives them in the browser's settings. @module */
import { type Browser, browser } from 'wxt/browser'
import { runFromBrowser, surroundingsIn, tabInFront } from './browser-click.ts'
import { lockVault } from './vault-session.ts'

/** The commands by name, as the manifest has them beside the browser's own, which opens the popup. */
export const commands: { readonly [name: string]: (tab: Browser.tabs.Tab | undefined) => Promise<void> } = {
  'lock-vault': async () => void (await lockVault()),
  // Which that is stands in the vault, and is looked up once that is unlocked.
  'join-first-pin': async (tab) => await runFromBrowser({ item: { way: 'join' }, ...(await surroundingsIn(tab)) }),
  'control-record': async (tab) => await runFromBrowser({ item: { way: 'control' }, ...(await surroundingsIn(tab)) }),
}

/** Listens to them; to be called whenever the background starts. */
export function followCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) return
    void Promise.resolve(tab ?? tabInFront())
      .then(command)
      .catch(console.error)
  })
}
