/** What the page asks its server. @module */
import type { Answer, BenchState, Question } from '../messages.ts'

/** The plugin, the checks, and what is wrong. */
export async function askState(): Promise<BenchState> {
  const response = await fetch('state')
  if (!response.ok) throw new Error(`The workbench answered ${response.status}.`)
  return response.json()
}

/** Puts a question to the plugin; where the signal aborts, the plugin is stopped. */
export async function ask(question: Question, signal?: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch('ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      ...(signal && { signal }),
    })
    if (response.ok) return await response.json()
    return { kind: 'stuck', message: `The workbench answered ${response.status}.` }
  } catch (error) {
    if (signal?.aborted)
      return { kind: 'stuck', message: 'It was stopped; what it had asked the server for may be done.' }
    throw error
  }
}

/** Calls back whenever the plugin or its checks are others, and when the workbench goes or comes. */
export function onChange(changed: () => void, connected: (isConnected: boolean) => void): void {
  const events = new EventSource('events')
  events.addEventListener('message', changed)
  events.addEventListener('open', () => connected(true))
  events.addEventListener('error', () => connected(false))
}
