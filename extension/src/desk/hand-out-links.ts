/** Links that an action gave for somebody else: copied, or shown in the window that has more ways. @module */
import type { LinksOutcome } from '@joinery/sdk'
import { i18n } from '#i18n'
import { invitationWithLink } from './invitation.ts'
import { withTexts } from './invitation-texts.ts'
import { openInvitationWindow } from './invitation-window.ts'
import { keepInvitation } from './kept-invitations.ts'
import { launch, type Place } from './launch.ts'
import type { PersonView, RunReply } from './views.ts'

/** Whom the links are for, and by which way they go. */
export interface HandingOut {
  readonly title: string
  readonly guest: PersonView
  readonly me: PersonView
  readonly place: Place
  readonly opensWindow: boolean
}

/** Hands them out; what may not be shown, or is for nobody else, is copied and no more. */
export async function handOutLinks(
  outcome: LinksOutcome,
  { title, guest, me, place, opensWindow }: HandingOut,
): Promise<RunReply> {
  const invitation = invitationWithLink(outcome, title, guest, me)
  if (invitation !== undefined && opensWindow) {
    await openInvitationWindow(await withTexts(invitation, me))
    return { ok: true, text: i18n.t('run.invitationReady'), opened: true }
  }
  const text = await launch(outcome, title, place, me)
  const more = invitation === undefined ? {} : { invitationId: keepInvitation(invitation, me) }
  return { ok: true, text, opened: false, ...more }
}
