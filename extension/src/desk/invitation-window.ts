/** The window that hands an invitation out. Its links are in the background's memory and in that window, nowhere else. @module */
import { PluginError } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Invitation, InvitationView } from './invitation-views.ts'
import { openOwnWindow } from './own-window.ts'
import { problemOf } from './problem.ts'

const PAGE = '/invitation.html'
const SIZE = { width: 560, height: 620 }

const invitations = new Map<number, Invitation>()

/** Opens a window for it. */
export async function openInvitationWindow(invitation: Invitation): Promise<void> {
  await navigator.locks.request(PAGE, async () => {
    invitations.set(await openOwnWindow(PAGE, SIZE), invitation)
  })
}

/** What a window hands out, for its page alone; a background that was stopped meanwhile has lost it. */
export async function readInvitation(windowId: number | undefined, page: string | undefined): Promise<InvitationView> {
  const isItsPage = page === browser.runtime.getURL(PAGE)
  // Its page is there before the window's id is known.
  const invitation = await navigator.locks.request(PAGE, async () =>
    isItsPage && windowId !== undefined ? invitations.get(windowId) : undefined,
  )
  if (invitation !== undefined) return { ok: true, invitation }
  return { ok: false, problem: problemOf(new PluginError('not-applicable', i18n.t('invitation.lost'))) }
}

/** The user closed a window. */
export function forgetInvitation(windowId: number): void {
  invitations.delete(windowId)
}
