/** Opens a draft in whatever the user writes mail with. @module */
import { openAppLink } from './open-app-link.ts'

/** Opens it; this page stays where it is. */
export function openMail(url: string): void {
  // Firefox gives what a frame opens to a program, or to a mail page in a tab of its own.
  if (import.meta.env.FIREFOX) {
    openAppLink(url)
    return
  }
  // Chromium would leave this page for a mail page that the user registered. A tab that only starts a program is closed
  // by the browser itself.
  window.open(url, '_blank', 'noopener')
}
