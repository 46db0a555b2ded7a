/** An icon's colour, where the user chose one. @module */
import { cssColour, type ShortcutColour } from '../shortcut-colours.ts'

/** As a style; nothing where the icon is to have the colour that all have. */
export function iconColour(colour: ShortcutColour | undefined): { readonly color: string } | undefined {
  return colour === undefined ? undefined : { color: cssColour(colour) }
}
