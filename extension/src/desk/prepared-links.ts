/** App links that were made before their window was open: in memory alone, and given out once. @module */
import type { AppOutcome } from '@joinery/sdk'

const links = new Map<number, AppOutcome>()

/** Keeps a link for a window. */
export function prepareLink(windowId: number, outcome: AppOutcome): void {
  links.set(windowId, outcome)
}

/** The link for a window; a background that was stopped meanwhile has lost it. */
export function takePreparedLink(windowId: number): AppOutcome | undefined {
  const link = links.get(windowId)
  links.delete(windowId)
  return link
}
