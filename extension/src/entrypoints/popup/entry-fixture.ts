/** Lines of the popup for tests. @module */
import type { PopupEntry } from '../../desk/popup-views.ts'

/** A line of that name; what is not given is as plain as can be. */
export function entryOf(name: string, given: Partial<PopupEntry> = {}): PopupEntry {
  return {
    ...{ id: name, name, account: 'Acme · omNovia', icon: 'join', for: 'me', lacking: [], terms: [] },
    way: { shortcutId: name },
    ...given,
  }
}
