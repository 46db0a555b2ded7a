/** What a test does and sees in the picker's panel: by what its controls say, as users do. @module */
import type { Page, ShadowButton } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { tabIdOf, tabTo } from './own-pages.ts'
import { type Stage, sendFrom } from './stage.ts'

/** What the panel says first; by it its controls are told from the buttons that stand in the page. */
const TITLE = 'Place a button'

async function everything(page: Page): Promise<readonly ShadowButton[]> {
  return (await page.buttons()).filter(({ note }) => note.startsWith(TITLE))
}

/** The panel's controls that can be seen; none where there is no panel. */
async function controls(page: Page): Promise<readonly ShadowButton[]> {
  return (await everything(page)).filter(({ box }) => box !== null && box.width > 0)
}

/** Everything that the panel says. */
export async function panelText(page: Page): Promise<string> {
  return (await everything(page))[0]?.note ?? ''
}

/** Waits until the panel says this. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await until(`“${text}” in the panel`, async () => (await panelText(page)).includes(text), {
    detail: async () => `It says: ${await panelText(page)}`,
  })
}

/** Waits until the panel has left the page. */
export async function waitForEnd(page: Page): Promise<void> {
  await until('the end of the panel', async () => (await everything(page)).length === 0)
}

/** A control by its words, as soon as it is there. */
export async function control(page: Page, label: string): Promise<ShadowButton> {
  const { found } = await until(
    `the control “${label}”`,
    async () => {
      const one = (await controls(page)).find((candidate) => candidate.label === label)
      return one === undefined ? undefined : { found: one }
    },
    { detail: async () => `There are: ${(await controls(page)).map((other) => other.label).join(' | ')}` },
  )
  return found
}

/** Where a control stands, once it no longer moves: the panel grows while the page is searched. */
async function restingBox(page: Page, label: string): Promise<NonNullable<ShadowButton['box']>> {
  await (await control(page, label)).scrollIntoView()
  let before: ShadowButton['box'] = null
  return await until(`“${label}” at rest`, async () => {
    const { box } = await control(page, label)
    const rests = JSON.stringify(box) === JSON.stringify(before)
    before = box
    return rests && box
  })
}

/** Clicks a control with the real pointer. */
export async function clickControl(page: Page, label: string): Promise<void> {
  const { x, y, width, height } = await restingBox(page, label)
  await page.clickAt(x + width / 2, y + height / 2)
}

/** Moves the slider to one of its ends. */
export async function slide(page: Page, end: 'broad' | 'narrow'): Promise<void> {
  const { x, y, width, height } = await restingBox(page, 'How much is meant')
  await page.clickAt(end === 'broad' ? x + 8 : x + width - 8, y + height / 2)
}

/** Clicks where an element of the page is seen, though something of ours may lie over it. */
export async function pointAt(page: Page, selector: string): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect()
    if (box === undefined) throw new Error(`There is no ${wanted}`)
    return { x: box.x + Math.min(12, box.width / 2), y: box.y + box.height / 2 }
  }, selector)
  await page.hoverAt(x, y)
  await page.clickAt(x, y)
}

/** The user's own sites, as the desk has them. */
export async function ownSites(stage: Stage, page: Page = stage.desk): Promise<readonly OwnSite[]> {
  return (await sendFrom(page, 'sites.listOwn', {})) as readonly OwnSite[]
}

/** A stored site. */
export interface OwnSite {
  readonly revision: number
  readonly site: { readonly id: string; readonly name: string; readonly records: readonly object[] }
}

/** More presses of the Tab key than the panel has stops. */
const MOST_STOPS = 30

/** Presses Tab until the control has the focus. */
export async function tabToControl(page: Page, label: string): Promise<void> {
  await control(page, label)
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await control(page, label)).state === 'focused') return
    await page.press('Tab')
  }
  throw new Error(`The Tab key does not lead to “${label}”`)
}

/** Starts the picker as the user does: from the popup of the page's tab. */
export async function startFromPopup(stage: Stage, page: Page, by: 'pointer' | 'keys' = 'pointer'): Promise<void> {
  const tabId = await tabIdOf(stage, new URL(await page.url()).origin)
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=${tabId}`)
  await popup.waitFor(() => document.querySelector('.place button') !== null)
  if (by === 'keys') await tabTo(popup, '.place button')
  // The popup may be gone before the driver has ended; whether the picker came is seen below.
  await (by === 'keys' ? popup.press('Enter') : popup.click('.place button')).catch(() => undefined)
  await control(page, 'Walk through the page')
}
