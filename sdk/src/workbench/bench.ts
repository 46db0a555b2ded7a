/** Holds the plugin as its files are: loads it into a worker, anew on every change, and puts questions to it. @module */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { folderOfPlugin } from '../command/load-plugin.ts'
import type { Answer, BenchState, Question } from './messages.ts'
import { type Watch, watchFolders } from './watch.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-messages.ts'

/** The plugin at hand, until it is disposed of. */
export interface Bench extends AsyncDisposable {
  state(): BenchState
  /** Where the signal aborts, the plugin is stopped in the middle of what it does, and loaded anew. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  /** Calls back whenever the state is another. */
  onChange(listener: () => void, signal: AbortSignal): void
}

/** A link is made at once; a task asks a server, and may ask it often. */
const LIMIT_MILLISECONDS = { evaluate: 5000, run: 120_000 } as const
/** Built, it is a module of another name. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/**
 * Loads a plugin and follows its files.
 *
 * @throws an error named `NotLoaded` where there is no such package.
 */
export async function openBench(about: WorkerData): Promise<Bench> {
  const packageFolder = folderOfPlugin(about.name, about.folder)
  const listeners = new Set<() => void>()
  let state: BenchState = { generation: 0 }
  let current: Thread | undefined
  let watch: Watch | undefined
  let loading = Promise.resolve()
  let closed = false

  const change = (next: BenchState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const load = async () => {
    if (closed) return
    const thread = startThread(about)
    const first = await thread.first
    watch?.folders([packageFolder, ...foldersOf('files' in first ? first.files : [])])
    const { description, checks } = state
    const generation = state.generation + 1
    if (first.kind === 'failed') {
      await thread.end()
      change({ generation, problem: first.problem, ...(description && { description }), ...(checks && { checks }) })
      return
    }
    await current?.end()
    current = thread
    change({ generation, description: first.description })
    void check(about).then((found) => {
      if (found !== undefined && state.generation === generation && !closed) change({ ...state, checks: found })
    })
  }
  const reload = () => {
    loading = loading.then(load)
    return loading
  }

  watch = watchFolders(() => void reload())
  await reload()
  return {
    state: () => state,
    async ask(question, signal) {
      await loading
      if (current === undefined) return { kind: 'stuck', message: state.problem ?? 'There is no plugin.' }
      const asked = current
      const answer = await asked.ask(question, signal)
      if (answer !== undefined) return answer
      // It stands still, was stopped, or ended: the next question finds the plugin as its files are.
      await asked.end()
      if (current === asked) {
        current = undefined
        await reload()
      }
      return { kind: 'stuck', message: 'The plugin did not answer: it ran for too long, or ended its thread.' }
    },
    onChange(listener, signal) {
      listeners.add(listener)
      signal.addEventListener('abort', () => void listeners.delete(listener))
    },
    async [Symbol.asyncDispose]() {
      closed = true
      watch?.end()
      await loading
      await current?.end()
    },
  }
}

/** The folders of files that are the author's: what is installed does not change. */
function foldersOf(files: readonly string[]): readonly string[] {
  const own = files.filter((file) => file.startsWith('file:') && !file.includes('/node_modules/'))
  return [...new Set(own.map((file) => fileURLToPath(new URL('.', file))))]
}

type First = Extract<FromWorker, { kind: 'loaded' | 'failed' }>

interface Thread {
  readonly first: Promise<First>
  /** `undefined` where no answer comes in time, or nobody waits for it any more. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer | undefined>
  readonly checks: Promise<BenchState['checks']>
  send(message: ToWorker): void
  end(): Promise<void>
}

function startThread(about: WorkerData): Thread {
  // Its output is caught within; what is left of it is for nobody's terminal.
  const worker = new Worker(WORKER, { workerData: about, execArgv: [], stdout: true, stderr: true })
  const first = Promise.withResolvers<First>()
  const checked = Promise.withResolvers<BenchState['checks']>()
  const asked = new Map<number, (answer: Answer | undefined) => void>()
  let count = 0
  const giveUp = (problem: string) => {
    first.resolve({ kind: 'failed', problem, files: [] })
    checked.resolve(undefined)
    for (const answer of asked.values()) answer(undefined)
    asked.clear()
  }
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'checked') checked.resolve(message.checks)
    else if (message.kind !== 'answer') first.resolve(message)
    else {
      asked.get(message.id)?.(message.answer)
      asked.delete(message.id)
    }
  })
  worker.on('error', (error) => giveUp(error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => giveUp('The plugin ended its thread while it was loaded.'))
  return {
    first: first.promise,
    checks: checked.promise,
    send: (message) => worker.postMessage(message),
    ask(question, signal) {
      const id = count++
      const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
      const timer = setTimeout(() => resolve(undefined), LIMIT_MILLISECONDS[question.kind])
      if (signal?.aborted) resolve(undefined)
      signal?.addEventListener('abort', () => resolve(undefined), { once: true })
      asked.set(id, resolve)
      worker.postMessage({ kind: 'ask', id, question } satisfies ToWorker)
      return promise.finally(() => clearTimeout(timer))
    },
    async end() {
      await worker.terminate()
    },
  }
}

/** Makes the checks in a thread of their own: they take clock and network away while they run. */
async function check(about: WorkerData): Promise<BenchState['checks']> {
  const thread = startThread(about)
  if ((await thread.first).kind === 'loaded') thread.send({ kind: 'check' })
  const checks = await thread.checks
  await thread.end()
  return checks
}
