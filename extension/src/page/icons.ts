/** The pictograms of the buttons, as strokes on a 24 by 24 grid. @module */
import { makeSvg } from './dom.ts'
import type { PageIcon } from './setup.ts'

// The last three say how a click goes; they stand in for the button's own.
const strokes: { readonly [Icon in PageIcon]: string } = {
  busy: 'M12 4a8 8 0 1 1-8 8',
  done: 'M5 12.500l4.500 4.500L19 7.500',
  error: 'M12 4 3 20h18zM12 10v4.500M12 17.200v.1',
  hide: 'M7 7l10 10M17 7 7 17',
  unlock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.800-1.200M12 14.500v2.500',
  join: 'M3 7.5A1.5 1.5 0 0 1 4.5 6h9A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 16.5zM15 10.5l6-3.5v10l-6-3.5',
  invite: 'M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c.6-3.6 3.4-5.5 7-5.5 1.5 0 2.9.3 4 1M18 13v7M14.5 16.500h7',
  control: 'M4 5h16v11H4zM9 20h6M12 16v4M10.5 8l5 2.3-2.200.7-.8 2.200z',
  schedule: 'M4 6h16v14H4zM4 10.500h16M8 3.500V7M16 3.500V7',
  manage: 'M5 7h8M17 7h2M5 12h2M11 12h8M5 17h8M17 17h2M15 5v4M9 10v4M15 15v4',
}

/** A pictogram that takes the text's colour. */
export function createIcon(icon: PageIcon): SVGElement {
  const svg = makeSvg('svg')
  const path = makeSvg('path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(path)
  drawIcon(svg, icon)
  return svg
}

/** Draws another pictogram in its place. */
export function drawIcon(svg: SVGElement, icon: PageIcon): void {
  svg.firstElementChild?.setAttribute('d', strokes[icon])
}
