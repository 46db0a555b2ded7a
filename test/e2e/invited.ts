/** For whom a click on "Invite" acted: the link on the clipboard says so. @module */
import { expect } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { agree, isConfirm, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import type { Stage } from './stage.ts'

/** The person whose invitation was copied last. */
export async function invited({ session }: Stage): Promise<string> {
  return URL.parse(await session.clipboardText())?.searchParams.get('email') ?? ''
}

/** Lets what a page shows stand so long that it counts as one record's. */
export async function letItStand(page: Page): Promise<void> {
  const shownAt = await page.evaluate(() => performance.now())
  await page.waitFor((at) => performance.now() > at + 500, shownAt)
}

/** Waits for the invitation of somebody who had none before, and sees that no window asked. */
export async function expectInvitedAtOnce(stage: Stage, email: string): Promise<void> {
  const addresses = async () => await Promise.all((await stage.session.pages()).map((page) => page.url()))
  await until(`an invitation for ${email}`, async () => (await invited(stage)) === email, {
    detail: async () => `There is one for ${await invited(stage)}, and these pages: ${await addresses()}.`,
  })
  expect((await addresses()).filter(isConfirm)).toEqual([])
}

/** Waits for the window, sees that it names this person and that nothing was done yet, and agrees. */
export async function expectAsked(stage: Stage, reason: RegExp, email: string): Promise<void> {
  const asking = await waitForConfirm(stage.session)
  const text = await textOfConfirm(asking)
  expect(text).toMatch(reason)
  expect(text).toContain(email)
  expect(await invited(stage)).not.toBe(email)
  await agree(asking)
  await until(`an invitation for ${email}`, async () => (await invited(stage)) === email, {
    detail: async () => `There is one for ${await invited(stage)}; the window says: ${await textOfConfirm(asking)}`,
  })
  await asking.close()
}
