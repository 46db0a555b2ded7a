/** After a guest's link was copied: the window with the other ways to hand it out. @module */
import { i18n } from '#i18n'
import type { Problem } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'

interface MoreWaysProps {
  /** The invitation's, where there is one. */
  readonly id: string | undefined
  onFailure(problem: Problem): void
}

/** A button; nothing where nothing was copied for a guest. */
export function MoreWays({ id, onFailure }: MoreWaysProps) {
  if (id === undefined) return null

  async function open(invitationId: string) {
    const problem = problemIn(await ask('invitation.open', { id: invitationId }))
    if (problem !== undefined) onFailure(problem)
    else if (!document.documentElement.classList.contains('in-tab')) window.close()
  }

  return (
    <button type="button" class="button button-small more-ways" onClick={() => void open(id)}>
      {i18n.t('invitation.more')}
    </button>
  )
}
