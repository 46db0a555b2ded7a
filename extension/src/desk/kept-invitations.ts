/** Invitations whose links were copied, and which may be handed out in other ways yet; in the background's memory alone. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { withTexts } from './invitation-texts.ts'
import type { Invitation } from './invitation-views.ts'
import { openInvitationWindow } from './invitation-window.ts'
import type { PersonView } from './views.ts'

/** Nobody comes back to more. */
const MOST_KEPT = 5

interface Kept {
  readonly invitation: Invitation
  readonly me: PersonView
}

const kept = new Map<string, Kept>()

/** Keeps one, and gives what it is asked for by. */
export function keepInvitation(invitation: Invitation, me: PersonView): string {
  const id = crypto.randomUUID()
  kept.set(id, { invitation, me })
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
  return id
}

/**
 * Opens the window for one.
 *
 * @throws PluginError where it is not there any more.
 */
export async function openKeptInvitation(id: string): Promise<undefined> {
  const found = kept.get(id)
  if (found === undefined) throw new PluginError('not-applicable', i18n.t('invitation.lost'))
  await openInvitationWindow(await withTexts(found.invitation, found.me))
}

/** The vault was locked: nothing is kept. */
export function forgetKeptInvitations(): void {
  kept.clear()
}
