/** The page that opens what the browser did not let the background open. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/window.css'
import './style.css'
import { prepareDocument } from '../../ui/document.ts'
import { App } from './app.tsx'

await prepareDocument(() => i18n.t('launch.title'))
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
