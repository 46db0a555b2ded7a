/** Opens a link in a popup window by a page of ours. @module */
import type { HeldLink } from '../../desk/launch-page.ts'

/**
 * Whether it opened. An empty window comes first: with `noopener` the browser does not tell whether it blocked it, and
 * without, the vendor's page would have a hold on this one.
 */
export function openPopup({ url, width, height }: HeldLink): boolean {
  const opened = window.open('about:blank', '_blank', `popup,width=${width},height=${height}`)
  if (opened === null) return false
  opened.opener = null
  opened.location.replace(url)
  return true
}
