/** The colours around an anchor, into which our buttons are to fit. @module */
import { parentElementAcross } from './dom.ts'

/** Darker is no light surface, lighter no dark one: our icons would not stand out there. */
const LEAST_OF_LIGHT = 190
const MOST_OF_DARK = 90
const MIDDLE = 140

/** What a bar takes over. */
export interface Surroundings {
  readonly scheme: 'light' | 'dark'
  /** What the anchor stands on, where that is one opaque colour on which our buttons can be read. */
  readonly surface: string | undefined
}

/** Pages in dark colours seldom say so; their text does. */
export function surroundingsOf(anchor: Element): Surroundings {
  const scheme = lightnessOf(partsOf(getComputedStyle(anchor).color)) > MIDDLE ? 'dark' : 'light'
  const surface = surfaceUnder(anchor)
  const lightness = surface === undefined ? Number.NaN : lightnessOf(partsOf(surface))
  const isReadable = scheme === 'light' ? lightness >= LEAST_OF_LIGHT : lightness <= MOST_OF_DARK
  return { scheme, surface: isReadable ? surface : undefined }
}

function surfaceUnder(anchor: Element): string | undefined {
  for (let element: Element | null = anchor; element !== null; element = parentElementAcross(element, true)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element)
    if (backgroundImage !== 'none') return undefined
    const [red, , , alpha = 1] = partsOf(backgroundColor)
    if (alpha > 0) return alpha === 1 && red !== undefined ? backgroundColor : undefined
  }
  return undefined
}

function partsOf(color: string): readonly number[] {
  return (color.startsWith('rgb') && color.match(/[\d.]+/g)?.map(Number)) || []
}

function lightnessOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}
