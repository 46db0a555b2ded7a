/** What can be done with targets that match what was typed: asked of the desk, the last question counting. @module */
import { type Signal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { PopupEntry } from '../../desk/popup-views.ts'
import type { Payload } from '../../messages.ts'
import { ask } from '../../ui/ask.ts'

/** A single letter finds too much to be of use. */
const LEAST_LETTERS = 2

/** The lines that were found, and the search for others. */
export interface FoundTargets {
  readonly found: Signal<readonly PopupEntry[]>
  /** Looks for what is typed now; the lines of before stay until the answer comes. */
  find(typed: string): void
}

/** Finds targets for what the popup shows. */
export function useFoundTargets(shown: Omit<Payload<'popup.findTargets'>, 'query'>): FoundTargets {
  const found = useSignal<readonly PopupEntry[]>([])
  const asked = useRef(0)
  async function find(typed: string) {
    asked.current += 1
    const own = asked.current
    const query = typed.trim()
    const entries = query.length < LEAST_LETTERS ? [] : await ask('popup.findTargets', { query, ...shown })
    if (own === asked.current) found.value = entries ?? []
  }
  return { found, find: (typed) => void find(typed) }
}
