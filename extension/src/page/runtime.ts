/**
 * The little that a page needs of the browser, as Chromium and Firefox have it alike: the polyfill would weigh more than
 * a fifth of the whole content script.
 *
 * @module
 */
import type { Answer, MessageName, Payload } from '../messages.ts'

type Listener = (message: unknown, sender: unknown, answer: (value: unknown) => void) => undefined

interface Runtime {
  readonly id?: string
  sendMessage(message: unknown): Promise<unknown>
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void }
}

type Holder = { readonly runtime?: Runtime } | undefined

// Asked anew each time: what belongs to an extension that was updated is gone from one moment to the next.
function runtime(): Runtime | undefined {
  const world = globalThis as { readonly browser?: Holder; readonly chrome?: Holder }
  return (world.browser ?? world.chrome)?.runtime
}

/** Whether the extension is still there. */
export function isAlive(): boolean {
  return runtime()?.id !== undefined
}

/** What the background's polyfill says in Chromium where its handler failed. */
const FAILED = '__mozWebExtensionPolyfillReject__'

/**
 * Sends a message to the background and returns its answer.
 *
 * @throws Error where the extension was updated or removed under the page, or could not answer.
 */
export async function send<Name extends MessageName>(message: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  const answer = await runtime()?.sendMessage({ message, payload })
  if (!isAlive() || Object.hasOwn(Object(answer), FAILED)) throw new Error('The background did not answer.')
  return answer as Answer<Name>
}

/** Listens to the background until the signal aborts; what the listener returns is the answer, nothing is none. */
export function listen(listener: (message: unknown) => unknown, signal: AbortSignal): void {
  const hear: Listener = (message, _sender, answer) => {
    const value = listener(message)
    if (value !== undefined) answer(value)
    return undefined
  }
  runtime()?.onMessage.addListener(hear)
  signal.addEventListener('abort', () => runtime()?.onMessage.removeListener(hear))
}
