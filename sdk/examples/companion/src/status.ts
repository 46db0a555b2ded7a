/** What Joinery says of this extension, kept for its page. @module */
import type { CompanionOptions, CompanionRuntime } from '@joinery/sdk/companion'

interface Storage {
  get(name: string): Promise<{ readonly [name: string]: unknown }>
  set(values: { readonly [name: string]: unknown }): Promise<void>
}

interface Runtime extends CompanionRuntime {
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: object, reply: () => void) => unknown): void
  }
}

declare const chrome: { readonly runtime: Runtime; readonly storage: { readonly session: Storage } }

/** What both browsers call `chrome.runtime`. */
export const runtime: Runtime = chrome.runtime

const KEY = 'state'

/** Notes what a host said. Of those that are not installed the others say more. */
export const noteState: NonNullable<CompanionOptions['onState']> = (state, _host, detail) => {
  if (state !== 'absent') void chrome.storage.session.set({ [KEY]: { state, detail } })
}

/** What a host said last. */
export async function lastState(): Promise<{ readonly state?: string; readonly detail?: string }> {
  return ((await chrome.storage.session.get(KEY))[KEY] ?? {}) as { readonly state?: string; readonly detail?: string }
}

/** Announces anew where this extension's own page asks for it, and answers when that is done. */
export function whenAsked(announce: () => Promise<void>): void {
  runtime.onMessage.addListener((message, _sender, reply) => {
    if (message !== 'announce') return undefined
    void announce().then(reply)
    return true
  })
}
