/** Bad input and failing services: one clear sentence, nothing opened, nothing half-done. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import type { SigningMode } from '../vendors/signing.ts'
import { clickButton, noteText, waitForButtons, waitForState } from './buttons.ts'
import { grantOrigins } from './site-pages.ts'
import { enableSite, openStage, SIGNING, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let contact: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1005`)
})
afterAll(() => stage?.close())

test('a name that the protocol cannot carry safely is refused with the reason, and nothing is copied', async () => {
  await clickButton(contact, 'Invite')
  await waitForState(contact, 'Invite', 'error')
  expect(await noteText(contact)).toMatch(/cannot carry this name safely/)
  expect(stage.rooms.visits).toHaveLength(0)
})

test('an e-mail address that makes no user name is refused with the reason', async () => {
  await contact.goto(`${stage.crm.origin}/contacts/c-1001`)
  await clickButton(contact, 'Invite')
  await waitForState(contact, 'Invite', 'error')
  expect(await noteText(contact)).toMatch(/allows only letters A to Z, digits/)
})

test('settings that do not fit are refused with the field and the form they stand in', async () => {
  const wrong = { pluginId: 'com.omnovia', name: 'Wrong', settings: { companyId: '12a', companyPass: 'x' } }
  expect(await stage.send('desk.saveAccount', wrong)).toMatchObject({
    ok: false,
    problem: { code: 'invalid', field: 'companyId', form: 'account', text: 'Company ID: digits only.' },
  })
  const desk = (await stage.send('desk.read', {})) as { accounts: { id: string }[]; targets: unknown[] }
  expect(desk.accounts).toHaveLength(1)
  const room = { accountId: desk.accounts[0]?.id, fields: { roomId: '001' } }
  expect(await stage.send('desk.saveTarget', room)).toMatchObject({
    ok: false,
    problem: { code: 'invalid', field: 'roomId', form: 'target' },
  })
})

describe('with a signing service', () => {
  beforeAll(async () => {
    const accountId = await save(stage, 'desk.saveAccount', {
      pluginId: 'com.omnovia',
      name: 'Remote',
      settings: { companyId: '1234', signing: 'remote', signingUrl: `https://${SIGNING}/sign` },
    })
    const targetId = await save(stage, 'desk.saveTarget', { accountId, fields: { label: 'Remote', roomId: '5678' } })
    await save(stage, 'desk.saveShortcut', { name: 'Join remotely', accountId, action: 'join', targetId, inPage: true })
    await save(stage, 'desk.expectEndpoint', { origin: `https://${SIGNING}` })
    await grantOrigins(stage, [`https://${SIGNING}`])
    await contact.goto(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(contact, 4)
  })

  test('Join is signed by the service, which never sees a password', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join remotely')
    expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5678', role: 'presenter' })
    expect(JSON.stringify(stage.signing.requests)).not.toContain(stage.company.password)
    await (await stage.session.waitForPage((url) => url.includes('room_login'))).close()
  })

  test('the origin of the service does not become a site with buttons', async () => {
    expect(await stage.send('desk.read', {})).toMatchObject({ sites: ['http://127.0.0.1/*'] })
  })

  const failures: readonly [SigningMode, RegExp][] = [
    ['unauthorized', /does not accept the credentials/],
    ['missing', /does not know this address/],
    ['busy', /Too many requests/],
    ['broken', /The server failed/],
    ['not-json', /answer that is not understood/],
    ['short-signature', /without a signature of 32 hex digits/],
    ['redirects', /redirects to another address/],
    ['hangs-up', /cannot be reached/],
    ['silent', /did not answer in time/],
  ]
  test.each(failures)('when the service is %s, one sentence says so and nothing opens', async (mode, sentence) => {
    stage.signing.mode = mode
    const before = stage.rooms.visits.length
    const pages = (await stage.session.pages()).length
    await clickButton(contact, 'Join remotely')
    await waitForState(contact, 'Join remotely', 'error')
    expect(await noteText(contact)).toMatch(sentence)
    expect(stage.rooms.visits).toHaveLength(before)
    expect(await stage.session.pages()).toHaveLength(pages)
    await contact.reload()
    await waitForButtons(contact, 4)
  })
})
