/** Keeps what is shown in step with the page. @module */
import type { Picking } from './picking.ts'

interface FollowOptions {
  /** Whether the extension is still there. */
  isAlive(): boolean
  end(): void
  readonly signal: AbortSignal
}

const TICK_MILLISECONDS = 250

/** Resolves when the page took our element away, or when the signal aborts. */
export function followPage(picking: Picking, { isAlive, end, signal }: FollowOptions): Promise<void> {
  let frame = 0

  function redraw(): void {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      picking.redraw()
    })
  }

  return new Promise((resolve) => {
    function look(): void {
      if (document.visibilityState !== 'visible') return
      if (!isAlive()) end()
      else if (!picking.surface.isIntact()) resolve()
      else {
        picking.panel.update()
        redraw()
      }
    }

    const timer = setInterval(look, TICK_MILLISECONDS)
    signal.addEventListener('abort', () => {
      clearInterval(timer)
      cancelAnimationFrame(frame)
      resolve()
    })
    for (const type of ['scroll', 'resize'] as const) {
      addEventListener(type, redraw, { capture: true, passive: true, signal })
    }
    window.navigation?.addEventListener('currententrychange', look, { signal })
  })
}
