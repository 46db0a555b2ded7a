/** Lets a worker of Chromium stand still at a place of its code, by the debugger of the DevTools protocol. @module */

import type { CDPSession } from 'playwright-core'
import type { Halt, Place } from './session.ts'

const AWAIT = /\bawait\b/g

interface Location {
  readonly scriptId: string
  readonly lineNumber: number
  readonly columnNumber: number
}

interface CallFrame {
  readonly location: Location
}

/** What is read of the worker's messages; each answer and event has some of it. */
interface Received {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly params?: { readonly scriptId?: string; readonly url?: string; readonly callFrames?: readonly CallFrame[] }
  readonly result?: { readonly scriptSource?: string }
}

/** A way to the debugger of one worker. */
interface Debugging {
  send(method: string, params?: object): Promise<NonNullable<Received['result']>>
  listen(listener: (event: Received) => void): void
  end(): Promise<void>
}

/**
 * From now on the worker stops when it comes to an `await` for the `count`th time, before it does what is awaited; where
 * places are given, only those count.
 */
export async function haltAtAwait(
  browser: CDPSession,
  targetId: string,
  count: number,
  among?: readonly Place[],
): Promise<Halt> {
  const debugging = await attach(browser, targetId)
  const scripts = new Map<string, string>()
  const passed: Place[] = []
  const reached = new Promise<void>((resolve) => {
    debugging.listen(({ method, params = {} }) => {
      const { scriptId, url = '', callFrames: [frame] = [] } = params
      if (method === 'Debugger.scriptParsed' && scriptId !== undefined) scripts.set(scriptId, url)
      if (method !== 'Debugger.paused' || frame === undefined) return
      const { scriptId: pausedIn, lineNumber, columnNumber } = frame.location
      passed.push({ url: scripts.get(pausedIn) ?? '', lineNumber, columnNumber })
      if (passed.length === count) resolve()
      // A worker that is ended while it stands still may say so once more.
      if (passed.length < count) void debugging.send('Debugger.resume').catch(() => {})
    })
  })
  await debugging.send('Debugger.enable')
  if (among === undefined) {
    const places = await Promise.all([...scripts.keys()].map((scriptId) => awaitsIn(debugging, scriptId)))
    await Promise.all(places.flat().map((location) => debugging.send('Debugger.setBreakpoint', { location })))
  } else {
    const places = new Map(among.map((place) => [JSON.stringify(place), place]))
    await Promise.all([...places.values()].map((place) => debugging.send('Debugger.setBreakpointByUrl', place)))
  }
  return {
    reached,
    passed,
    async release() {
      // One that stands still goes on; one that was ended meanwhile does not answer.
      void debugging.send('Debugger.disable').catch(() => {})
      await debugging.end()
    },
  }
}

async function awaitsIn(debugging: Debugging, scriptId: string): Promise<readonly Location[]> {
  const { scriptSource = '' } = await debugging.send('Debugger.getScriptSource', { scriptId })
  return scriptSource
    .split('\n')
    .flatMap((line, lineNumber) =>
      [...line.matchAll(AWAIT)].map(({ index }) => ({ scriptId, lineNumber, columnNumber: index })),
    )
}

async function attach(browser: CDPSession, targetId: string): Promise<Debugging> {
  // Playwright routes no session within a session, so the messages go as texts.
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })
  const pending = new Map<number, (answer: Received) => void>()
  const listeners: ((event: Received) => void)[] = []
  let lastId = 0
  const receive = ({ sessionId: from, message }: { readonly sessionId: string; readonly message: string }): void => {
    if (from !== sessionId) return
    const received: Received = JSON.parse(message)
    if (received.id === undefined) for (const listener of listeners) listener(received)
    else pending.get(received.id)?.(received)
  }
  browser.on('Target.receivedMessageFromTarget', receive)
  browser.on('Target.detachedFromTarget', function forget({ sessionId: gone }) {
    if (gone !== sessionId) return
    browser.off('Target.receivedMessageFromTarget', receive)
    browser.off('Target.detachedFromTarget', forget)
  })
  return {
    async send(method, params = {}) {
      lastId += 1
      const id = lastId
      const answer = new Promise<Received>((resolve) => pending.set(id, resolve))
      await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
      const { error, result = {} } = await answer
      pending.delete(id)
      if (error !== undefined) throw new Error(`${method}: ${error.message}`)
      return result
    },
    listen: (listener) => void listeners.push(listener),
    end: async () => void (await browser.send('Target.detachFromTarget', { sessionId })),
  }
}
