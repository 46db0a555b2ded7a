/** The keyboard's commands, and the way to the browser's page that gives them keys. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import './keys-panel.css'

/** Chromium has this page and lets extensions open it. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts'
// Firefox has a way of its own since version 137, and opens no page of its settings before.
const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> }
const mayOpenBrowserPage = openShortcutSettings !== undefined || !import.meta.env.FIREFOX

interface Command {
  readonly name: string
  readonly keys: string
}

/** What each command does, and its keys where the user gave it any. */
export function KeysPanel() {
  const commands = useSignal<readonly Command[]>([])
  useEffect(() => {
    const read = () => void readCommands().then((found) => Object.assign(commands, { value: found }))
    read()
    // The user comes back from the browser's own page.
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [])
  return (
    <section class="group keys" aria-labelledby="keys">
      <h2 id="keys">{i18n.t('commandKeys.title')}</h2>
      <p>{i18n.t('commandKeys.text')}</p>
      <dl class="key-list">
        {commands.value.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="quiet">{keys === '' ? i18n.t('commandKeys.none') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {mayOpenBrowserPage ? (
        <button type="button" class="button" onClick={() => void openBrowserPage()}>
          {i18n.t('commandKeys.open')}
        </button>
      ) : (
        <p>{i18n.t('commandKeys.byHand')}</p>
      )}
      <p class="quiet small">{i18n.t('commandKeys.omnibox')}</p>
    </section>
  )
}

const names: { readonly [command: string]: () => string } = {
  _execute_action: () => i18n.t('commandKeys.popup'),
  'join-first-pin': () => i18n.t('command.joinFirstPin'),
  'control-record': () => i18n.t('command.controlRecord'),
  'lock-vault': () => i18n.t('command.lock'),
}

async function readCommands(): Promise<readonly Command[]> {
  const known = await browser.commands.getAll()
  return Object.entries(names).map(([command, nameOf]) => ({
    name: nameOf(),
    keys: known.find(({ name }) => name === command)?.shortcut ?? '',
  }))
}

async function openBrowserPage(): Promise<void> {
  if (openShortcutSettings !== undefined) await openShortcutSettings.call(browser.commands)
  else await browser.tabs.create({ url: CHROMIUM_PAGE })
}
