/** The window that asks about a click that may not have been meant. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/forms.css'
import '../../ui/window.css'
import './style.css'
import { prepareDocument } from '../../ui/document.ts'
import { App } from './app.tsx'

await prepareDocument(() => i18n.t('confirm.title'))
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
