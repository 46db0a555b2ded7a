/** Finds shortcuts by what is typed. @module */
import type { PopupShortcut } from '../../desk/views.ts'

const MARKS = /\p{M}/gu

/** The shortcuts whose name or account has every typed word in it, whatever the case and the accents. */
export function findShortcuts(shortcuts: readonly PopupShortcut[], typed: string): readonly PopupShortcut[] {
  const words = plain(typed).split(/\s+/)
  return shortcuts.filter(({ name, account }) => {
    const text = plain(`${name} ${account}`)
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase()
}
