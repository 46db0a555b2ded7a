/** The window that asks about a click, as a user meets it. @module */
import type { Page, Session } from '../browsers/session.ts'

const GO = '.go:not([disabled])'

/** Whether it is this window's address. */
export const isConfirm = (url: string): boolean => url.endsWith('/confirm.html')

/** The window that a doubtful click opened, once its button is awake. */
export async function waitForConfirm(session: Session): Promise<Page> {
  const asking = await session.waitForPage(isConfirm)
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

/** Closes what a test left open. */
export async function closeConfirmWindows(session: Session): Promise<void> {
  for (const page of await session.pages()) if (isConfirm(await page.url())) await page.close()
}
