/** A stage under an organisation's policy, and how a test changes that. @module */
import type { BrowserName } from '../browsers/browser-name.ts'
import type { PolicyValues } from '../browsers/policy.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { openBrowserSettings } from './browser-settings.ts'
import { me, openStage, type Stage, sendFrom } from './stage.ts'

/** A room as an administrator writes it. */
export const support = { key: 'support', fields: { label: 'Support', roomId: '5678' }, actions: ['join'] }
/** Another one; Chromium knows texts alone. */
export const showroom = {
  key: 'showroom',
  fields: { label: 'Showroom', roomId: '5679', directAccess: 'true' },
  actions: ['join'],
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

/** A browser under a policy, its vault made and open. */
export interface PolicyStage extends Stage {
  /** The options page that is open now. */
  page(): Page
  /** Changes the policy, and waits until the extension has it; in Firefox that takes a new start of the extension. */
  change(values: PolicyValues | undefined): Promise<void>
  lock(): Promise<void>
  unlock(): Promise<void>
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
  }
}

async function done(sending: Promise<unknown>): Promise<void> {
  const reply = (await sending) as { readonly ok: boolean; readonly problem?: { readonly text: string } }
  if (!reply.ok) throw new Error(reply.problem?.text)
}

/** Whether the vault's database holds a key that opens it without the passphrase. */
export async function hasDeviceKey(page: Page): Promise<boolean> {
  return await page.evaluate(async () => {
    const opening = indexedDB.open('joinery-vault')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const asking = opening.result.transaction('state').objectStore('state').count('device')
    await new Promise((resolve) => asking.addEventListener('success', resolve))
    opening.result.close()
    return asking.result > 0
  })
}

/** Everything that lies in the vault's database and in the extension's storage, as text. */
export async function storedText(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const opening = indexedDB.open('joinery-vault')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const stores = [...opening.result.objectStoreNames]
    const asking = stores.map((store) => opening.result.transaction(store).objectStore(store).getAll())
    await Promise.all(asking.map((one) => new Promise((resolve) => one.addEventListener('success', resolve))))
    opening.result.close()
    const scope = globalThis as unknown as Record<string, ExtensionApi>
    const local = await scope['browser' in globalThis ? 'browser' : 'chrome']?.storage.local.get(null)
    return JSON.stringify([asking.map(({ result }) => result), local])
  })
}

/** Lets the extension believe that it missed the policy a minute earlier than it did. */
export async function pretendAMinutePassed(page: Page): Promise<void> {
  await page.waitFor(async () => {
    const scope = globalThis as unknown as Record<string, ExtensionApi>
    const { storage } = scope['browser' in globalThis ? 'browser' : 'chrome'] as ExtensionApi
    const { policyMissedAt } = await storage.session.get('policyMissedAt')
    if (typeof policyMissedAt !== 'number') return false
    await storage.session.set({ policyMissedAt: policyMissedAt - 60_000 })
    return true
  })
}

interface ExtensionArea {
  get(names: string | null): Promise<Readonly<Record<string, unknown>>>
  set(values: object): Promise<void>
}

interface ExtensionApi {
  readonly storage: { readonly local: ExtensionArea; readonly session: ExtensionArea }
}
