/** What the extension leaves in the browser, looked at from one of its own pages. @module */
import type { Page } from '../browsers/session.ts'

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
