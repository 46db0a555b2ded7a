/** The forms in which actions are run on the options page. @module */
import type { Page } from '../browsers/session.ts'
import { input } from './own-pages.ts'
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
  return await endingOf(desk)
}

/** Waits until the page says how a run ended. */
export async function endingOf(desk: Page): Promise<string> {
  await desk.waitFor(() => document.querySelector('form .message:not([hidden])') !== null)
  return await desk.evaluate(() => document.querySelector('form .message')?.textContent ?? '')
}

/** Presses Run, and agrees in the dialog that asks first. */
export async function submitAndAgree(desk: Page): Promise<void> {
  await desk.click('form button[type="submit"]')
  await desk.waitFor(() => document.querySelector('dialog[open] .button-danger') !== null)
  await desk.click('dialog[open] .button-danger')
}

/** Types a moment as the browser's clock shows it. */
export async function fillMoment(form: Page, field: string, milliseconds: number): Promise<void> {
  await form.waitFor((selector) => document.querySelector(selector) !== null, input(field))
  const local = await form.evaluate((time) => {
    const date = new Date(time)
    return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }, milliseconds)
  await form.evaluate(
    (selector, text) => {
      const element = document.querySelector<HTMLInputElement>(selector)
      if (element === null) throw new Error(`There is no ${selector}`)
      element.value = text
      element.dispatchEvent(new Event('change', { bubbles: true }))
    },
    input(field),
    local,
  )
}
