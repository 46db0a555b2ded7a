/** In which ways a scene is looked at. @module */
import type { Page } from '../browsers/session.ts'
import { type Scene, TAB } from './scene.ts'

/** The narrowest that a page has to fit, as 1280 pixels are at 400 %. */
export const NARROW = 320

/** One way. */
export interface Look {
  readonly name: string
  readonly scheme: 'light' | 'dark'
  /** Where it is not the scene's own. */
  readonly width: number | undefined
  /** Makes the page look so, whatever it looked like before. */
  put(page: Page, scene: Scene): Promise<void>
}

/** Each way. */
export const looks: readonly Look[] = [
  look('light', { scheme: 'light' }),
  look('dark', { scheme: 'dark' }),
  look('narrow', { scheme: 'light' }, NARROW),
  look('forced', { scheme: 'dark', forced: true }),
]

function look(name: string, wishes: { readonly scheme: Look['scheme']; readonly forced?: true }, width?: number): Look {
  return {
    name,
    scheme: wishes.scheme,
    width,
    put: async (page, { size = TAB }) => {
      await page.emulateColours?.(wishes)
      await page.setViewport(width ?? size[0], size[1])
    },
  }
}
