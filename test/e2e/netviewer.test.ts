/** Netviewer from a CRM record: booked, joined, invited to, changed, ended and billed, each by a click. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linesOf, occurrencesByName } from '../../extension/src/invitations/read-calendar-fixture.ts'
import { obstacleToPolicy } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { limits, refuses } from '../vendors/netviewer/faults.ts'
import { fillMoment, openAction, runAction, submitAndAgree } from './action-forms.ts'
import { clickButton, noteText, waitForButtons, waitForState } from './buttons.ts'
import { catchDownloads, caught } from './files.ts'
import { addShortcut, type NetviewerStage, none, openContact, openNetviewerStage } from './netviewer-stage.ts'
import { input } from './own-pages.ts'

const BOOK = 'POST /sessions'
const INVITE = 'POST /sessions/{n}/participants'

let stage: NetviewerStage
let page: Page

beforeAll(async () => {
  const name = inject('browser')
  // Where no policy can choose the certificate, the same is done without one.
  stage = await (obstacleToPolicy(name) === undefined
    ? openNetviewerStage(name)
    : openNetviewerStage(name, none, { transport: 'http' }))
  for (const [label, action] of BUTTONS) await addShortcut(stage, label, action)
})
afterAll(() => stage?.close())

const BUTTONS = [
  ['Book', 'bookNow'],
  ['Join', 'join'],
  ['Invite', 'invite'],
] as const

describe('an ad-hoc session', () => {
  beforeAll(async () => {
    page = await openContact(stage, 'c-1')
    await waitForButtons(page, BUTTONS.length)
  })
  afterAll(() => page.close())

  test('is booked by one click', async () => {
    await clickButton(page, 'Book')
    expect(await noteText(page)).toContain('stored')
    expect(stage.netviewer.requests.of(BOOK)).toHaveLength(1)
    expect(JSON.parse(stage.netviewer.requests.of(BOOK)[0]?.body ?? '')).toMatchObject({
      kind: 'adhoc',
      durationMinutes: 60,
      moderator: { name: 'Joe Smith', email: 'joe@smith.com' },
    })
  })

  test('is joined as its moderator by the next one, for the record knows it', async () => {
    await clickButton(page, 'Join')
    const visit = await stage.netviewer.program.entries.at(0)
    expect(visit).toMatchObject({ role: 'moderator', name: 'Joe Smith', isRunning: true })
    await (await stage.session.waitForPage((url) => url.startsWith(stage.netviewer.program.origin))).close()
  })

  test('gives the contact of the record a link of their own, which lets them in as participant', async () => {
    await clickButton(page, 'Invite')
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toMatch(/Ada c-1/)
    await invitation.click('.way-link')
    await said(invitation, 'The link for Ada c-1 was copied.')
    const link = await stage.session.clipboardText()
    await expectNothingOfTheModerator(invitation)
    const guest = await stage.session.open(link)
    expect(await textOf(guest)).toContain('Welcome Ada c-1, participant')
    await guest.close()
    await invitation.close()
  })

  test('does not ask for the same contact twice', async () => {
    await page.reload()
    // A button that comes under a resting pointer is asked about.
    await page.hoverAt(600, 500)
    await page.evaluate(() => globalThis.lab.main().append(globalThis.lab.contact('c-1')))
    await clickButton(page, 'Invite')
    await (await openedInvitation()).close()
    expect(stage.netviewer.requests.of(INVITE)).toHaveLength(1)
  })

  test('is not meant in another record: there the user picks, and it stays with that record', async () => {
    const other = await openContact(stage, 'c-2')
    await clickButton(other, 'Invite')
    const picking = await stage.session.waitForPage((url) => url.endsWith('/control.html'))
    await picking.waitFor(() => document.body.textContent.includes('Session for Ada c-2'))
    await picking.click('.found button')
    await picking.waitFor(() => document.body.textContent.includes('for Ada c-2?'))
    await picking.click('.start')
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toContain('Ada c-2')
    await invitation.close()
    await until('the window to close', async () => !(await stage.session.pages()).includes(picking))
    await clickButton(other, 'Join')
    await stage.netviewer.program.entries.at(2)
    await (await stage.session.waitForPage((url) => url.startsWith(stage.netviewer.program.origin))).close()
    await other.close()
  })

  test('a token in the text of a record is enough to join', async () => {
    const { token } = (await stage.netviewer.program.entries.at(0)) as { readonly token: string }
    const told = await openContact(stage, 'c-3')
    await told.evaluate((text) => {
      document.querySelector('article')?.append(globalThis.lab.make('span', { 'data-field': 'device' }, text))
    }, `Token: ${token}`)
    const before = stage.netviewer.program.entries.all.length
    await clickButton(told, 'Join')
    expect(await stage.netviewer.program.entries.at(before)).toMatchObject({ role: 'moderator', token })
    await (await stage.session.waitForPage((url) => url.startsWith(stage.netviewer.program.origin))).close()
    await told.close()
  })
})

describe('a series', () => {
  const target = () => stage.netviewer.sessions.at(-1)

  test('is planned from the record by a form', async () => {
    await addShortcut(stage, 'Plan', 'schedule')
    const crm = await openContact(stage, 'c-4')
    await clickButton(crm, 'Plan')
    const form = await stage.session.waitForPage((url) => url.includes('options.html#actions/'))
    await form.fill(input('subject'), 'Weekly review')
    // A Tuesday; the clocks of Berlin go back on the Sunday before the second time.
    await fillMoment(form, 'start', Date.UTC(2027, 9, 26, 7))
    await form.fill(input('durationMinutes'), '30')
    await form.fill(input('timeZone'), 'Europe/Berlin')
    await form.click(input('repeats'))
    await form.fill(input('count'), '3')
    expect(await runAction(form)).toContain('stored')
    expect(target()?.booking).toMatchObject({ subject: 'Weekly review' })
    await form.close()
    // The form was the record's, so its buttons mean the session that came of it.
    await clickButton(crm, 'Invite')
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toMatch(/Weekly review[\s\S]*Ada c-4/)
    await invitation.close()
    await crm.close()
  })

  test('is told to several people, each with a link of their own and the right times', async () => {
    await openForm('inviteSeveral', 'Weekly review')
    for (const [index, name] of ['Eve Adams', 'Bob Brown'].entries()) {
      await stage.desk.click('fieldset .button-small')
      await stage.desk.fill(input(`participants.${index}.name`), name)
      await stage.desk.fill(input(`participants.${index}.email`), `${name.split(' ')[0]?.toLowerCase()}@example.com`)
    }
    await stage.desk.click('form button[type="submit"]')
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toMatch(/Weekly review[\s\S]*Eve Adams[\s\S]*Bob Brown/)
    const file = await calendarFile(invitation)
    expect(occurrencesByName(file, Date.UTC(2028, 0))).toEqual([
      '2027-10-26T07:00:00.000Z',
      '2027-11-02T08:00:00.000Z',
      '2027-11-09T08:00:00.000Z',
    ])
    expect(linesOf(file)).toEqual(expect.arrayContaining(['SEQUENCE:0', 'METHOD:PUBLISH']))
    await expectNothingOfTheModerator(invitation)
    await invitation.close()
  })

  test('is changed, and the invitation says so under the same name', async () => {
    await openForm('change', 'Weekly review')
    await fillMoment(stage.desk, 'start', Date.UTC(2027, 9, 26, 8))
    await stage.desk.click('form button[type="submit"]')
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toContain('This meeting was changed')
    expect(linesOf(await calendarFile(invitation))).toContain('SEQUENCE:1')
    await invitation.close()
  })

  test('its state and its usage are tables; usage is billed once it has ended', async () => {
    await openForm('status', 'Weekly review')
    expect(await runAction(stage.desk)).not.toBe('')
    expect(await textOf(stage.desk)).toContain('booked')
    await openForm('usage', 'Weekly review')
    expect(await runAction(stage.desk)).toMatch(/not .*ended|not over|still/i)
  })

  test('is ended, and the cancellation keeps the name', async () => {
    await openForm('end', 'Weekly review')
    await submitAndAgree(stage.desk)
    const invitation = await openedInvitation()
    expect(await textOf(invitation)).toContain('does not take place')
    expect(linesOf(await calendarFile(invitation))).toEqual(
      expect.arrayContaining(['SEQUENCE:2', 'METHOD:CANCEL', 'STATUS:CANCELLED']),
    )
    await invitation.close()
    expect(stage.netviewer.state(target()?.number ?? '')).toBe('ended')
  })

  test('is not meant in its record any more: the user picks another one', async () => {
    const crm = await openContact(stage, 'c-4')
    await clickButton(crm, 'Join')
    const picking = await stage.session.waitForPage((url) => url.endsWith('/control.html'))
    await picking.waitFor(() => document.body.textContent.includes('Session for Ada c-4'))
    await picking.close()
    await crm.close()
  })
})

describe('on the account', () => {
  test('the connection is tested without booking anything', async () => {
    const before = stage.netviewer.sessions.length
    await openForm('test')
    expect(await runAction(stage.desk)).toMatch(/answers|works|reached/i)
    expect(stage.netviewer.sessions).toHaveLength(before)
  })

  test('a token that somebody sent is joined by', async () => {
    const token = stage.netviewer.program.entries.all[0]?.token ?? ''
    const before = stage.netviewer.program.entries.all.length
    await openForm('joinByToken')
    await stage.desk.fill(input('token'), token)
    await runAction(stage.desk)
    await stage.netviewer.program.entries.at(before)
    await (await stage.session.waitForPage((url) => url.startsWith(stage.netviewer.program.origin))).close()
  })

  test('usage of a period is a table of all sessions in it', async () => {
    const first = stage.netviewer.sessions[0]
    stage.netviewer.clock.advance(600_000)
    stage.netviewer.leave(stage.netviewer.program.entries.all[0]?.token ?? '')
    await openForm('usageReport')
    await fillMoment(stage.desk, 'from', Date.now() - 86_400_000)
    await fillMoment(stage.desk, 'to', Date.now() + 86_400_000)
    expect(await runAction(stage.desk)).toMatch(/row/)
    expect(await textOf(stage.desk)).toContain(String(first?.number))
  })

  const refusals = [
    ['a value is refused', refuses('invalid-parameters'), /refuse|not accepted|does not take/i],
    ['too many requests came', limits('30'), /limit|too many|wait/i],
  ] as const
  test.each(refusals)('where %s, the message says so and nothing is booked twice', async (_name, fault, words) => {
    stage.netviewer.faults.add(BOOK, fault)
    const asked = stage.netviewer.requests.of(BOOK).length
    const crm = await openContact(stage, 'c-9')
    await clickButton(crm, 'Book')
    await waitForState(crm, 'Book', 'error')
    expect(await noteText(crm)).toMatch(words)
    expect(stage.netviewer.requests.of(BOOK)).toHaveLength(asked + 1)
    await crm.close()
  })
})

async function openForm(action: string, label?: string): Promise<void> {
  await openAction(stage, action, label === undefined ? '' : await idOf(label))
}

async function idOf(label: string): Promise<string> {
  const query = { query: label, accountId: stage.accountId, limit: 10 }
  const { targets } = (await stage.send('desk.findTargets', query)) as { targets: readonly { readonly id: string }[] }
  return targets[0]?.id ?? ''
}

async function openedInvitation(): Promise<Page> {
  const invitation = await stage.session.waitForPage((url) => url.endsWith('/invitation.html'))
  await invitation.waitFor(() => document.querySelector('.guest') !== null)
  return invitation
}

async function calendarFile(invitation: Page): Promise<string> {
  await catchDownloads(invitation)
  await invitation.click('.way-calendar')
  await invitation.waitFor(() => 'caughtName' in globalThis)
  return (await caught(invitation)).text
}

/** Whatever a guest may get holds no moderator's token. */
async function expectNothingOfTheModerator(invitation: Page): Promise<void> {
  const handedOut = [await calendarFile(invitation)]
  for (const way of ['text', 'link']) {
    await invitation.click(`.way-${way}`)
    await invitation.waitFor(() => document.querySelector('[role="status"]')?.textContent !== '')
    handedOut.push(await stage.session.clipboardText())
  }
  for (const { moderator } of stage.netviewer.sessions) expect(handedOut.join('\n')).not.toContain(moderator.token)
}

async function said(invitation: Page, words: string): Promise<void> {
  await invitation.waitFor((expected) => document.body.textContent.includes(expected), words)
}

async function textOf(shown: Page): Promise<string> {
  return await shown.evaluate(() => document.body.textContent)
}
