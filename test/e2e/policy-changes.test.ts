/** What happens when an organisation's policy changes: at once in Chromium, at the extension's next start in Firefox. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { obstacleToPolicy } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, visibleButtons, waitForButtons } from './buttons.ts'
import { openSection } from './own-pages.ts'
import { fullPolicy, openPolicyStage, type PolicyStage, showroom, support } from './policy-stage.ts'
import { hasDeviceKey, pretendAMinutePassed } from './policy-traces.ts'
import { enableSite, SIGNING } from './stage.ts'

const browser = inject('browser')
const obstacle = obstacleToPolicy(browser)
const refusal = { ok: false, problem: { code: 'not-permitted' } }
let stage: PolicyStage
let contact: Page

describe.skipIf(obstacle !== undefined)(
  `a policy that changes${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`,
  () => {
    beforeAll(async () => {
      stage = await openPolicyStage(browser)
      await enableSite({ ...stage, desk: stage.page() }, stage.crm.origin)
      contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
      await waitForButtons(contact, 2)
    })
    afterAll(() => stage?.close())

    test('a room comes and goes, in the settings and in the CRM', async () => {
      const lounge = { key: 'lounge', fields: { label: 'Lounge', roomId: '5679' }, actions: ['join'] }
      await stage.change({ ...fullPolicy(stage, [support, showroom, lounge]), companyName: 'With a lounge' })
      await until('the third button', async () => labelsIn(await visibleButtons(contact)).endsWith(',Join Lounge'))
      await openSection(stage.page(), 'targets')
      await stage.waitForList(['Lounge', 'Showroom', 'Support'])
      await stage.change({ ...fullPolicy(stage, [lounge]), companyName: 'With a lounge only' })
      await until('the one button', async () => labelsIn(await visibleButtons(contact)) === 'Join Lounge')
      await openSection(stage.page(), 'targets')
      await stage.waitForList(['Lounge'])
    })

    test('while the vault is locked, it applies when that is unlocked', async () => {
      await stage.lock()
      await stage.change({ ...fullPolicy(stage, [support]), companyName: 'While locked' })
      await stage.unlock()
      await until(
        'the change',
        async () => (await stage.readDesk()).shortcuts.map(({ name }) => name).join() === 'Join Support',
      )
    })

    test('an account whose links the organisation’s own service signs works after one click that allows the call', async () => {
      const settings = {
        companyId: stage.company.id,
        signing: 'remote',
        signingUrl: `https://${SIGNING}/sign`,
        role: '3',
      }
      const { accounts, ...rest } = fullPolicy(stage)
      await stage.change({ ...rest, accounts: [{ ...accounts[0], settings }], companyName: 'Signs by itself' })
      await openSection(stage.page(), 'accounts')
      await stage.session.allowGrants([`https://${SIGNING}`])
      await stage.page().click('.message-notice button')
      await stage.page().waitFor(() => document.querySelector('.message-done') !== null)
      await stage.page().waitFor(() => document.querySelector('main .message-notice button') === null)
      const before = stage.rooms.visits.length
      await clickButton(contact, 'Join Support')
      expect(await stage.rooms.visit(before)).toMatchObject({ entry: { roomId: '5678', role: 'moderator' } })
      await openSection(stage.page(), 'sites')
      await stage.waitForList(['Demo CRM'])
    })

    test('a mistake takes nothing away, not even one for which the browser leaves out all accounts', async () => {
      await stage.change(fullPolicy(stage))
      await until('the password', async () => (await stage.readDesk()).accounts[0]?.storedSecrets.length === 1)
      const before = await stage.readDesk()
      const { accounts, ...rest } = fullPolicy(stage)
      // Where texts belong, Chromium takes no number; Joinery takes no such company.
      const wrong = { ...accounts[0], settings: { companyId: 'none', role: 3 } }
      await stage.change({ ...rest, accounts: [wrong], companyName: 'Mistaken' })
      await stage.lock()
      await stage.unlock()
      expect(await stage.readDesk()).toEqual(before)
    })

    test('what is forbidden later ends: the key that keeps a vault unlocked goes, and so does the way to a backup', async () => {
      const lenient = { allowStayUnlocked: true, allowBackup: true, companyName: 'Lenient' }
      await stage.change({ ...fullPolicy(stage), ...lenient })
      await openSection(stage.page(), 'vault')
      await stage.page().waitFor(() => document.querySelector('main')?.textContent?.includes('Save a backup'))
      expect(await stage.send('vault.setStaysUnlocked', { stays: true })).toMatchObject({ ok: true })
      expect(await hasDeviceKey(stage.page())).toBe(true)
      await stage.change(fullPolicy(stage))
      await until('the key to go', async () => !(await hasDeviceKey(stage.page())))
      expect(await stage.readVault()).toMatchObject({ staysUnlocked: false })
      // The page that was open all the time says so, too.
      await openSection(stage.page(), 'vault')
      await stage.page().waitFor(() => document.querySelector('main')?.textContent?.includes('does not allow backups'))
    })

    test('a policy that is missing takes nothing away at first, and one that comes back finds all as it was', async () => {
      const before = await stage.readDesk()
      const accountId = before.accounts[0]?.id
      expect(await stage.send('desk.saveTarget', { accountId, fields: { label: 'Mine', roomId: '7' } })).toMatchObject({
        ok: true,
      })
      await stage.change(undefined)
      await stage.lock()
      await stage.unlock()
      expect((await stage.readDesk()).accounts).toMatchObject([{ id: accountId }])
      expect(await stage.send('desk.remove', { id: accountId })).toMatchObject(refusal)
      await stage.change(fullPolicy(stage))
      expect((await stage.readDesk()).shortcuts).toEqual(before.shortcuts)
      expect(await stage.targetId('Mine')).toMatch(/^[0-9a-f]{32}$/)
    })

    test('one that is still missing a minute later is gone, with what was added to it', async () => {
      await stage.change(undefined)
      await stage.lock()
      await pretendAMinutePassed(stage.page())
      await stage.unlock()
      await until('the account to go', async () => (await stage.readDesk()).accounts.length === 0)
      expect(await stage.send('desk.findTargets', { query: '', limit: 100 })).toMatchObject({ targets: [] })
      await waitForButtons(contact, 0)
    })
  },
)

function labelsIn(buttons: readonly { readonly label: string }[]): string {
  return buttons.map(({ label }) => label).join()
}
