/** Sites whose clicks count although the browser cannot tell whether something lies over our buttons. @module */
import { browser } from 'wxt/browser'

const KEY = 'trustedSites'

/** The origins that the user trusts not to lay something over our buttons. */
export async function trustedSites(): Promise<readonly string[]> {
  return (await browser.storage.local.get({ [KEY]: [] }))[KEY] as readonly string[]
}

/** Trusts an origin, or no longer. */
export async function trustSite(origin: string, trusts: boolean): Promise<undefined> {
  await navigator.locks.request(KEY, async () => {
    const others = (await trustedSites()).filter((other) => other !== origin)
    await browser.storage.local.set({ [KEY]: trusts ? [...others, origin] : others })
  })
}

/** Trust ends with the site. */
export async function forgetTrust(isLeft: (origin: string) => Promise<boolean>): Promise<void> {
  for (const origin of await trustedSites()) if (!(await isLeft(origin))) await trustSite(origin, false)
}
