/** Where in the settings something can be put right. @module */
import type { DeskView, Problem } from '../../desk/views.ts'

/** Where in the settings a problem of a shortcut can be put right: the hash of a form, at the field. */
export function placeOf(
  { form, field = '' }: Problem,
  shortcutId: string,
  shortcuts: DeskView['shortcuts'],
): string | undefined {
  const shortcut = shortcuts.find(({ id }) => id === shortcutId)
  if (form === 'me') return `#me/${field}`
  if (form === 'account' && shortcut !== undefined) return `#accounts/${shortcut.accountId}/${field}`
  if (form === 'target' && shortcut?.targetId !== undefined) return `#targets/${shortcut.targetId}/${field}`
  return undefined
}
