/** A client of WebDriver BiDi, small enough to do what libraries refuse: extension pages and privileged script. @module */

import { within } from './wait.ts'

/** An event that the browser sent. */
export interface BidiEvent {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
}

/** One connection to a browser. */
export interface Bidi {
  send<Result = Readonly<Record<string, unknown>>>(
    method: string,
    params?: object,
    milliseconds?: number,
  ): Promise<Result>
  /** Calls back for each event until the returned function is called. */
  listen(listener: (event: BidiEvent) => void): () => void
  close(): void
}

/** What the browser answered to a command that it refused. */
export class BidiError extends Error {
  override readonly name = 'BidiError'
  /** The protocol's word, as `no such node`. */
  readonly code: string

  constructor(method: string, code: string, message: string) {
    super(`${method}: ${code}: ${message}`)
    this.code = code
  }
}

interface Pending {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

type Received =
  | { readonly type: 'success'; readonly id: number; readonly result: unknown }
  | { readonly type: 'error'; readonly id: number | null; readonly error: string; readonly message: string }
  | ({ readonly type: 'event' } & BidiEvent)

const COMMAND_LIMIT_MILLISECONDS = 30_000

/** Connects to the address that the browser printed. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address)
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: BidiEvent) => void>()
  let lastId = 0

  socket.addEventListener('message', (message) => {
    const received: Received = JSON.parse(String(message.data))
    if (received.type === 'event') {
      for (const listener of listeners) listener(received)
      return
    }
    const asked = received.id === null ? undefined : pending.get(received.id)
    if (asked === undefined || received.id === null) return
    pending.delete(received.id)
    if (received.type === 'success') asked.resolve(received.result)
    else asked.reject(new BidiError(asked.method, received.error, received.message))
  })
  socket.addEventListener('close', () => {
    for (const { method, reject } of pending.values()) reject(new BidiError(method, 'closed', 'The browser is gone.'))
    pending.clear()
  })
  await within('the connection to the browser', COMMAND_LIMIT_MILLISECONDS, opened(socket))

  return {
    async send<Result>(method: string, params: object = {}, milliseconds = COMMAND_LIMIT_MILLISECONDS) {
      if (socket.readyState !== WebSocket.OPEN) throw new BidiError(method, 'closed', 'The browser is gone.')
      lastId += 1
      const id = lastId
      const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { method, resolve, reject }))
      socket.send(JSON.stringify({ id, method, params }))
      return (await within(method, milliseconds, answer).finally(() => pending.delete(id))) as Result
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => socket.close(),
  }
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No connection to ${socket.url}.`)), { once: true })
  })
}
