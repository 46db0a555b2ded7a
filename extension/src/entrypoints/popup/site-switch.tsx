/** Enables the site of the tab, or turns it off. @module */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { patternOf } from '../../sites/pattern.ts'
import { ask } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'

interface SiteSwitchProps {
  readonly tabId: number
  readonly origin: string
  /** What there is to do on an enabled site. */
  readonly children?: ComponentChildren
}

/** The switch for an origin. The grant is the browser's; what follows from it is the background's work. */
export function SiteSwitch({ tabId, origin, children }: SiteSwitchProps) {
  const granted = useSignal<boolean | undefined>(undefined)
  const denied = useSignal(false)
  const product = useSignal<string | null>(null)
  const origins = [patternOf(origin)]
  const { host } = new URL(origin)

  async function look() {
    granted.value = (await ask('desk.isSite', { origin })) === true
    if (!granted.value) product.value = (await ask('desk.recogniseSite', { tabId })) ?? null
  }
  useEffect(() => {
    void look()
    const changed = () => void look()
    browser.permissions.onAdded.addListener(changed)
    browser.permissions.onRemoved.addListener(changed)
    return () => {
      browser.permissions.onAdded.removeListener(changed)
      browser.permissions.onRemoved.removeListener(changed)
    }
  }, [origin])

  function enable() {
    // First in the click, or the browser takes it for unasked; Chromium closes the popup while its prompt is open.
    const request = browser.permissions.request({ origins })
    void request
      .catch(() => false)
      .then(async (allowed) => {
        denied.value = !allowed
        // Where it was granted for an account's requests before, the browser tells nobody of a new grant.
        if (allowed) await ask('desk.enableSite', { origin })
        await look()
      })
  }

  async function disable() {
    await browser.permissions.remove({ origins }).catch(() => false)
    await look()
  }

  if (granted.value === undefined) return null
  if (granted.value) {
    return (
      <>
        {children}
        <footer class="site">
          <Icon name="site" />
          <p class="site-text">{i18n.t('popup.enabled', [host])}</p>
          <button type="button" class="button button-plain button-small" onClick={() => void disable()}>
            {i18n.t('popup.disable')}
          </button>
        </footer>
      </>
    )
  }
  return (
    <footer class="site site-off">
      <p class="site-text quiet small" role="status">
        {denied.value ? i18n.t('popup.notGranted') : offer(product.value, host)}
      </p>
      <button type="button" class="button button-primary" onClick={enable}>
        {i18n.t('popup.enable')}
      </button>
    </footer>
  )
}

function offer(product: string | null, host: string): string {
  return product === null ? i18n.t('popup.enableHelp', [host]) : i18n.t('popup.looksLike', [product, host])
}
