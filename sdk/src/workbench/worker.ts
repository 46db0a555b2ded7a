/** The thread that holds a plugin as its files are now: what it does here ends with it. @module */
import * as nodeModule from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { loadExamples, loadPlugin, loadWords } from '../command/load-plugin.ts'
import type { Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import { checkPlugin } from '../testing.ts'
import { evaluate, runTask } from './act.ts'
import { describePlugin } from './describe.ts'
import { maskOf } from './masking.ts'
import type { Answer, Question } from './messages.ts'
import { replyComplaint } from './replay.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-messages.ts'

const { name, folder, live } = workerData as WorkerData
/** Taken before the plugin is there, which is to have none. */
const network = globalThis.fetch
const files = new Set<string>()
let printed: string[] = []

/** Everything that is loaded here is noted, and what was looked for and not found: it may come. */
function noteFiles(): void {
  // Node before 22.15 has no such hooks; there, the plugin's own folder alone is watched.
  nodeModule.registerHooks?.({
    resolve(specifier, context, next) {
      try {
        const resolved = next(specifier, context)
        files.add(resolved.url)
        return resolved
      } catch (error) {
        if (specifier.startsWith('.')) files.add(new URL(specifier, context.parentURL).href)
        throw error
      }
    },
  })
}

/** What a plugin prints goes to the page, beside the action that printed it. */
function catchPrints(): void {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[method] = (...words: unknown[]) => void printed.push(format(...words))
  }
}

function takeLines(): readonly string[] {
  const lines = printed
  printed = []
  return lines
}

/** A plugin asks by its host, and by nothing else. */
function takeNetworkAway(): void {
  const refuse = () => Promise.reject(new TypeError('A plugin calls nobody but by host.fetch.'))
  Object.assign(globalThis, { fetch: refuse, WebSocket: undefined, EventSource: undefined })
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // What could not be loaded says so in its first line, and where in the stack of its cause.
  const cause = error.cause instanceof Error ? (error.cause.stack ?? '') : ''
  return [error.message, ...cause.split('\n').slice(0, 8)].filter((line) => line !== '').join('\n')
}

async function load(): Promise<{ readonly plugin: Plugin; readonly examples: readonly Example[] } | undefined> {
  try {
    const plugin = await loadPlugin(name, folder, 'sources')
    const { examples, exampleProblem } = await examplesOrNone()
    tell({ kind: 'loaded', description: describePlugin(plugin, examples, { live, exampleProblem }), files: [...files] })
    return { plugin, examples }
  } catch (error) {
    tell({ kind: 'failed', problem: maskOf([]).text(reasonOf(error)), files: [...files] })
    return undefined
  }
}

async function examplesOrNone() {
  try {
    return { examples: await loadExamples(name, folder, 'sources'), exampleProblem: undefined }
  } catch (error) {
    return { examples: [], exampleProblem: reasonOf(error) }
  }
}

async function answer(plugin: Plugin, question: Question): Promise<Answer> {
  const { kind, values } = question
  if (kind === 'evaluate') return { kind, actions: await evaluate(plugin, values, takeLines) }
  const { action, replies } = question
  const complaint = replies.map(replyComplaint).find((found) => found !== undefined)
  if (complaint !== undefined) return { kind: 'stuck', message: complaint }
  const given = { replies, network: live && question.live ? network : undefined }
  return { kind, state: await runTask(plugin, action, values, given, takeLines) }
}

async function serve(message: ToWorker, plugin: Plugin, examples: readonly Example[]): Promise<void> {
  if (message.kind === 'check') {
    const { checks } = await checkPlugin(plugin, examples, { words: loadWords(name, folder) })
    tell({ kind: 'checked', checks })
    return
  }
  tell({ kind: 'answer', id: message.id, answer: await answer(plugin, message.question) })
}

noteFiles()
catchPrints()
takeNetworkAway()
const loaded = await load()
if (loaded !== undefined) {
  parentPort?.on('message', (message: ToWorker) => void serve(message, loaded.plugin, loaded.examples))
}
