/** Finds lines of the popup by what is typed. @module */
import type { PopupEntry } from '../../desk/popup-views.ts'
import { fold } from '../../vault/fold.ts'

/** Those whose name, account or target has every typed word in it, whatever the order, the case and the accents. */
export function findEntries(entries: readonly PopupEntry[], typed: string): readonly PopupEntry[] {
  const words = fold(typed).split(' ')
  return entries.filter(({ name, account, terms }) => {
    const text = fold([name, account, ...terms].join(' '))
    return words.every((word) => text.includes(word))
  })
}
