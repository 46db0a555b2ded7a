/** Every page of ours in every state: what the gallery shows, and the tests of accessibility look at. @module */
import { existsSync, readdirSync } from 'node:fs'
import { sections } from '../../extension/src/entrypoints/options/route.ts'
import { extensionDirectory } from '../e2e/stage.ts'
import { optionsScenes } from './options-scenes.ts'
import { pageScenes } from './page-scenes.ts'
import { popupScenes, unlockScenes } from './popup-scenes.ts'
import type { Scene } from './scene.ts'
import { windowScenes } from './window-scenes.ts'

/** The page that nobody sees. */
const UNSEEN = 'offscreen.html'

const listed: readonly Scene[] = [...popupScenes, ...optionsScenes, ...unlockScenes, ...windowScenes, ...pageScenes]

/** All of them; a new page or state is one entry more. What has no entry is shown as it opens. */
export const scenes: readonly Scene[] = [...listed, ...unlistedSections(), ...unlistedPages()]

function unlistedSections(): readonly Scene[] {
  return sections
    .map((section) => ({ name: `options-${section}`, page: 'options.html', at: `#${section}`, ready: 'main h1' }))
    .filter(({ name }) => listed.every((scene) => scene.name !== name))
}

function unlistedPages(): readonly Scene[] {
  const build = extensionDirectory('chromium')
  const files = existsSync(build) ? readdirSync(build).filter((name) => name.endsWith('.html')) : []
  return files
    .filter((file) => file !== UNSEEN && listed.every(({ page }) => page !== file))
    .map((page) => ({ name: page.replace('.html', ''), page, ready: 'h1' }))
}
