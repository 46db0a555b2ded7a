/** A stage under an organisation's policy, and how a test changes that. @module */
import type { BrowserName } from '../browsers/browser-name.ts'
import type { PolicyValues } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { openBrowserSettings } from './browser-settings.ts'
import { listed } from './own-pages.ts'
import { me, openStage, type Stage, sendFrom } from './stage.ts'

/** A room as an administrator writes it. */
export const support = { key: 'support', fields: { label: 'Support', roomId: '5678' }, actions: ['join'] }
/** Another one; Chromium knows texts alone. */
export const showroom = {
  key: 'showroom',
  fields: { label: 'Showroom', roomId: '5679', directAccess: 'true' },
  actions: ['join'],
}

/** A plugin without code, which opens one page. */
const WIKI = {
  joinery: 1,
  id: 'com.example.wiki',
  name: 'Wiki',
  version: '1.0.0',
  permissions: { open: ['https://wiki.example.com/*'] },
  actions: { read: { label: 'Read', for: 'me', on: 'account', opens: 'tab', url: 'https://wiki.example.com/' } },
}

/** Everything that a policy can say, with two mistakes. */
export function fullPolicy(
  { company, crm }: Pick<Stage, 'company' | 'crm'>,
  targets: readonly object[] = [support, showroom],
) {
  const settings = { companyId: company.id, companyPass: company.password, role: '3' }
  return {
    accounts: [
      { key: 'northwind', plugin: 'com.omnovia', name: 'Northwind', settings, targets },
      { key: 'mistaken', plugin: 'com.nobody', name: 'Nobody' },
    ],
    // Chromium's schema knows texts alone.
    plugins: [JSON.stringify(WIKI)],
    sites: [crm.origin, 'ftp://crm.example.com'],
    idleMinutes: 7,
    allowBackup: false,
    allowStayUnlocked: false,
    allowAddingAccounts: false,
    companyName: 'Northwind Ltd',
    supportText: 'Call 100,\nor ask at the desk.',
  }
}

/** What the tests read of `vault.read`. */
export interface VaultState {
  readonly state: string
  readonly companyName?: string
  readonly staysUnlocked: boolean
  readonly idleMinutes: number
  readonly policyFaults: readonly string[]
}

/** Something that the options page lists. */
interface Listed {
  readonly id: string
  readonly revision: number
  readonly name: string
}

/** What the tests read of `desk.read`. */
export interface DeskState {
  readonly accounts: readonly (Listed & { readonly storedSecrets: readonly string[] })[]
  readonly shortcuts: readonly Listed[]
}

/** A browser under a policy, its vault made and open. */
export interface PolicyStage extends Stage {
  /** The options page that is open now. */
  page(): Page
  /** Changes the policy, and waits until the extension has it; in Firefox that takes a new start of the extension. */
  change(values: PolicyValues | undefined): Promise<void>
  lock(): Promise<void>
  unlock(): Promise<void>
  readVault(): Promise<VaultState>
  readDesk(): Promise<DeskState>
  /** The id of the room of this name, or an empty text. */
  targetId(label: string): Promise<string>
  /** Waits until the list in the options page has just these names. */
  waitForList(names: readonly string[]): Promise<void>
}

interface Targets {
  readonly targets: readonly { readonly id: string; readonly label: string }[]
}

/** Opens the stage. */
export async function openPolicyStage(name: BrowserName): Promise<PolicyStage> {
  const stage = await openStage(name, { policy: fullPolicy })
  let page = stage.desk
  const send = (message: string, payload: object) => sendFrom(page, message, payload)
  const vault = async () => (await send('vault.read', {})) as VaultState

  async function waitForCompany(companyName: unknown): Promise<void> {
    await until(`the company name ${companyName}`, async () => (await vault()).companyName === companyName)
  }
  async function restart(): Promise<void> {
    const settings = await openBrowserSettings(stage.session)
    await settings.restartExtension()
    await settings.close()
    page = await stage.session.open(`${stage.session.extensionOrigin}/options.html`)
  }
  async function unlock(): Promise<void> {
    await done(send('vault.unlock', { passphrase: stage.passphrase }))
  }

  await waitForCompany('Northwind Ltd')
  await done(send('vault.create', { passphrase: stage.passphrase }))
  await done(send('desk.saveMe', { person: me }))
  return {
    ...stage,
    send,
    page: () => page,
    async change(values) {
      stage.session.setPolicy(values)
      if (name === 'firefox') await restart()
      await waitForCompany(values?.companyName)
      if (name === 'firefox') await unlock()
    },
    lock: () => done(send('vault.lock', {})),
    unlock,
    readVault: vault,
    async readDesk() {
      const { accounts, shortcuts } = (await send('desk.read', {})) as DeskState
      return { accounts, shortcuts }
    },
    async targetId(label) {
      const { targets } = (await send('desk.findTargets', { query: '', limit: 100 })) as Targets
      return targets.find((target) => target.label === label)?.id ?? ''
    },
    async waitForList(names) {
      await until(`the list ${names}`, async () => (await listed(page)).join() === names.join(), {
        detail: async () => `It had ${await listed(page)}.`,
      })
    },
  }
}

async function done(sending: Promise<unknown>): Promise<void> {
  const reply = (await sending) as { readonly ok: boolean; readonly problem?: { readonly text: string } }
  if (!reply.ok) throw new Error(reply.problem?.text)
}
