/** Finds lines of the popup by what is typed. @module */
import type { PopupEntry } from '../../desk/popup-views.ts'

const MARKS = /\p{M}/gu

/** Those whose name, account or target has every typed word in it, whatever the order, the case and the accents. */
export function findEntries(entries: readonly PopupEntry[], typed: string): readonly PopupEntry[] {
  const words = plain(typed).split(/\s+/)
  return entries.filter(({ name, account, terms }) => {
    const text = plain([name, account, ...terms].join(' '))
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase()
}
