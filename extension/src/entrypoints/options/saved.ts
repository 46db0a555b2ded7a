/** What happens after something was saved. @module */
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { notice, refreshDesk } from './desk.ts'
import { goTo, type Section } from './route.ts'

/** Reads the desk anew, goes back to the section's list and says that it is done. */
export async function returnSaved(section: Section, text = i18n.t('ui.saved')): Promise<DeskView | undefined> {
  const read = await refreshDesk()
  notice.value = { tone: 'done', text }
  goTo(section)
  return read
}

/** Names the version that a form was opened with, so that no other window's change is overwritten unseen. */
export function storedVersion(item: { readonly id: string; readonly revision: number } | undefined) {
  return item === undefined ? {} : { stored: { id: item.id, revision: item.revision } }
}
