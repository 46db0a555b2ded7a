/** The enabled sites: list, and a form to enable another. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { SiteState } from '../../desk/site-views.ts'
import type { DeskView } from '../../desk/views.ts'
import { patternOf } from '../../sites/pattern.ts'
import { ask } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { notice, refreshDesk } from './desk.ts'
import { OwnSiteForm } from './own-site-form.tsx'
import { OwnSitesPanel } from './own-sites-panel.tsx'
import { SectionHead } from './section-head.tsx'
import { SiteForm } from './site-enabling.tsx'
import { SiteRow } from './site-row.tsx'

interface SitesSectionProps {
  readonly desk: DeskView
  /** The own site whose form is open. */
  readonly item: string | undefined
}

/** What the browser granted, and the way to more. */
export function SitesSection({ desk: read, item }: SitesSectionProps) {
  const { sites, wantedSites } = read
  const states = useSignal<readonly SiteState[]>([])
  useEffect(() => {
    void ask('sites.readStates', {}).then((found = []) => {
      states.value = found
    })
  }, [read])
  const wanted = wantedSites.filter((origin) => !sites.includes(patternOf(origin)))
  if (item !== undefined) return <OwnSiteForm id={item} />
  return (
    <>
      <SectionHead title={i18n.t('sites.title')} intro={i18n.t('sites.intro')} />
      {wanted.map((origin) => (
        <WantedSite key={origin} origin={origin} />
      ))}
      {sites.length === 0 && <p class="nothing">{i18n.t('sites.empty')}</p>}
      <ul class="items">
        {sites.map((pattern) => (
          <SiteRow key={pattern} pattern={pattern} desk={read} states={states.value} />
        ))}
      </ul>
      <SiteForm />
      <OwnSitesPanel desk={read} />
    </>
  )
}

function WantedSite({ origin }: { readonly origin: string }) {
  function enable() {
    // The browser asks only within the click: nothing is awaited before this.
    const request = browser.permissions.request({ origins: [patternOf(origin)] })
    void request
      .catch(() => false)
      .then(async (granted) => {
        if (granted) await ask('desk.enableSite', { origin })
        notice.value = granted
          ? { tone: 'done', text: i18n.t('sites.enabled', [origin]) }
          : { tone: 'problem', text: i18n.t('sites.denied') }
        await refreshDesk()
      })
  }
  return (
    <p class="message message-notice">
      <Icon name="site" />
      <span>{i18n.t('sites.wanted', [origin])}</span>
      <button type="button" class="button button-small" onClick={enable}>
        {i18n.t('sites.enable')}
      </button>
    </p>
  )
}
