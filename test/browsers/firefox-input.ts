/** Real input in Firefox, and the elements that it goes to. @module */

import type { Bidi } from './bidi.ts'
import { pressKey } from './firefox-keys.ts'
import { askNode, callInFirefox, SANDBOX } from './firefox-script.ts'
import { findElement, type NotYet } from './page-fields.ts'
import { until } from './wait.ts'

type PointerStep = 'pointerDown' | 'pointerUp'

const ACTIVATION_MILLISECONDS = 1000

/** Brings a tab and its window to the front, where a person's input would go. */
export async function activate(bidi: Bidi, context: string): Promise<void> {
  // Firefox fails where the tab that was in front closes meanwhile.
  const ask = async () => ({ done: await bidi.send('browsingContext.activate', { context }) })
  await until('the tab in front', ask, { milliseconds: ACTIVATION_MILLISECONDS })
}

/** Moves the mouse to a point of the viewport, and presses or releases it there. */
export async function point(
  bidi: Bidi,
  context: string,
  x: number,
  y: number,
  steps: readonly PointerStep[] = [],
): Promise<void> {
  await activate(bidi, context)
  const move = { type: 'pointerMove', x: Math.floor(x), y: Math.floor(y), duration: 0 }
  await moveMouse(bidi, context, [move, ...steps.map((type) => ({ type, button: 0 }))])
}

/** Presses and releases the mouse where it was left. */
export async function clickHere(bidi: Bidi, context: string): Promise<void> {
  const steps: readonly PointerStep[] = ['pointerDown', 'pointerUp']
  await moveMouse(
    bidi,
    context,
    steps.map((type) => ({ type, button: 0 })),
  )
}

async function moveMouse(bidi: Bidi, context: string, actions: readonly object[]): Promise<void> {
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
  await bidi.send('input.performActions', { context, actions: [mouse] })
}

export async function press(bidi: Bidi, context: string, key: string): Promise<void> {
  const keyboard = { type: 'key', id: 'keyboard', actions: pressKey(key) }
  await activate(bidi, context)
  await bidi.send('input.performActions', { context, actions: [keyboard] })
}

/**
 * Evaluates a call with the `node` that the selector finds.
 *
 * @throws Error where there is no such node, or the answer says that it is not ready.
 */
export async function askElement<Result>(bidi: Bidi, context: string, selector: string, body: string): Promise<Result> {
  const target = { context, sandbox: SANDBOX }
  const { sharedId } = await callInFirefox(bidi, target, `() => (${findElement})(${JSON.stringify(selector)})`)
  if (sharedId === undefined) throw new Error('There is no such element.')
  const answer = await askNode<Result | NotYet>(bidi, target, { sharedId }, body)
  if (isNotYet(answer)) throw new Error(`The element is not ready: ${answer.not}.`)
  return answer
}

function isNotYet(answer: unknown): answer is NotYet {
  return typeof answer === 'object' && answer !== null && 'not' in answer
}
