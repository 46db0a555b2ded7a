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
    ['there is none', none],
    ['it is of another authority', foreign],
    ['it has expired', expired],
  ])('refuses the connection where %s; the message names the causes and the way out', async (_case, holding) => {
    const opened = await openNetviewerStage(name, holding)
    stage = opened
    const said = await testConnection(opened)
    expect(said).toContain('most likely the client certificate')
    expect(said).toContain('certificate assistant')
    expect(opened.netviewer.requests.all).toHaveLength(0)
    expect(opened.netviewer.handshakes.all.every(({ accepted }) => !accepted)).toBe(true)
  })

  test.each([
    ['there is none', none, /came without a certificate/],
    ['it is of another authority', foreign, /authority/i],
    // No browser presents one that has expired: to the gateway it is none, and our own words name that cause.
    ['it has expired', expired, /came without a certificate/],
    ['it was revoked', revoked, /revoked/i],
  ])(
    'answers where %s; the message says what the gateway saw, what may be the cause, and what to do',
    async (_case, holding, words) => {
      const opened = await openNetviewerStage(name, holding, { requireCertificate: 'http' })
      stage = opened
      const said = await testConnection(opened)
      expect(said.split('It says:')[1]).toMatch(words)
      expect(said).toMatch(/expired|revoked/)
      expect(said).toContain('certificate assistant')
    },
  )

  test('books nothing where the connection is refused, and says what may have happened', async () => {
    const opened = await openNetviewerStage(name, none)
    stage = opened
    await openAction(opened, 'bookNow')
    expect(await runAction(opened.desk)).toMatch(/may have booked.*client certificate/)
    expect(opened.netviewer.sessions).toHaveLength(0)
  })
})

async function testConnection(opened: NetviewerStage): Promise<string> {
  await openAction(opened, 'test')
  return await runAction(opened.desk)
}
