/** The pictograms of the buttons, as strokes on a 24 by 24 grid. @module */
import { type IconNode, LockKeyhole, X } from 'lucide'
import { actionIcons } from '../action-icons.ts'
import { makeSvg } from './dom.ts'
import type { PageIcon } from './setup.ts'

const icons: { readonly [Icon in PageIcon]: IconNode } = { ...actionIcons, hide: X, unlock: LockKeyhole }

/** A pictogram that takes the text's colour. */
export function createIcon(icon: PageIcon): SVGElement {
  const svg = makeSvg('svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const [name, attributes] of icons[icon]) {
    const part = makeSvg(name as keyof SVGElementTagNameMap)
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value))
    svg.append(part)
  }
  return svg
}
