/** What tells vendors apart at a glance: a letter and a colour of ours, not their trademarks. @module */
import type { Plugin } from '@joinery/sdk'
import { COLOURS, cssColour, type ShortcutColour } from './shortcut-colours.ts'

/** A vendor's mark, as pages and our own pages draw it. */
export interface VendorMark {
  readonly letter: string
  /** CSS, for light surroundings and dark ones. */
  readonly colour: string
}

const known: { readonly [pluginId: string]: ShortcutColour } = {
  'com.omnovia': 'blue',
  'com.webinato': 'orange',
  'com.netviewer': 'green',
  'com.teamviewer.reach': 'violet',
  'org.bigbluebutton': 'pink',
  'org.jitsi': 'teal',
}

/** The mark of a plugin, the same each time. */
export function vendorMark({ id, name }: Pick<Plugin, 'id' | 'name'>): VendorMark {
  const called = typeof name === 'string' ? name : (Object.values(name)[0] ?? id)
  // The last word is the product, where the first is its maker.
  const [letter = '?'] = called.trim().split(/\s+/).at(-1) ?? ''
  return { letter: letter.toUpperCase(), colour: cssColour(known[id] ?? colourFor(id)) }
}

function colourFor(id: string): ShortcutColour {
  const sum = [...id].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7)
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0]
}
