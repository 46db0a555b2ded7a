/** A real CRM from Debian's packages, on loopback, with people in it. @module */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { endProcessGroup, keepProcessGroup, removeTemporaryFolder } from '../browsers/temporary.ts'
import { until } from '../browsers/wait.ts'

/** Somebody in the CRM. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly company: string
}

/** A running CRM. */
export interface RealCrm {
  readonly origin: string
  readonly login: { readonly user: string; readonly password: string }
  close(): Promise<void>
}

/** Names with what goes wrong most: letters beyond ASCII, apostrophes, markup. */
export const people: readonly Person[] = [
  { name: 'Mara Lindqvist', email: 'mara@lindqvist.example', phone: '+46 8 555 0134', company: 'Lindqvist Verktyg AB' },
  { name: 'Sean O’Neill', email: 'sean@oneill.example', phone: '+353 1 555 0177', company: 'O’Neill & Sons <Ltd>' },
]

const SETUP_MILLISECONDS = 120_000
const run = promisify(execFile)

/** Runs one step of the set-up to its end; what it printed is in the error where it fails. */
export async function step(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const options = { env: { ...process.env, ...environment }, timeout: SETUP_MILLISECONDS }
  const running = run(command, parameters, options)
  // None of them has a question that anybody would answer.
  running.child.stdin?.end()
  await running
}

/** Starts the server in a process group of its own, and waits until it answers. */
export async function serve(
  folder: string,
  origin: string,
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Pick<RealCrm, 'origin' | 'close'>> {
  const env = { ...process.env, ...environment }
  const server = spawn(command, parameters, { env, stdio: 'ignore', detached: true })
  const leader = await startedAs(server)
  keepProcessGroup(leader)
  const close = async () => {
    endProcessGroup(leader)
    await removeTemporaryFolder(folder)
  }
  try {
    await until(`an answer of ${origin}`, async () => (await fetch(origin)).ok, { milliseconds: 60_000 })
    return { origin, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A port that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function startedAs(server: ChildProcess): Promise<number> {
  await once(server, 'spawn')
  if (server.pid === undefined) throw new Error('The server has no process.')
  return server.pid
}
