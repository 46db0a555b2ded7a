import { beforeEach, expect, test, vi } from 'vitest'
import { invitationWith } from '../invitations/invitation-fixture.ts'
import { openInvitationWindow } from './invitation-window.ts'
import { forgetKeptInvitations, keepInvitation, openKeptInvitation } from './kept-invitations.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('./invitation-window.ts', () => ({ openInvitationWindow: vi.fn() }))
vi.mock('./invitation-texts.ts', () => ({
  withTexts: async (invitation: object, { firstName: name }: { readonly firstName?: string }) => ({
    ...invitation,
    sender: { name },
  }),
}))

const joe = { firstName: 'Joe' }
const LOST = expect.objectContaining({ code: 'not-applicable' })

beforeEach(() => void vi.mocked(openInvitationWindow).mockClear())

test('what was copied opens in the window, in the user’s name and words, as often as it is asked for', async () => {
  const id = keepInvitation(invitationWith(), joe)
  await openKeptInvitation(id)
  await openKeptInvitation(id)
  const shown = { ...invitationWith(), sender: { name: 'Joe' } }
  expect(vi.mocked(openInvitationWindow).mock.calls).toEqual([[shown], [shown]])
})

test('the last few are kept, and no other name opens one', async () => {
  const ids = Array.from({ length: 6 }, (_, index) => keepInvitation(invitationWith({ uid: String(index) }), joe))
  await expect(openKeptInvitation(ids[0] ?? '')).rejects.toEqual(LOST)
  await expect(openKeptInvitation(crypto.randomUUID())).rejects.toEqual(LOST)
  await openKeptInvitation(ids[1] ?? '')
  expect(openInvitationWindow).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ uid: '1' }))
})

test('a vault that was locked took them along', async () => {
  const id = keepInvitation(invitationWith(), joe)
  forgetKeptInvitations()
  await expect(openKeptInvitation(id)).rejects.toEqual(LOST)
  expect(openInvitationWindow).not.toHaveBeenCalled()
})
