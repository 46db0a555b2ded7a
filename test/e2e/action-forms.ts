/** The forms in which actions are run on the options page. @module */
import type { Page } from '../browsers/session.ts'
import type { Stage } from './stage.ts'

/** A stage with an account. */
export type AccountStage = Pick<Stage, 'desk' | 'session'> & { readonly accountId: string }

/** Opens the form of an action on the options page. */
export async function openAction(
  { desk, session, accountId }: AccountStage,
  action: string,
  targetId = '',
): Promise<void> {
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#actions/${accountId}/${action}/${targetId}`)
  await desk.waitFor((wanted) => document.querySelector<HTMLSelectElement>('[id$=".action"]')?.value === wanted, action)
}

/** Presses Run and waits until the page says how it ended. */
export async function runAction(desk: Page): Promise<string> {
  await desk.click('form button[type="submit"]')
  await desk.waitFor(() => document.querySelector('form .message:not([hidden])') !== null)
  return await desk.evaluate(() => document.querySelector('form .message')?.textContent ?? '')
}
