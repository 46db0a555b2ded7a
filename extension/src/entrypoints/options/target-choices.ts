/** The targets that a shortcut may lead to. @module */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TargetLine, TargetLines } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'

const SHOWN = 200
const none: TargetLines = { targets: [], more: false }

/** Targets to choose from; until they were read for this account, nothing can be said of what was chosen before. */
export interface TargetChoices extends TargetLines {
  readonly isRead: boolean
}

/** An account's targets, as far as they fit into a choice, by what was typed; the chosen one is always among them. */
export function useTargetChoices(accountId: string, chosenId: string, query: string): TargetChoices {
  const found = useSignal<TargetLines & { readonly accountId?: string }>(none)
  useEffect(() => {
    let isCurrent = true
    void choices(accountId, chosenId, query).then((lines) => {
      if (isCurrent) found.value = { ...lines, accountId }
    })
    return () => {
      isCurrent = false
    }
  }, [accountId, chosenId, query])
  const { targets, more, accountId: readFor } = found.value
  return { targets, more, isRead: readFor === accountId }
}

async function choices(accountId: string, chosenId: string, query: string): Promise<TargetLines> {
  if (accountId === '') return none
  const lines = (await ask('desk.findTargets', { query, accountId, limit: SHOWN })) ?? none
  if (chosenId === '' || lines.targets.some(({ id }) => id === chosenId)) return lines
  const chosen = await ask('desk.readTarget', { id: chosenId })
  const first: readonly TargetLine[] = chosen?.accountId === accountId ? [chosen] : []
  return { ...lines, targets: [...first, ...lines.targets] }
}
