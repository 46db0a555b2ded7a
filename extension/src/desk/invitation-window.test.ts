import { expect, test, vi } from 'vitest'
import type { Invitation } from './invitation-views.ts'
import { forgetInvitation, openInvitationWindow, readInvitation } from './invitation-window.ts'
import { openOwnWindow } from './own-window.ts'

vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `extension://joinery${path}` }, i18n: { getUILanguage: () => 'en' } },
}))
vi.mock('./own-window.ts', () => ({ openOwnWindow: vi.fn() }))

const PAGE = 'extension://joinery/invitation.html'
const LOST = { ok: false, problem: { code: 'not-applicable', text: 'invitation.lost' } }

const invitationTo = (name: string): Invitation => ({
  title: 'Weekly review',
  uid: 'meeting-1',
  sequence: 0,
  isCancelled: false,
  guests: [{ name, link: `https://meet.example/${name}`, isForAll: false }],
})

async function openAs(windowId: number, invitation: Invitation): Promise<void> {
  vi.mocked(openOwnWindow).mockResolvedValueOnce(windowId)
  await openInvitationWindow(invitation)
}

test('a page that asks before the browser has told its window gets its invitation all the same', async () => {
  const opening = Promise.withResolvers<number>()
  vi.mocked(openOwnWindow).mockReturnValueOnce(opening.promise)
  const opened = openInvitationWindow(invitationTo('Ada'))
  const asked = readInvitation(1, PAGE)
  opening.resolve(1)
  await opened
  expect(await asked).toEqual({ ok: true, invitation: invitationTo('Ada') })
})

test('each window gets its own, as often as it is loaded', async () => {
  await openAs(2, invitationTo('Bob'))
  await openAs(3, invitationTo('Carol'))
  for (const _ of [1, 2]) {
    expect(await readInvitation(3, PAGE)).toEqual({ ok: true, invitation: invitationTo('Carol') })
    expect(await readInvitation(2, PAGE)).toEqual({ ok: true, invitation: invitationTo('Bob') })
  }
})

test('no other window gets it, and no other page in its window', async () => {
  await openAs(4, invitationTo('Dora'))
  for (const page of ['extension://joinery/options.html', `${PAGE}?x`, 'https://crm.example/', undefined]) {
    expect(await readInvitation(4, page)).toEqual(LOST)
  }
  expect(await readInvitation(5, PAGE)).toEqual(LOST)
  expect(await readInvitation(undefined, PAGE)).toEqual(LOST)
})

test('a window that was closed leaves nothing behind', async () => {
  await openAs(6, invitationTo('Eve'))
  forgetInvitation(6)
  expect(await readInvitation(6, PAGE)).toEqual(LOST)
})
