/** What the user chose for single sites; it ends with the site. @module */
import { browser } from 'wxt/browser'

/**
 * `trustedSites`: clicks count although the browser cannot tell whether something lies over our buttons.
 * `sitesWithoutFloating`: no bar floats over their pages.
 */
export type SiteChoice = 'trustedSites' | 'sitesWithoutFloating'

const CHOICES: readonly SiteChoice[] = ['trustedSites', 'sitesWithoutFloating']

/** The origins that a choice was made for. */
export async function chosenSites(choice: SiteChoice): Promise<readonly string[]> {
  return (await browser.storage.local.get({ [choice]: [] }))[choice] as readonly string[]
}

/** Makes a choice for an origin, or takes it back. */
export async function chooseForSite(choice: SiteChoice, origin: string, isChosen: boolean): Promise<undefined> {
  await navigator.locks.request(choice, async () => {
    const others = (await chosenSites(choice)).filter((other) => other !== origin)
    await browser.storage.local.set({ [choice]: isChosen ? [...others, origin] : others })
  })
}

/** Forgets the choices for origins that are no sites any more. */
export async function forgetChoices(isSite: (origin: string) => Promise<boolean>): Promise<void> {
  for (const choice of CHOICES) {
    for (const origin of await chosenSites(choice)) {
      if (!(await isSite(origin))) await chooseForSite(choice, origin, false)
    }
  }
}
