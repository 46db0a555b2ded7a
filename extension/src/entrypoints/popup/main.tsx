/** The popup: shortcuts for the tab in front, and the switch for its site. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/forms.css'
import '../../ui/dialog.css'
import './style.css'
import { ask } from '../../ui/ask.ts'
import { prepareDocument } from '../../ui/document.ts'
import { refreshVault } from '../../ui/vault.ts'
import { App } from './app.tsx'
import { tabInQuestion } from './tab.ts'

// Asked at once and beside each other: what the user waits for is the list.
const found = tabInQuestion(location.search)
const early = {
  vault: refreshVault(),
  tab: found.then((tab) => ask('desk.readTab', tab === undefined ? {} : { tabId: tab.id })),
}
const [tab] = await Promise.all([found, prepareDocument(() => i18n.t('popup.title'))])
// In a tab of its own (a tab's id in the address) the page is not inside the browser's small window.
document.documentElement.classList.toggle('in-tab', location.search !== '')
const root = document.getElementById('app')
if (root !== null) render(<App tab={tab} early={early} />, root)
