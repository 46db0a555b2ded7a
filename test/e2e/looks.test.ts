/** How shortcuts look and where they stand: colour, place and order, chosen by keyboard in the settings, seen in page and popup. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { buttonNamed, clickButton, waitForButtons, waitForState } from './buttons.ts'
import { input, listed, saveForm, tabIdOf, tabTo } from './own-pages.ts'
import { enableSite, type Organisation, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Page
let organisation: Organisation

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  organisation = await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(crm, 3)
})
afterAll(() => stage?.close())

test('the order is changed by keys, is told, and counts everywhere', async () => {
  const { desk } = stage
  await desk.goto('about:blank')
  await desk.goto(`${stage.session.extensionOrigin}/options.html#shortcuts`)
  await desk.waitFor(() => document.querySelectorAll('.item').length === 3)
  await tabTo(desk, '.item:last-child .move-up')
  await desk.press('Enter')
  await desk.waitFor(
    () => document.querySelector('p.unseen[role=status]')?.textContent === 'Invite is number 2 of 3 now.',
  )
  expect(await listed(desk)).toEqual(['Join Support', 'Invite', 'Join Showroom'])
  // The key goes on where it was.
  await desk.waitFor(() => document.activeElement?.getAttribute('aria-label') === 'Move up: Invite')
  await desk.press('Enter')
  await desk.waitFor(
    () => document.querySelector('p.unseen[role=status]')?.textContent === 'Invite is number 1 of 3 now.',
  )
  await desk.press('Enter')
  await desk.reload()
  await desk.waitFor(() => document.querySelectorAll('.item').length === 3)
  expect(await listed(desk)).toEqual(['Invite', 'Join Support', 'Join Showroom'])
  await expect
    .poll(async () => (await waitForButtons(crm, 3)).map(({ label }) => label))
    .toEqual(['Invite', 'Join Support', 'Join Showroom'])
})

test('a row is dragged by its handle; Escape leaves it where it was', async () => {
  const { desk } = stage
  const grips = await desk.evaluate(() =>
    [...document.querySelectorAll('.grip')].map((grip) => {
      const { x, y, width, height } = grip.getBoundingClientRect()
      return [x + width / 2, y + height / 2] as const
    }),
  )
  const [[, top = 0] = [], , [x = 0, bottom = 0] = []] = grips
  const dragUp = async () => {
    await desk.hoverAt(x, bottom)
    await desk.mouseDown(x, bottom)
    for (let step = 1; step <= 8; step += 1) await desk.hoverAt(x, bottom + ((top - bottom) * step) / 8)
  }
  await dragUp()
  await expect.poll(() => listed(desk)).toEqual(['Join Showroom', 'Invite', 'Join Support'])
  await desk.press('Escape')
  await desk.mouseUp(x, top)
  await expect.poll(() => listed(desk)).toEqual(['Invite', 'Join Support', 'Join Showroom'])
  await dragUp()
  await desk.mouseUp(x, top)
  await desk.waitFor(
    () => document.querySelector('p.unseen[role=status]')?.textContent === 'Join Showroom is number 1 of 3 now.',
  )
  await desk.click('.item:first-child .move-down')
  await desk.click('.item:nth-child(2) .move-down')
  await expect.poll(() => listed(desk)).toEqual(['Invite', 'Join Support', 'Join Showroom'])
})

test('a colour is chosen by name, and what the popup need not show it does not', async () => {
  const { desk, session } = stage
  await desk.click('.item:first-child a')
  await desk.waitFor(() => document.querySelector('.swatches') !== null)
  await tabTo(desk, '.swatches [value=teal]')
  for (let step = 0; step < 2; step += 1) await desk.press('ArrowRight')
  await desk.waitFor(() => document.querySelector('.swatches')?.textContent === 'Violet')
  await saveForm(desk)
  await desk.waitFor(() => document.querySelector<HTMLElement>('.item:first-child .item-icon')?.style.color !== '')
  await desk.click('.item:last-child a')
  await desk.waitFor((selector) => document.querySelector(selector) !== null, input('inPopup'))
  await desk.click(input('inPopup'))
  await saveForm(desk)
  expect(await desk.evaluate(() => document.querySelector('.item:last-child')?.textContent)).toContain('Pages only')
  // However fast one saves, what it leads to stays.
  const { shortcuts } = (await stage.send('desk.read', {})) as { readonly shortcuts: readonly { targetId?: string }[] }
  expect(shortcuts.map(({ targetId }) => targetId)).toEqual([
    organisation.support,
    organisation.support,
    organisation.showroom,
  ])

  const popup = await session.open(
    `${session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, stage.crm.origin)}`,
  )
  await popup.waitFor(() => document.querySelectorAll('[role=option]').length === 2)
  const colourOf = () => getComputedStyle(document.querySelector('.shortcut-icon') ?? document.body).color
  expect(await popup.evaluate(colourOf)).toMatch(/rgb\((109, 63, 196|183, 156, 255)\)/)
  await popup.close()
})

test('a shortcut may be for the pages of some products alone', async () => {
  const { accountId, support: targetId } = organisation
  for (const [name, site] of [
    ['Elsewhere', 'odoo'],
    ['Here', 'demo-crm'],
  ] as const) {
    const shortcut = { name, accountId, targetId, action: 'join', inPage: true, sites: [site] }
    await save(stage, 'desk.saveShortcut', shortcut)
  }
  expect((await waitForButtons(crm, 4)).map(({ label }) => label)).toContain('Here')
  const { desk } = stage
  await desk.reload()
  await desk.click('.item:last-child a')
  await desk.waitFor(() => document.querySelector<HTMLInputElement>('.site-kinds [value=demo-crm]')?.checked)
  await desk.click('.site-kinds [value=demo-crm]')
  await saveForm(desk)
  const { shortcuts } = (await stage.send('desk.read', {})) as { readonly shortcuts: readonly { sites?: object }[] }
  expect(shortcuts.map(({ sites }) => sites).filter((sites) => sites !== undefined)).toEqual([['odoo']])
  await save(stage, 'desk.remove', { id: await idOf('Here') })
  await waitForButtons(crm, 3)
})

async function idOf(name: string): Promise<string> {
  const { shortcuts } = (await stage.send('desk.read', {})) as {
    readonly shortcuts: readonly { readonly id: string; readonly name: string }[]
  }
  return shortcuts.find((shortcut) => shortcut.name === name)?.id ?? ''
}

test('a button names its vendor, says how the click went, and offers more than the copy', async () => {
  await crm.goto(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(crm, 3)
  expect((await buttonNamed(crm, 'Invite')).title).toBe('omNovia')
  await clickButton(crm, 'Invite')
  await waitForState(crm, 'Invite', 'done')
  // The offer comes behind the bar's buttons.
  for (let stop = 0; stop < 3; stop += 1) await crm.press('Tab')
  await crm.press('Enter')
  const invitation = await stage.session.waitForPage((url) => url.endsWith('/invitation.html'))
  await invitation.waitFor(() => document.querySelector('.guest')?.textContent?.includes('jane.doe@example.com'))
})
