/** The page of a demo room: who is in it, and what the link carried. @module */

import { render } from 'preact'
import { i18n } from '#i18n'
import '../../ui/tokens.css'
import '../../ui/base.css'
import './style.css'
import { prepareDocument } from '../../ui/document.ts'
import { DemoRoom } from './demo-room.tsx'

await prepareDocument(() => i18n.t('demo.title'))
const root = document.getElementById('app')
if (root !== null) render(<DemoRoom carried={new URLSearchParams(location.search)} />, root)
