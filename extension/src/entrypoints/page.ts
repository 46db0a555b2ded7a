/** The content script: one life per page, the newest wins. @module */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPage } from '../page/start.ts'

// In our isolated world only: the page cannot see it, a second injection of ours can.
const LIFE = Symbol.for('joinery.page')

export default defineUnlistedScript(() => {
  const world = globalThis as { [LIFE]?: AbortController }
  world[LIFE]?.abort()
  const life = new AbortController()
  world[LIFE] = life
  void startPage(life.signal)
})
