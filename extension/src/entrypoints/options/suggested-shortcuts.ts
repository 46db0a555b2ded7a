/** Shortcuts that are made along with a target, and the names they get. @module */
import { inUserLanguage } from '../../desk/problem.ts'
import { suggestedShortcutName } from '../../desk/shortcut-name.ts'
import type { TargetView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import type { OfferedAction } from '../../ui/offered-actions.ts'

/** The name of a shortcut to a target, such as "Join Lobby". */
export function suggestedName({ action }: OfferedAction, targetLabel: string): string {
  return suggestedShortcutName(inUserLanguage(action.label), targetLabel)
}

/** Makes a shortcut for each action; whether all were made. */
export async function makeShortcuts(target: TargetView, actions: readonly OfferedAction[]): Promise<boolean> {
  for (const offered of actions) {
    const reply = await ask('desk.saveShortcut', {
      name: suggestedName(offered, target.label),
      accountId: target.accountId,
      action: offered.name,
      targetId: target.id,
      inPage: true,
    })
    if (problemIn(reply) !== undefined) return false
  }
  return true
}
