/** A stage with a real CRM on it, and what a user does and sees there. @module */
import { expect } from 'vitest'
import type { BrowserName } from '../browsers/browser-name.ts'
import type { Page } from '../browsers/session.ts'
import { PATIENCE_MILLISECONDS, until } from '../browsers/wait.ts'
import type { RealCrm } from '../real-crms/crm.ts'
import { sentence } from '../vendors/rooms.ts'
import { clickButton, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { agree, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { enableSite, OMNOVIA, openStage, type Stage, setUpOrganisation } from './stage.ts'

/** The organisation's shortcuts, in their order. */
export const SHORTCUTS: readonly string[] = ['Join Support', 'Join Showroom', 'Invite']
/** Those that need nothing of the record. */
export const JOIN_ONLY: readonly string[] = SHORTCUTS.slice(0, 2)

/** A stage whose CRM is a real one, enabled as a user does. */
export interface RealCrmStage extends Stage {
  readonly realCrm: RealCrm
}

/** Starts both at the same time; the organisation of the demo is set up. */
export async function openRealCrmStage(browser: BrowserName, start: () => Promise<RealCrm>): Promise<RealCrmStage> {
  const [stage, realCrm] = await Promise.all([openStage(browser), start()])
  await setUpOrganisation(stage)
  await enableSite(stage, realCrm.origin)
  const close = async () => {
    await stage.close()
    await realCrm.close()
  }
  return { ...stage, realCrm, close }
}

/** Waits until just these buttons are to be seen, within an element of the page, and nothing of the page over them. */
export async function expectButtonsIn(page: Page, around: string, labels: readonly string[]): Promise<void> {
  await (await waitForButtons(page, labels.length))[0]?.scrollIntoView()
  await expect
    .poll(
      async () => {
        const buttons = await visibleButtons(page)
        const boxes = buttons.flatMap(({ box }) => box ?? [])
        const places = await page.evaluate(placesOf, around, boxes)
        return buttons.map(({ label }, index) => [label, places[index]])
      },
      { timeout: PATIENCE_MILLISECONDS },
    )
    .toEqual(labels.map((label) => [label, 'inside, uncovered']))
}

type Boxes = readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]

// Runs in the page.
function placesOf(around: string, boxes: Boxes): readonly string[] {
  const area = [...document.querySelectorAll(around)].find((element) => element.checkVisibility())
  const edge = area?.getBoundingClientRect() ?? new DOMRect()
  return boxes.map(({ x, y, width, height }) => {
    const isInside = x >= edge.left && y >= edge.top && x + width <= edge.right && y + height <= edge.bottom
    const top = document.elementFromPoint(x + width / 2, y + height / 2)?.localName
    return `${isInside ? 'inside' : 'outside'}, ${top === 'x-joinery' ? 'uncovered' : `under ${top}`}`
  })
}

/** Clicks Join, and tells what the vendor verified. */
export async function join(stage: Stage, page: Page): Promise<string> {
  const before = stage.rooms.visits.length
  await clickButton(page, 'Join Support')
  const { entry, refusal } = await stage.rooms.visit(before)
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  await waitForState(page, 'Join Support', 'done')
  return entry === undefined ? `refused: ${refusal}` : sentence(entry)
}

/** Somebody whom the vendor lets in. */
export interface Guest {
  readonly name: string | undefined
  readonly email: string | undefined
  readonly role: string | undefined
}

/** How an invitation may go. */
interface InviteOptions {
  /** The row's, in a list. */
  readonly recordKey?: string
  /** Joinery may ask first whether the click was meant; this hears the question, and the user agrees. */
  readonly asked?: (question: string) => void
}

/** Clicks Invite, and tells whom the link on the clipboard lets in: somebody else than at the last time. */
export async function invite(stage: Stage, page: Page, { recordKey, asked }: InviteOptions = {}): Promise<Guest> {
  const { session, rooms } = stage
  const last = await session.clipboardText()
  const addresses = async () => await Promise.all((await session.pages()).map((open) => open.url()))
  await clickButton(page, 'Invite', recordKey)
  let isAsking = asked !== undefined
  const link = await until(
    'another link on the clipboard',
    async () => {
      if (isAsking && (await addresses()).some((url) => url.endsWith('/confirm.html'))) {
        const asking = await waitForConfirm(session)
        asked?.(await textOfConfirm(asking))
        isAsking = false
        await agree(asking)
      }
      const text = await session.clipboardText()
      return text !== last && text
    },
    { detail: async () => `Open are ${(await addresses()).join(', ')}.` },
  )
  const before = rooms.visits.length
  const room = await session.open(link)
  const { entry } = await rooms.visit(before)
  await room.close()
  return { name: entry?.name, email: entry?.parameters.email, role: entry?.role }
}
