/** One tab or window of Chromium. @module */

import type { CDPSession, Page as Tab } from 'playwright-core'
import { listChromiumButtons, listChromiumMarkup } from './chromium-buttons.ts'
import { hasPressLanded, watchForPress } from './page-fields.ts'
import { callSource, checkSource, readPlace, readResult, readWindowSize } from './page-scripts.ts'
import type { Page } from './session.ts'
import { PATIENCE_MILLISECONDS, until, within } from './wait.ts'

const LIMIT = { timeout: PATIENCE_MILLISECONDS } as const
const MOST_PRESSES = 5

export function makeChromiumPage(tab: Tab): Page {
  let session: Promise<CDPSession> | undefined
  const devTools = (): Promise<CDPSession> => {
    session ??= tab.context().newCDPSession(tab)
    return session
  }

  const run = async <Result>(expression: string): Promise<Result> => {
    const { exceptionDetails, result } = await (await devTools()).send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return readResult(result.value)
  }

  /** Clicks, and tells whether that came to the page; one that the click closed or left cannot tell any more. */
  const clickOnce = async (selector: string): Promise<boolean> => {
    await tab.bringToFront()
    // Between two documents there is nothing to watch; the click waits for the next one.
    await run(callSource(watchForPress, [])).catch(() => undefined)
    await tab
      .locator(selector)
      .first()
      .click(LIMIT)
      .catch((error: Error) => {
        // A click may close its own page before its end is told.
        if (!tab.isClosed() || !error.message.includes('performing click action')) throw error
      })
    return await run<boolean>(callSource(hasPressLanded, [])).catch(() => true)
  }

  const pointAt = async (x: number, y: number): Promise<void> => {
    await tab.bringToFront()
    await tab.mouse.move(x, y)
  }

  return {
    url: async () => tab.url(),
    async goto(url) {
      await tab.bringToFront()
      await tab.goto(url, LIMIT)
    },
    async reload() {
      await tab.bringToFront()
      await tab.reload(LIMIT)
    },
    evaluate: async (fn, ...args) =>
      await within(`the function ${fn} in ${tab.url()}`, PATIENCE_MILLISECONDS, run(callSource(fn, args))),
    async waitFor(fn, ...args) {
      await until(`${fn} in ${tab.url()}`, async () => await run<boolean>(checkSource(fn, args)), {
        pointless: () => (tab.isClosed() ? 'the page was closed' : undefined),
        detail: () => run<string>(callSource(readPlace, [])),
      })
    },
    async click(selector) {
      // A window that was not drawn yet takes no press, and says nothing of it.
      for (let times = 0; times < MOST_PRESSES; times += 1) if (await clickOnce(selector)) return
      throw new Error(`${MOST_PRESSES} presses on ${selector} in ${tab.url()} came nowhere.`)
    },
    async clickAt(x, y) {
      await tab.bringToFront()
      await tab.mouse.click(x, y)
    },
    hoverAt: pointAt,
    async mouseDown(x, y) {
      await pointAt(x, y)
      await tab.mouse.down()
    },
    async mouseUp(x, y) {
      await pointAt(x, y)
      await tab.mouse.up()
    },
    async clickHere() {
      await tab.mouse.down()
      await tab.mouse.up()
    },
    async fill(selector, text) {
      await tab.bringToFront()
      await tab.locator(selector).first().fill(text, LIMIT)
    },
    async select(selector, value) {
      await tab.locator(selector).first().selectOption({ value }, LIMIT)
    },
    async press(key) {
      await tab.bringToFront()
      await tab.keyboard.press(key)
    },
    buttons: async () => await listChromiumButtons(await devTools()),
    ownMarkup: async () => await listChromiumMarkup(await devTools()),
    async screenshot(path, options) {
      await tab.screenshot({ path, fullPage: options?.fullPage ?? false, ...LIMIT })
    },
    setViewport: async (width, height) => await tab.setViewportSize({ width, height }),
    emulatePrint: async (isPrinted) => await tab.emulateMedia({ media: isPrinted ? 'print' : null }),
    async beforeLoad(fn, ...args) {
      await tab.addInitScript(callSource(fn, args))
    },
    async emulateColours({ scheme, forced = false }) {
      await tab.emulateMedia({ colorScheme: scheme ?? null, forcedColors: forced ? 'active' : 'none' })
    },
    async accessibleNames() {
      const { nodes } = await (await devTools()).send('Accessibility.getFullAXTree')
      const byId = new Map(nodes.map((node) => [node.nodeId, node]))
      const namesBelow = (id: string | undefined): readonly string[] => {
        const { ignored, role, name, childIds = [] } = byId.get(id ?? '') ?? {}
        return [...(ignored || !name?.value ? [] : [`${role?.value} ${name.value}`]), ...childIds.flatMap(namesBelow)]
      }
      return namesBelow(nodes[0]?.nodeId)
    },
    windowSize: async () => await run(callSource(readWindowSize, [])),
    close: async () => await tab.close(),
  }
}
