/** What an organisation sets by the browser's policies, from the administrator's file to the click. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { obstacleToPolicy } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, visibleButtons, waitForButtons } from './buttons.ts'
import { listed, openSection } from './own-pages.ts'
import {
  fullPolicy,
  hasDeviceKey,
  openPolicyStage,
  type PolicyStage,
  pretendAMinutePassed,
  showroom,
  storedText,
  support,
  type VaultState,
} from './policy-stage.ts'

interface Desk {
  readonly accounts: readonly { readonly id: string; readonly revision: number; readonly name: string }[]
  readonly shortcuts: readonly { readonly id: string; readonly revision: number; readonly name: string }[]
}

const browser = inject('browser')
const obstacle = obstacleToPolicy(browser)
const refusal = { ok: false, problem: { code: 'not-permitted' } }
let stage: PolicyStage
let contact: Page

describe.skipIf(obstacle !== undefined)(
  `under a policy${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`,
  () => {
    beforeAll(async () => {
      stage = await openPolicyStage(browser)
    })
    afterAll(() => stage?.close())

    describe('what it sets up', () => {
      test('is there as soon as there is a vault', async () => {
        await openSection(stage.page(), 'accounts')
        await waitForList(['Northwind'])
        await openSection(stage.page(), 'shortcuts')
        await waitForList(['Join Support', 'Join Showroom'])
      })

      test('is a site that one click enables', async () => {
        await openSection(stage.page(), 'sites')
        const text = `Your organisation asks you to enable ${stage.crm.origin}.`
        await stage
          .page()
          .waitFor((asked) => document.querySelector('.message-notice')?.textContent?.includes(asked), text)
        await stage.session.allowGrants([stage.crm.origin.replace(/:\d+$/, '')])
        await stage.page().click('.message-notice button')
        await waitForList(['http://127.0.0.1'])
        await stage.page().waitFor(() => document.querySelector('.message-notice') === null)
      })

      test('works: a click joins the room, with the password that nobody typed', async () => {
        contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
        const buttons = await waitForButtons(contact, 2)
        expect(buttons.map(({ label }) => label)).toEqual(['Join Support', 'Join Showroom'])
        const before = stage.rooms.visits.length
        await clickButton(contact, 'Join Support')
        const { entry, refusal: refused } = await stage.rooms.visit(before)
        expect(refused).toBeUndefined()
        expect(entry).toMatchObject({ roomId: '5678', role: 'moderator', name: 'Joe Smith' })
      })

      test('is marked, and has neither Edit nor Remove', async () => {
        for (const [section, names] of [
          ['accounts', ['Northwind']],
          ['targets', ['Showroom', 'Support']],
          ['shortcuts', ['Join Support', 'Join Showroom']],
        ] as const) {
          await openSection(stage.page(), section)
          await waitForList(names)
          const items = await stage.page().evaluate(() =>
            [...document.querySelectorAll('.item')].map((item) => ({
              isMarked: item.textContent?.includes('Set up by your organisation.'),
              controls: item.querySelectorAll('a, button').length,
            })),
          )
          expect(items).toEqual(names.map(() => ({ isMarked: true, controls: 0 })))
        }
      })

      test('has no form by its address either', async () => {
        const { accounts, shortcuts } = await readDesk()
        const [account, shortcut, target] = [accounts[0]?.id, shortcuts[0]?.id, await targetId('Support')]
        for (const place of [`accounts/${account}`, `shortcuts/${shortcut}`, `targets/${target}`, 'accounts/new']) {
          await stage.page().goto(`${stage.session.extensionOrigin}/options.html#${place}`)
          await stage.page().reload()
          await stage.page().waitFor(() => document.querySelector('.item, .nothing') !== null)
          expect(await stage.page().evaluate(() => document.querySelectorAll('form').length)).toBe(0)
        }
      })

      test('is changed and removed by no message', async () => {
        const { accounts, shortcuts } = await readDesk()
        const [account, shortcut] = [accounts[0], shortcuts[0]]
        if (account === undefined || shortcut === undefined) throw new Error('Nothing is set up')
        const target = (await stage.send('desk.readTarget', { id: await targetId('Support') })) as typeof account
        const own = { pluginId: 'com.omnovia', name: 'Mine', settings: { companyId: '1', companyPass: 'x' } }
        const accountId = account.id
        const messages: readonly (readonly [string, object])[] = [
          ['desk.saveAccount', { ...own, stored: versionOf(account) }],
          ['desk.saveTarget', { stored: versionOf(target), accountId, fields: { label: 'Mine', roomId: '7' } }],
          [
            'desk.saveShortcut',
            { stored: versionOf(shortcut), name: 'Mine', accountId, action: 'join', targetId: target.id, inPage: true },
          ],
          ...[account, target, shortcut].map(({ id }) => ['desk.remove', { id }] as const),
        ]
        for (const [message, payload] of messages) expect(await stage.send(message, payload)).toMatchObject(refusal)
        expect(await readDesk()).toEqual({ accounts, shortcuts })
      })

      test('holds a secret that no view shows', async () => {
        const id = await targetId('Support')
        const views = await Promise.all([
          stage.send('desk.read', {}),
          stage.send('vault.read', {}),
          stage.send('desk.readTarget', { id }),
          stage.send('desk.findTargets', { query: '', limit: 100 }),
          stage.send('desk.findTargets', { query: stage.company.password, limit: 100 }),
        ])
        const pages: string[] = []
        for (const section of ['accounts', 'targets', 'shortcuts', 'sites', 'vault', 'about']) {
          await openSection(stage.page(), section)
          pages.push(await stage.page().evaluate(() => document.documentElement.outerHTML))
        }
        expect(pages.join()).toContain('Northwind')
        expect(JSON.stringify([views, pages])).not.toContain(stage.company.password)
        expect(await storedText(stage.page())).not.toContain(stage.company.password)
      })
    })

    describe('what it forbids', () => {
      test('an account is not added', async () => {
        const own = { pluginId: 'com.omnovia', name: 'Mine', settings: { companyId: '1', companyPass: 'x' } }
        expect(await stage.send('desk.saveAccount', own)).toMatchObject(refusal)
        await openSection(stage.page(), 'accounts')
        await stage.page().waitFor(() => document.body.textContent?.includes('does not allow further accounts'))
        expect(await stage.page().evaluate(() => document.querySelector('a[href="#accounts/new"]'))).toBeNull()
      })

      test('the vault does not stay unlocked, is not backed up, and locks when the organisation wants', async () => {
        expect(await stage.send('vault.setStaysUnlocked', { stays: true })).toMatchObject(refusal)
        expect(await stage.send('vault.setIdleMinutes', { minutes: 60 })).toMatchObject(refusal)
        expect(await readVault()).toMatchObject({ idleMinutes: 7, staysUnlocked: false })
        await openSection(stage.page(), 'vault')
        const page = await stage.page().evaluate(() => ({
          text: document.querySelector('main')?.textContent ?? '',
          fields: document.querySelectorAll('[id$=".stays"], [id$=".idleMinutes"]').length,
          buttons: [...document.querySelectorAll('main button')].map((button) => button.textContent?.trim()),
        }))
        expect(page.text).toContain('Your organisation does not allow staying unlocked.')
        expect(page.text).toContain('Your organisation does not allow backups.')
        expect(page.text).toContain('7 minutes. Set by your organisation.')
        expect(page.fields).toBe(0)
        expect(page.buttons).not.toContain('Save a backup')
        expect(page.buttons).toContain('Lock now')
      })
    })

    test('what it says about itself stands in the settings, with its mistakes', async () => {
      await openSection(stage.page(), 'about')
      const text = await stage.page().evaluate(() => document.querySelector('main')?.textContent ?? '')
      expect(text).toContain('Northwind Ltd')
      expect(text).toContain('Call 100,\nor ask at the desk.')
      expect(
        await stage.page().evaluate(() => [...document.querySelectorAll('code')].map((code) => code.textContent)),
      ).toEqual(['sites[1]', 'accounts[1].plugin'])
    })

    describe('when it changes', () => {
      test('a room comes and goes, in the settings and in the CRM', async () => {
        const lounge = { key: 'lounge', fields: { label: 'Lounge', roomId: '5679' }, actions: ['join'] }
        await stage.change({ ...fullPolicy(stage, [support, showroom, lounge]), companyName: 'With a lounge' })
        await until('the third button', async () => labelsIn(await visibleButtons(contact)).endsWith(',Join Lounge'))
        await openSection(stage.page(), 'targets')
        await waitForList(['Lounge', 'Showroom', 'Support'])
        await stage.change({ ...fullPolicy(stage, [lounge]), companyName: 'With a lounge only' })
        await until('the one button', async () => labelsIn(await visibleButtons(contact)) === 'Join Lounge')
        await openSection(stage.page(), 'targets')
        await waitForList(['Lounge'])
      })

      test('while the vault is locked, it applies when that is unlocked', async () => {
        await stage.lock()
        await stage.change({ ...fullPolicy(stage, [support]), companyName: 'While locked' })
        await stage.unlock()
        await until(
          'the change',
          async () => (await readDesk()).shortcuts.map(({ name }) => name).join() === 'Join Support',
        )
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
        expect(await readVault()).toMatchObject({ staysUnlocked: false })
        // The page that was open all the time says so, too.
        await openSection(stage.page(), 'vault')
        await stage
          .page()
          .waitFor(() => document.querySelector('main')?.textContent?.includes('does not allow backups'))
      })

      test('a policy that is missing takes nothing away at first, and one that comes back finds all as it was', async () => {
        const before = await readDesk()
        const accountId = before.accounts[0]?.id
        expect(
          await stage.send('desk.saveTarget', { accountId, fields: { label: 'Mine', roomId: '7' } }),
        ).toMatchObject({
          ok: true,
        })
        await stage.change(undefined)
        await stage.lock()
        await stage.unlock()
        expect((await readDesk()).accounts).toMatchObject([{ id: accountId }])
        expect(await stage.send('desk.remove', { id: accountId })).toMatchObject(refusal)
        await stage.change(fullPolicy(stage))
        expect((await readDesk()).shortcuts).toEqual(before.shortcuts)
        expect(await targetId('Mine')).toMatch(/^[0-9a-f]{32}$/)
      })

      test('one that is still missing a minute later is gone, with what was added to it', async () => {
        await stage.change(undefined)
        await stage.lock()
        await pretendAMinutePassed(stage.page())
        await stage.unlock()
        await until('the account to go', async () => (await readDesk()).accounts.length === 0)
        expect(await stage.send('desk.findTargets', { query: '', limit: 100 })).toMatchObject({ targets: [] })
        await waitForButtons(contact, 0)
      })
    })
  },
)

async function readDesk(): Promise<Desk> {
  const { accounts, shortcuts } = (await stage.send('desk.read', {})) as Desk
  return { accounts, shortcuts }
}

async function readVault(): Promise<VaultState> {
  return (await stage.send('vault.read', {})) as VaultState
}

async function targetId(label: string): Promise<string> {
  const { targets } = (await stage.send('desk.findTargets', { query: '', limit: 100 })) as {
    readonly targets: readonly { readonly id: string; readonly label: string }[]
  }
  return targets.find((target) => target.label === label)?.id ?? ''
}

function labelsIn(buttons: readonly { readonly label: string }[]): string {
  return buttons.map(({ label }) => label).join()
}

function versionOf({ id, revision }: { readonly id: string; readonly revision: number }) {
  return { id, revision }
}

async function waitForList(names: readonly string[]): Promise<void> {
  await expect.poll(() => listed(stage.page()), { timeout: 15_000 }).toEqual(names)
}
