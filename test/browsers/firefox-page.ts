/** One tab or window of Firefox. @module */

import { writeFile } from 'node:fs/promises'
import { type Bidi, BidiError } from './bidi.ts'
import { listFirefoxButtons } from './firefox-buttons.ts'
import { activate, askElement, clickHere, point, press } from './firefox-input.ts'
import { runInFirefox, SANDBOX } from './firefox-script.ts'
import { emulatePrint, runPrivileged } from './firefox-system.ts'
import { aimAt, chooseOption, fillField, hasPressLanded, type Point } from './page-fields.ts'
import { callSource, checkSource, readPlace, readWindowSize } from './page-scripts.ts'
import type { Page } from './session.ts'
import { PATIENCE_MILLISECONDS, until, within } from './wait.ts'

/** Whether the context's document has loaded. */
export async function isLoaded(bidi: Bidi, context: string): Promise<boolean> {
  const isComplete = (): boolean => document.readyState === 'complete'
  return await runInFirefox<boolean>(bidi, { context, sandbox: SANDBOX }, callSource(isComplete, []))
}

export function makeFirefoxPage(bidi: Bidi, context: string): Page {
  const url = async (): Promise<string> => {
    const asked = { root: context, maxDepth: 0 }
    const { contexts } = await bidi.send<{ contexts: readonly { url: string }[] }>('browsingContext.getTree', asked)
    return contexts[0]?.url ?? ''
  }
  /** Asks until the answer is something; a closed page never answers. */
  const untilHere = async <Result>(what: string, ask: () => Promise<Result>): Promise<Result> => {
    const { answer } = await until(what, async () => ({ answer: await ask() }), {
      pointless: explainLoss,
      detail: () => run<string>(callSource(readPlace, [])),
    })
    return answer
  }
  const run = async <Result>(expression: string): Promise<Result> =>
    await runInFirefox<Result>(bidi, { context }, expression)
  /** A page that the click closed or left cannot tell any more. */
  const hasLanded = async (): Promise<boolean> =>
    await runInFirefox<boolean>(bidi, { context, sandbox: SANDBOX }, callSource(hasPressLanded, [])).catch(() => true)

  return {
    url,
    async goto(address) {
      await activate(bidi, context)
      const navigation = { context, url: address, wait: 'complete' }
      // Firefox may not tell of the end of a navigation that has ended.
      await bidi.send('browsingContext.navigate', navigation, PATIENCE_MILLISECONDS).catch(async (error) => {
        if ((await url()) !== address || !(await isLoaded(bidi, context))) throw error
      })
    },
    async reload() {
      await activate(bidi, context)
      await bidi.send('browsingContext.reload', { context, wait: 'complete' }, PATIENCE_MILLISECONDS)
    },
    evaluate: async (fn, ...args) =>
      await within(`the function ${fn} in ${context}`, PATIENCE_MILLISECONDS, run(callSource(fn, args))),
    async waitFor(fn, ...args) {
      await untilHere(`${fn}`, async () => {
        if (!(await run<boolean>(checkSource(fn, args)))) throw new Error('It returned nothing truthy.')
      })
    },
    async click(selector) {
      await untilHere(`a click on ${selector}`, async () => {
        await activate(bidi, context)
        const { x, y } = await askElement<Point>(bidi, context, selector, `(${aimAt})(node)`)
        await point(bidi, context, x, y, ['pointerDown', 'pointerUp'])
        // A window that still opens may move what is in it, and the press goes elsewhere or nowhere.
        if (!(await hasLanded())) throw new Error('The press came to something else.')
      })
    },
    clickAt: async (x, y) => await point(bidi, context, x, y, ['pointerDown', 'pointerUp']),
    hoverAt: async (x, y) => await point(bidi, context, x, y),
    mouseDown: async (x, y) => await point(bidi, context, x, y, ['pointerDown']),
    mouseUp: async (x, y) => await point(bidi, context, x, y, ['pointerUp']),
    clickHere: async () => await clickHere(bidi, context),
    async fill(selector, text) {
      await activate(bidi, context)
      await untilHere(`the field ${selector}`, async () => {
        return await askElement<null>(bidi, context, selector, `(${fillField})(node, ${JSON.stringify(text)})`)
      })
    },
    async select(selector, value) {
      await untilHere(`the option ${value} of ${selector}`, async () => {
        return await askElement<null>(bidi, context, selector, `(${chooseOption})(node, ${JSON.stringify(value)})`)
      })
    },
    press: async (key) => await press(bidi, context, key),
    buttons: async () => await listFirefoxButtons(bidi, context),
    async screenshot(path, options) {
      const origin = options?.fullPage ? 'document' : 'viewport'
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context, origin })
      await writeFile(path, data, 'base64')
    },
    async setViewport(width, height) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })
    },
    async emulatePrint(isPrinted) {
      await activate(bidi, context)
      await runPrivileged(bidi, emulatePrint, isPrinted)
    },
    windowSize: async () => await run(callSource(readWindowSize, [])),
    async close() {
      await bidi.send('browsingContext.close', { context })
    },
  }
}

function explainLoss(failure: unknown): string | undefined {
  if (!(failure instanceof BidiError)) return undefined
  if (failure.code === 'no such frame') return 'the page was closed'
  return failure.code === 'closed' ? 'the browser is gone' : undefined
}
