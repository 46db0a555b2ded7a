/** The picker's content script: put into a page when the user asks for it; the newest wins. @module */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPicker } from '../picker/start.ts'

// In our isolated world only: the page cannot see it, a second injection of ours can.
const LIFE = Symbol.for('joinery.picker')

export default defineUnlistedScript(() => {
  const world = globalThis as { [LIFE]?: AbortController }
  world[LIFE]?.abort()
  const life = new AbortController()
  world[LIFE] = life
  void startPicker(life)
})
