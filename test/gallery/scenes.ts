/** Every page of ours in every state: what the gallery shows, and the tests of accessibility look at. @module */
import { optionsScenes } from './options-scenes.ts'
import { pageScenes } from './page-scenes.ts'
import { popupScenes, unlockScenes } from './popup-scenes.ts'
import type { Scene } from './scene.ts'
import { windowScenes } from './window-scenes.ts'

/** All of them; a new page or state is one entry more. */
export const scenes: readonly Scene[] = [
  ...popupScenes,
  ...optionsScenes,
  ...unlockScenes,
  ...windowScenes,
  ...pageScenes,
]
