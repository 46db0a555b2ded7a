/** The welcome page: four steps from the installation to the first click. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/forms.css'
import '../../ui/dialog.css'
import '../options/style.css'
import './style.css'
import { prepareDocument } from '../../ui/document.ts'
import { keepDeskFresh } from '../options/desk.ts'
import { App } from './app.tsx'
import { followSteps } from './steps.ts'

await prepareDocument(() => i18n.t('welcome.title'))
followSteps()
keepDeskFresh()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
