/** Mutual TLS for real: the gateway wants a certificate from the browser's own store, and each way to lack it is told. */
import { afterEach, describe, expect, inject, test } from 'vitest'
import { obstacleToPolicy } from '../browsers/policy.ts'
import { openAction, runAction } from './action-forms.ts'
import { certificateFrom, type Holding, type NetviewerStage, none, openNetviewerStage } from './netviewer-stage.ts'

const DAY_MILLISECONDS = 86_400_000
const name = inject('browser')

let stage: NetviewerStage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

const foreign: Holding = async ({ otherAuthority }) => await certificateFrom(await otherAuthority())
const expired: Holding = async ({ authority, clock }) =>
  await certificateFrom(authority, { notBefore: new Date(clock.now() - 9 * DAY_MILLISECONDS), days: 2 })
const revoked: Holding = async ({ authority, revoke }) => {
  const held = await certificateFrom(authority)
  await revoke(held.serial)
  return held
}

// Chromium chooses a certificate by itself only where a policy says so, and this machine may not let it have one.
describe.skipIf(obstacleToPolicy(name) !== undefined)('a gateway that wants a client certificate', () => {
  test('takes the one that the assistant wrapped, presented by the extension’s background', async () => {
    const opened = await openNetviewerStage(name)
    stage = opened
    expect(await testConnection(opened)).toContain('accepts this browser’s certificate')
    const handshake = opened.netviewer.handshakes.all.findLast(({ accepted }) => accepted)
    expect(handshake).toMatchObject({ name: 'Joe Smith', serial: opened.held?.serial })
  })

  test.each([
    ['there is none', none, /came without a certificate/],
    ['it is of another authority', foreign, /authority/i],
    // No browser presents one that has expired: to the gateway it is none, and our own words name that cause.
    ['it has expired', expired, /came without a certificate/],
  ])('refuses the connection, or answers, where %s; each time the way out is named', async (_case, holding, words) => {
    const opened = await openNetviewerStage(name, holding)
    stage = opened
    const { netviewer } = opened
    const said = await testConnection(opened)
    expect(said).toContain('most likely the client certificate')
    expect(said).toContain('certificate assistant')
    await openAction(opened, 'bookNow')
    // Of a connection that ended, nobody knows what came through.
    expect(await runAction(opened.desk)).toMatch(/may have booked.*client certificate/)
    expect([netviewer.requests.all, netviewer.sessions]).toEqual([[], []])
    expect(netviewer.handshakes.all.filter(({ accepted }) => accepted)).toEqual([])
    await netviewer.require('http')
    expectAnswer(await testConnection(opened), words)
  })

  test('answers where it was revoked', async () => {
    const opened = await openNetviewerStage(name, revoked, { requireCertificate: 'http' })
    stage = opened
    expectAnswer(await testConnection(opened), /revoked/i)
  })
})

/** What the gateway saw, what may be the cause, and what to do. */
function expectAnswer(said: string, words: RegExp): void {
  expect(said.split('It says:')[1]).toMatch(words)
  expect(said).toMatch(/expired|revoked/)
  expect(said).toContain('certificate assistant')
}

async function testConnection(opened: NetviewerStage): Promise<string> {
  await openAction(opened, 'test')
  return await runAction(opened.desk)
}
