/** What the desk holds, as the options page last read it. @module */
import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { DeskView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import type { Notice } from '../../ui/message.tsx'

/** The desk; `undefined` until it was read, `failed` where the background did not answer. */
export const desk = signal<DeskView | 'failed' | undefined>(undefined)

/** What the page says last, at its top. */
export const notice = signal<Notice | undefined>(undefined)

/** Reads the desk anew. What was read before stays where the background does not answer. */
export async function refreshDesk(): Promise<DeskView | undefined> {
  const read = await ask('desk.read', {})
  if (read !== undefined) desk.value = read
  else if (desk.value === undefined) desk.value = 'failed'
  return read
}

/** Reads the desk now, and whenever grants changed or the user comes back to the page. */
export function keepDeskFresh(): void {
  const refresh = () => void refreshDesk()
  refresh()
  browser.permissions.onAdded.addListener(refresh)
  browser.permissions.onRemoved.addListener(refresh)
  addEventListener('focus', refresh)
}
