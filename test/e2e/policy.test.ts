/** What an organisation sets by the browser's policies, from the administrator's file to the click. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { obstacleToPolicy } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { openSection } from './own-pages.ts'
import { openPolicyStage, type PolicyStage } from './policy-stage.ts'
import { storedText } from './policy-traces.ts'

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
        await stage.waitForList(['Northwind'])
        await openSection(stage.page(), 'shortcuts')
        await stage.waitForList(['Join Support', 'Join Showroom'])
      })

      test('is a site that one click enables', async () => {
        await openSection(stage.page(), 'sites')
        const text = `Your organisation asks you to enable ${stage.crm.origin}.`
        await stage
          .page()
          .waitFor((asked) => document.querySelector('.message-notice')?.textContent?.includes(asked), text)
        await stage.session.allowGrants([stage.crm.origin.replace(/:\d+$/, '')])
        await stage.page().click('.message-notice button')
        await stage.waitForList(['http://127.0.0.1'])
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
          await stage.waitForList(names)
          const items = await stage.page().evaluate(() =>
            [...document.querySelectorAll('.item, .target-row')].map((item) => ({
              isMarked: item.textContent?.includes('Set up by your organisation.'),
              controls: item.querySelectorAll('a, button').length,
            })),
          )
          expect(items).toEqual(names.map(() => ({ isMarked: true, controls: 0 })))
        }
      })

      test('has no form by its address either', async () => {
        const { accounts, shortcuts } = await stage.readDesk()
        const [account, shortcut, target] = [accounts[0]?.id, shortcuts[0]?.id, await stage.targetId('Support')]
        for (const place of [`accounts/${account}`, `shortcuts/${shortcut}`, `targets/${target}`, 'accounts/new']) {
          await stage.page().goto(`${stage.session.extensionOrigin}/options.html#${place}`)
          await stage.page().reload()
          await stage.page().waitFor(() => document.querySelector('.item, .nothing') !== null)
          expect(await stage.page().evaluate(() => document.querySelectorAll('form').length)).toBe(0)
        }
      })

      test('is a plugin without code, to be used and not to be removed', async () => {
        await openSection(stage.page(), 'plugins')
        await stage.page().waitFor(() => document.getElementById('plugin-com.example.wiki') !== null)
        const [text, buttons] = await stage.page().evaluate(() => {
          const card = document.getElementById('plugin-com.example.wiki')?.closest('article')
          return [card?.textContent, card?.querySelectorAll('button').length]
        })
        expect(text).toContain('Set up by your organisation.')
        expect(text).toContain('Open pages of wiki.example.com')
        expect(buttons).toBe(0)
        expect(await stage.page().evaluate(() => document.querySelectorAll('input[type="file"]').length)).toBe(0)
      })

      test('is changed and removed by no message', async () => {
        const { accounts, shortcuts } = await stage.readDesk()
        const [account, shortcut] = [accounts[0], shortcuts[0]]
        if (account === undefined || shortcut === undefined) throw new Error('Nothing is set up')
        const target = (await stage.send('desk.readTarget', { id: await stage.targetId('Support') })) as typeof account
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
        expect(await stage.readDesk()).toEqual({ accounts, shortcuts })
      })

      test('holds a secret that no view shows', async () => {
        const id = await stage.targetId('Support')
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
        expect(await stage.readVault()).toMatchObject({ idleMinutes: 7, staysUnlocked: false })
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
  },
)

function versionOf({ id, revision }: { readonly id: string; readonly revision: number }) {
  return { id, revision }
}
