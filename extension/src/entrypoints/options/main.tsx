/** The options page: everything that the user sets up. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/forms.css'
import '../../ui/dialog.css'
import '../../ui/site-form.css'
import './style.css'
import './table.css'
import './certificates.css'
import './site-row.css'
import './arranging.css'
import './colour-choice.css'
import './texts.css'
import './journal/journal.css'
import './plugins/plugins.css'
import './targets/targets.css'
import './about/about.css'
import { loadAddedPlugins } from '../../added-plugins.ts'
import { prepareDocument } from '../../ui/document.ts'
import { App } from './app.tsx'
import { keepDeskFresh, notice } from './desk.ts'
import { followAddress } from './route.ts'

await Promise.all([prepareDocument(() => i18n.t('options.title')), loadAddedPlugins()])
followAddress(() => {
  notice.value = undefined
})
keepDeskFresh()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
