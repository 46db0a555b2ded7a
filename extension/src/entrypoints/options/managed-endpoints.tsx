/** The permissions that accounts of the organisation need: no form asks for them, so the list does. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import type { DeskView } from '../../desk/views.ts'
import { patternOf } from '../../sites/pattern.ts'
import { Icon } from '../../ui/icons.tsx'
import { notice, refreshDesk } from './desk.ts'
import { type Endpoint, endpointsOf } from './endpoints.ts'
import { requestEndpoints } from './request-endpoints.ts'

/** A line with a button for each address that a managed account calls and that the browser does not allow yet. */
export function ManagedEndpoints({ desk }: { readonly desk: DeskView }) {
  const missing = useSignal<readonly Endpoint[]>([])
  // The desk is read anew whenever a grant comes or goes.
  useEffect(() => {
    let isCurrent = true
    void missingEndpoints(desk).then((found) => {
      if (isCurrent) missing.value = found
    })
    return () => {
      isCurrent = false
    }
  }, [desk])

  function allow(endpoint: Endpoint) {
    // The browser asks only within the click: nothing is awaited before this.
    void requestEndpoints([endpoint], desk.sites).then(async (granted) => {
      notice.value = granted
        ? { tone: 'done', text: i18n.t('ui.saved') }
        : { tone: 'problem', text: i18n.t('sites.denied') }
      await refreshDesk()
    })
  }

  return missing.value.map((endpoint) => (
    <p key={endpoint.origin} class="message message-notice">
      <Icon name="site" />
      <span>{i18n.t('accounts.endpointWanted', [endpoint.origin])}</span>
      <button type="button" class="button button-small" onClick={() => allow(endpoint)}>
        {i18n.t('accounts.endpointAllow')}
      </button>
    </p>
  ))
}

async function missingEndpoints({ accounts }: DeskView): Promise<readonly Endpoint[]> {
  const called = accounts
    .filter(({ isManaged }) => isManaged)
    .flatMap(({ pluginId, settings }) => {
      const plugin = pluginById(pluginId)
      return plugin === undefined ? [] : endpointsOf(plugin, settings)
    })
  const distinct = [...new Map(called.map((endpoint) => [endpoint.origin, endpoint])).values()]
  const granted = await Promise.all(
    distinct.map(({ origin }) => browser.permissions.contains({ origins: [patternOf(origin)] })),
  )
  return distinct.filter((_endpoint, index) => !granted[index])
}
