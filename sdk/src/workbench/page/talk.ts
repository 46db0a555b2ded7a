/** What the page asks its server. @module */
import type { Answer, BenchState, Question } from '../messages.ts'

/** The plugin, the checks, and what is wrong. */
export async function askState(): Promise<BenchState> {
  const response = await fetch('state')
  if (!response.ok) throw new Error(`The workbench answered ${response.status}.`)
  return response.json()
}

/** Puts a question to the plugin. */
export async function ask(question: Question): Promise<Answer> {
  const response = await fetch('ask', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  })
  if (response.ok) return response.json()
  return { kind: 'stuck', message: `The workbench answered ${response.status}.` }
}

/** Calls back whenever the plugin or its checks are others, and when the workbench goes or comes. */
export function onChange(changed: () => void, connected: (isConnected: boolean) => void): void {
  const events = new EventSource('events')
  events.addEventListener('message', changed)
  events.addEventListener('open', () => connected(true))
  events.addEventListener('error', () => connected(false))
}
