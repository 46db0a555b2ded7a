/** What can be done with targets that match what was typed: asked of the desk, the last question counting. @module */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import type { PopupEntry } from '../../desk/popup-views.ts'
import type { Payload } from '../../messages.ts'
import { ask } from '../../ui/ask.ts'

/** A single letter finds too much to be of use. */
const LEAST_LETTERS = 2

/** The lines for what is typed now; those of before stay until the answer comes. */
export function useFoundTargets(
  typed: Signal<string>,
  shown: Omit<Payload<'popup.findTargets'>, 'query'>,
): Signal<readonly PopupEntry[]> {
  const found = useSignal<readonly PopupEntry[]>([])
  useSignalEffect(() => {
    const query = typed.value.trim()
    if (query.length < LEAST_LETTERS) {
      found.value = []
      return
    }
    let isLast = true
    void ask('popup.findTargets', { query, ...shown }).then((entries) => {
      if (isLast) found.value = entries ?? []
    })
    return () => {
      isLast = false
    }
  })
  return found
}
