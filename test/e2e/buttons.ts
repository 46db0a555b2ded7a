/** Finds and clicks the extension's buttons in a page, as a user does: by what they say. @module */
import type { Page, ShadowButton } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'

/** The buttons that a user sees. */
export async function visibleButtons(page: Page): Promise<readonly ShadowButton[]> {
  return (await page.buttons()).filter(({ box }) => box !== null && box.width > 0)
}

/** Waits until exactly this many buttons are visible, and returns them. */
export async function waitForButtons(page: Page, count: number): Promise<readonly ShadowButton[]> {
  let buttons: readonly ShadowButton[] = []
  const ask = async () => {
    buttons = await visibleButtons(page)
    return buttons.length === count && buttons
  }
  const detail = () => `There are ${buttons.length}: ${buttons.map(({ label }) => label).join(', ')}.`
  return await until(`${count} buttons`, ask, { detail })
}

/** The visible button of this name, in the record of this key where one is given. */
export async function buttonNamed(page: Page, label: string, recordKey?: string): Promise<ShadowButton> {
  const isMeant = (button: ShadowButton) =>
    button.label === label && (recordKey === undefined || button.host === recordKey)
  const what = `the button “${label}” in ${recordKey ?? 'the page'}`
  return await until(what, async () => (await visibleButtons(page)).find(isMeant))
}

/** The middle of the button of this name. */
export async function middleOf(page: Page, label: string, recordKey?: string): Promise<readonly [number, number]> {
  const { box } = await buttonNamed(page, label, recordKey)
  if (box === null) throw new Error(`"${label}" is not visible`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Clicks a button with the real pointer. */
export async function clickButton(page: Page, label: string, recordKey?: string): Promise<void> {
  // What is mounted anew in between is looked for again.
  await until(`“${label}” in view`, async () => {
    await (await buttonNamed(page, label, recordKey)).scrollIntoView()
    return true
  })
  const [x, y] = await middleOf(page, label, recordKey)
  await comeTo(page, x, y)
  await page.clickAt(x, y)
}

/**
 * Brings the pointer to a button from elsewhere and in two steps, as people come: what came under a resting pointer is
 * asked about, and of a single step a page that was just opened may not tell how far it was.
 */
export async function comeTo(page: Page, x: number, y: number): Promise<void> {
  await page.hoverAt(1, 1)
  await page.hoverAt(x - 8, y)
  await page.hoverAt(x, y)
}

/** Waits until the button of this name has this state. */
export async function waitForState(page: Page, label: string, state: string, recordKey?: string): Promise<void> {
  let found: string | undefined
  const ask = async () => {
    found = (await buttonNamed(page, label, recordKey)).state
    return found === state
  }
  await until(`“${label}” to be “${state}”`, ask, { detail: () => `It is “${found}”.` })
}

/** The note that a bar shows, as soon as it shows one. */
export async function noteText(page: Page): Promise<string> {
  return await until('a note', async () => (await page.buttons()).find(({ note }) => note !== '')?.note)
}
