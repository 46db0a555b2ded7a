/** The tour: what a user would click, with a picture of each step and what the vendor's server verified. @module */
import { join } from 'node:path'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons, waitForState } from '../e2e/buttons.ts'
import { OMNOVIA, type Stage } from '../e2e/stage.ts'
import { sentence } from '../vendors/rooms.ts'

const isRoom = (url: string) => url.startsWith(`https://${OMNOVIA}/`)

/** Opens a contact, joins, joins directly, invites, joins at a link; throws where the vendor refuses. */
export async function takeTour(stage: Stage, folder: string): Promise<void> {
  const picture = (page: Page, name: string) => page.screenshot(join(folder, `${name}.png`))
  const list = await stage.session.open(`${stage.crm.origin}/contacts`)
  await list.setViewport(1280, 800)
  await clickable(list)
  await picture(list, '1-contacts')
  await list.close()

  const contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await contact.setViewport(1280, 800)
  await waitForButtons(contact, 3)
  await picture(contact, '2-contact')

  await step('Join Support', async () => {
    await clickButton(contact, 'Join Support')
    await entered(stage)
    const room = await stage.session.waitForPage(isRoom)
    await picture(room, '3-room')
    await room.close()
  })
  await step('Join Showroom, directly, in a window of its own', async () => {
    await clickButton(contact, 'Join Showroom')
    await entered(stage)
    const room = await stage.session.waitForPage(isRoom)
    await picture(room, '4-direct-access')
    await room.close()
  })
  await step("Invite: the contact's link is on the clipboard; here it is opened as the contact would", async () => {
    await clickButton(contact, 'Invite')
    await waitForState(contact, 'Invite', 'done')
    await picture(contact, '5-invited')
    const guest = await stage.session.open(await stage.session.clipboardText())
    await entered(stage)
    await picture(guest, '6-guest')
    await guest.close()
  })
  await step('Join, at a room link that somebody wrote into an activity', async () => {
    const meeting = await stage.session.open(`${stage.crm.origin}/contacts/c-1007`)
    await meeting.setViewport(1280, 800)
    await clickButton(meeting, 'Join')
    await entered(stage)
    await waitForState(meeting, 'Join', 'done')
    await picture(meeting, '7-link')
  })
  await picture(stage.desk, '8-options')
}

async function clickable(page: Page): Promise<void> {
  const { length } = await page.buttons()
  if (length === 0) await page.waitFor(() => document.querySelector('x-joinery') !== null)
}

async function step(name: string, act: () => Promise<void>): Promise<void> {
  console.info(`\n${name}`)
  await act()
}

let entries = 0

/** Prints what the vendor verified of the next visit. */
async function entered(stage: Stage): Promise<void> {
  const { entry, refusal } = await stage.rooms.visit(entries)
  entries += 1
  if (entry === undefined) throw new Error(`The vendor refused: the ${refusal}`)
  console.info(`  ${sentence(entry)}`)
}
