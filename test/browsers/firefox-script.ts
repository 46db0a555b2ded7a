/** Script in a page of Firefox. @module */

import type { Bidi } from './bidi.ts'
import { readResult } from './page-scripts.ts'

/** Where script runs: without a sandbox, in the page's own world. */
export interface Target {
  readonly context: string
  readonly sandbox?: string
}

/** A world apart, where what a page did to its own DOM functions does not count. */
export const SANDBOX = 'joinery-test'

/** A node that Firefox holds for us. */
export interface Handle {
  readonly sharedId: string
}

/** A value as WebDriver BiDi writes it; only what is read here. */
export interface RemoteValue {
  readonly type: string
  readonly sharedId?: string
  readonly value?: unknown
}

interface Answer {
  readonly type: 'success' | 'exception'
  readonly result?: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

/** Evaluates an expression whose result is JSON or nothing. */
export async function runInFirefox<Result>(bidi: Bidi, target: Target, expression: string): Promise<Result> {
  return readResult<Result>((await callInFirefox(bidi, target, `() => ${expression}`)).value)
}

/** Calls a function with nodes, and gives its result as the protocol has it. */
export async function callInFirefox(
  bidi: Bidi,
  target: Target,
  functionDeclaration: string,
  nodes: readonly Handle[] = [],
): Promise<RemoteValue> {
  const answer = await bidi.send<Answer>('script.callFunction', {
    functionDeclaration,
    target,
    arguments: nodes.map(({ sharedId }) => ({ sharedId })),
    awaitPromise: true,
    // Closed roots are given too, and no node's children: the handles are enough.
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  })
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'The script failed.')
  return answer.result ?? { type: 'undefined' }
}

/** Evaluates an expression about a `node`; its result is JSON. */
export async function askNode<Result>(bidi: Bidi, target: Target, { sharedId }: Handle, body: string): Promise<Result> {
  const declaration = `async (node) => JSON.stringify(await ${body})`
  return readResult<Result>((await callInFirefox(bidi, target, declaration, [{ sharedId }])).value)
}
