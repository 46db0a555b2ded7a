/** The pictograms of the buttons, as strokes on a 24 by 24 grid. @module */
import { Check, LoaderCircle, LockKeyhole, TriangleAlert, X } from 'lucide'
import { actionIcons } from '../action-icons.ts'
import { makeSvg } from './dom.ts'
import type { PageIcon } from './setup.ts'

// The last three say how a click goes; they stand in for the button's own.
const icons = {
  ...actionIcons,
  hide: X,
  unlock: LockKeyhole,
  busy: LoaderCircle,
  done: Check,
  error: TriangleAlert,
} as const

/** A pictogram that takes the text's colour. */
export function createIcon(icon: PageIcon): SVGElement {
  const svg = makeSvg('svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  drawIcon(svg, icon)
  return svg
}

/** Draws another pictogram in its place. */
export function drawIcon(svg: SVGElement, icon: PageIcon): void {
  const parts = icons[icon].map(([name, attributes]) => {
    const part = makeSvg(name as keyof SVGElementTagNameMap)
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value))
    return part
  })
  svg.replaceChildren(...parts)
}
