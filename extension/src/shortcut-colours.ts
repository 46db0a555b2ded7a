/** The colours that a shortcut's icon may have, in pages and in our own: told apart on white and on dark, by name as well. @module */

const colours = {
  teal: 'light-dark(#0b6e74, #63c9c0)',
  blue: 'light-dark(#1a5fb4, #7db4ff)',
  violet: 'light-dark(#6d3fc4, #b79cff)',
  pink: 'light-dark(#b0307d, #f48cc6)',
  red: 'light-dark(#b3261e, #ff9a91)',
  orange: 'light-dark(#9a5400, #f0b35a)',
  green: 'light-dark(#17693a, #7fd6a0)',
  grey: 'light-dark(#566264, #a6b1b2)',
} as const

/** A colour's name. */
export type ShortcutColour = keyof typeof colours

/** All names, the first for what nobody chose a colour for. */
export const COLOURS = Object.keys(colours) as readonly string[] as readonly [ShortcutColour, ...ShortcutColour[]]

/** The colour as CSS has it, for light surroundings and dark ones. */
export function cssColour(name: ShortcutColour): string {
  return colours[name]
}

/** Whether there is a colour of this name. */
export function isColour(name: unknown): name is ShortcutColour {
  return typeof name === 'string' && Object.hasOwn(colours, name)
}
