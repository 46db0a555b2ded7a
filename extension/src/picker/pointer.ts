/** Lets the user point at one thing after another, and shows what is pointed at. @module */
import { isVisible } from '../page/dom.ts'
import type { Pen } from './marks.ts'
import { describe, showOnPad } from './pad.ts'
import type { Panel } from './panel.ts'
import type { Pointing } from './picking.ts'
import { startPointing } from './pointing.ts'
import type { Surface } from './surface.ts'

/** The pointer. */
export interface Pointer {
  /** Lets the user point, until something else is pointed for. */
  start(pointing: Pointing): void
  stop(): void
  isOn(): boolean
}

interface PointerOptions {
  readonly surface: Surface
  readonly panel: Panel
  readonly pen: Pen
  onBack(): void
  readonly signal: AbortSignal
}

/** Makes the pointer of a surface. */
export function createPointer({ surface, panel, pen, onBack, signal }: PointerOptions): Pointer {
  let life: AbortController | undefined

  function stop(): void {
    life?.abort()
    life = undefined
    pen.point(undefined)
  }

  return {
    stop,
    isOn: () => life !== undefined,
    start({ pad, start, refuse, onChoose }) {
      stop()
      life = new AbortController()
      startPointing({
        surface,
        pad,
        start,
        isVisible,
        onReach(element, byKeys) {
          const refusal = refuse?.(element)
          const label = describe(element)
          showOnPad(pad, label)
          if (byKeys) {
            panel.announce(refusal ?? label)
            panel.avoid([element])
          }
          pen.point({ element, kind: refusal === undefined ? 'hover' : 'refused', label: refusal ?? label })
        },
        onChoose(element) {
          const refusal = refuse?.(element)
          if (refusal === undefined) onChoose(element)
          else panel.announce(refusal)
        },
        onBack,
        signal: AbortSignal.any([signal, life.signal]),
      })
    },
  }
}
