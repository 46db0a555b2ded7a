/** The popup's quick links: pins by keys and by the pointer, what was used last, targets by name, guests' links. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { waitForButtons } from './buttons.ts'
import { tabIdOf, type } from './own-pages.ts'
import { enableSite, OMNOVIA, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Page
let popup: Page
let address: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(crm, 3)
  address = `${stage.session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, stage.crm.origin)}`
  popup = await stage.session.open(address)
})
afterAll(() => stage?.close())

type Groups = Readonly<Record<string, readonly string[]>>

function groups(): Promise<Groups> {
  return popup.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[role=listbox] [role=group]')].map((group) => [
        group.className.replace('group group-', ''),
        [...group.querySelectorAll('.shortcut-name')].map((name) => name.textContent ?? ''),
      ]),
    ),
  )
}

async function waitForGroups(wanted: Groups): Promise<void> {
  await expect.poll(groups).toEqual(wanted)
}

const said = () => popup.evaluate(() => [...document.querySelectorAll('[role=status]')].map((each) => each.textContent))

test('pins are set, moved and taken away by keys, told to screen readers, and kept', async () => {
  await waitForGroups({ record: ['Invite'], others: ['Join Support', 'Join Showroom'] })
  await popup.press('End')
  await popup.press('Alt+p')
  await waitForGroups({ record: ['Invite'], pinned: ['Join Showroom'], others: ['Join Support'] })
  expect(await said()).toContain('Join Showroom is pinned.')
  await popup.press('End')
  await popup.press('Alt+p')
  await waitForGroups({ record: ['Invite'], pinned: ['Join Showroom', 'Join Support'] })
  await popup.press('Alt+ArrowUp')
  await waitForGroups({ record: ['Invite'], pinned: ['Join Support', 'Join Showroom'] })
  expect(await said()).toContain('Join Support is at place 1 of 2.')
  await popup.reload()
  await waitForGroups({ record: ['Invite'], pinned: ['Join Support', 'Join Showroom'] })
})

test('a pin is dragged to another place, which runs nothing', async () => {
  const visits = stage.rooms.visits.length
  const [from, to] = await popup.evaluate(() =>
    [...document.querySelectorAll('.group-pinned .shortcut-name')].map((name) => {
      const { left, top, width, height } = name.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }),
  )
  if (from === undefined || to === undefined) throw new Error('There are no two pins')
  await popup.mouseDown(from.x, from.y)
  await popup.hoverAt(to.x, to.y)
  await popup.mouseUp(to.x, to.y + 20)
  await waitForGroups({ record: ['Invite'], pinned: ['Join Showroom', 'Join Support'] })
  expect(stage.rooms.visits).toHaveLength(visits)
  await popup.reload()
  await waitForGroups({ record: ['Invite'], pinned: ['Join Showroom', 'Join Support'] })
})

test('what was used last comes before the others', async () => {
  await popup.press('ArrowDown')
  await popup.press('Alt+p')
  await waitForGroups({ record: ['Invite'], pinned: ['Join Support'], others: ['Join Showroom'] })
  const before = stage.rooms.visits.length
  await popup.press('End')
  await popup.press('Enter')
  expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5679')
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  await popup.reload()
  await waitForGroups({ record: ['Invite'], pinned: ['Join Support'], recent: ['Join Showroom'] })
})

test('a target without a shortcut is found by its name or number, and joined', async () => {
  const { accounts } = (await stage.send('desk.read', {})) as { readonly accounts: readonly { readonly id: string }[] }
  const accountId = accounts[0]?.id ?? ''
  await save(stage, 'desk.saveTarget', { accountId, fields: { label: 'Café Zürich', roomId: '5680' } })
  await type(popup, '5680')
  await waitForGroups({ targets: ['Join: Café Zürich', 'Invite: Café Zürich'] })
  await popup.fill('[role=combobox]', '')
  await type(popup, 'zurich cafe')
  await waitForGroups({ targets: ['Join: Café Zürich', 'Invite: Café Zürich'] })
  const before = stage.rooms.visits.length
  await popup.press('Enter')
  expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5680', role: 'presenter' })
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  await popup.fill('[role=combobox]', '')
})

test('with Control, Enter copies the guest’s link of any shortcut’s room, for the contact in the page', async () => {
  await popup.press('ArrowDown')
  await popup.press('Control+Enter')
  await popup.waitFor(() =>
    document.querySelector('.ending .message')?.textContent?.startsWith('Invitation link copied'),
  )
  const link = new URL(await stage.session.clipboardText())
  expect([link.hostname, link.searchParams.get('email')]).toEqual([OMNOVIA, 'jane.doe@example.com'])
})

test('a guest’s link is shown as a code, which goes with its dialog', async () => {
  await popup.press('Alt+q')
  await popup.waitFor(() => document.querySelector('dialog[open] .qr path') !== null)
  expect(await popup.evaluate(() => document.querySelector('.qr')?.getAttribute('aria-label'))).toBe(
    'The guest’s link as a QR code',
  )
  expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain('room_login')
  // It is handed out as a copied one is: the journal has both.
  await expect
    .poll(async () => {
      const { lines } = (await stage.send('journal.read', { text: '', limit: 9 })) as { lines: readonly object[] }
      return lines.slice(0, 2)
    })
    .toMatchObject(Array(2).fill({ action: 'Invite', contact: 'Jane Doe', outcome: 'done' }))
  await popup.press('Escape')
  await popup.waitFor(() => document.querySelector('dialog') === null && document.activeElement?.role === 'combobox')
})

test('a question mark shows the keys, while nothing is typed', async () => {
  await popup.press('?')
  await popup.waitFor(() => document.querySelector('dialog[open].keys') !== null)
  await popup.press('Escape')
  await popup.waitFor(() => document.querySelector('dialog') === null)
  await type(popup, 'a?')
  expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value)).toBe('a?')
  expect(await popup.evaluate(() => document.querySelector('dialog'))).toBeNull()
})
