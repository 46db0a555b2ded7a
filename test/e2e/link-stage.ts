/** The stage for vendors' links in pages: rooms and sessions, no shortcut, and a note to put links into. @module */
import type { BrowserName } from '../browsers/browser-name.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import type { Entry } from '../vendors/room-link.ts'
import { type NetviewerStage, none, openNetviewerStage } from './netviewer-stage.ts'
import { OMNOVIA, type Organisation, type Stage, save, setUpOrganisation } from './stage.ts'

/** A room's address as people write it down, but for its number. */
export const ROOM = `https://${OMNOVIA}/pages/sc2/room_login.php`

/** A stage on which the only buttons are those at links. */
export interface LinkStage extends NetviewerStage {
  readonly organisation: Organisation
}

/** Builds it: an account for rooms, of which two are stored, and one for sessions. */
export async function openLinkStage(name: BrowserName): Promise<LinkStage> {
  const stage = await openNetviewerStage(name, none, { transport: 'http' })
  const organisation = await setUpOrganisation(stage)
  const desk = (await stage.send('desk.read', {})) as { shortcuts: readonly { readonly id: string }[] }
  for (const { id } of desk.shortcuts) await save(stage, 'desk.remove', { id })
  return { ...stage, organisation }
}

/** Opens the lab page anew. */
export async function openLab(stage: Stage, page: Page): Promise<void> {
  await page.goto(stage.lab.origin)
  // A button that comes under a resting pointer is asked about.
  await page.hoverAt(600, 500)
}

/** Puts links into a note, outside of any record. */
export async function note(page: Page, ...links: readonly string[]): Promise<void> {
  await page.evaluate((addresses) => {
    const shown = addresses.map((href) => lab.make('p', {}, 'See you in ', lab.make('a', { href }, href), '.'))
    lab.main().append(...shown)
  }, links)
}

/** Who entered by the visit of this number; the room is closed again. */
export async function enteredRoom({ rooms, session }: Stage, visit: number): Promise<Entry> {
  const { entry, refusal } = await rooms.visit(visit)
  if (entry === undefined) throw new Error(`The vendor refused: ${refusal}`)
  const room = await session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))
  await room.close()
  await until('the room to close', async () => !(await session.pages()).includes(room))
  return entry
}
