/** The window that asks about a click, as a user meets it. @module */
import type { Page, Session } from '../browsers/session.ts'

const GO = '.go:not([disabled])'

/** The window that a doubtful click opened, once its button is awake. */
export async function waitForConfirm(session: Session): Promise<Page> {
  const asking = await session.waitForPage((url) => url.endsWith('/confirm.html'))
  await asking.waitFor((selector) => document.querySelector(selector), GO)
  return asking
}

/** What it says. */
export function textOfConfirm(asking: Page): Promise<string> {
  return asking.evaluate(() => document.querySelector('main')?.textContent ?? '')
}

/** Goes on with the click. */
export async function agree(asking: Page): Promise<void> {
  await asking.click(GO)
}
