/** The popup: shortcuts for the tab in front, and the switch for its site. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/forms.css'
import './style.css'
import { prepareDocument } from '../../ui/document.ts'
import { App } from './app.tsx'
import { tabInQuestion } from './tab.ts'

await prepareDocument(() => i18n.t('popup.title'))
// In a tab of its own (a tab's id in the address) the page is not inside the browser's small window.
document.documentElement.classList.toggle('in-tab', location.search !== '')
const tab = await tabInQuestion(location.search)
const root = document.getElementById('app')
if (root !== null) render(<App tab={tab} />, root)
