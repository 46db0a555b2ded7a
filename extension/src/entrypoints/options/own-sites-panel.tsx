/** The user's own sites: list, share, remove, and the way to import one. @module */

import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { OwnSite } from '../../desk/site-views.ts'
import type { DeskView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { summaryOf } from '../../ui/site-words.ts'
import { ItemList } from './item-list.tsx'
import { ownSites, refreshOwnSites } from './own-sites.ts'
import { SiteImport } from './site-import.tsx'

/** The list, below the enabled sites; read anew whenever the desk was. */
export function OwnSitesPanel({ desk }: { readonly desk: DeskView }) {
  useEffect(() => void refreshOwnSites(), [desk])
  const sites = ownSites.value ?? []
  return (
    <>
      <div class="group" id="own-sites">
        <h2>{i18n.t('ownSites.title')}</h2>
        <p class="quiet">{i18n.t(sites.length === 0 ? 'ownSites.empty' : 'ownSites.intro')}</p>
        <ItemList
          section="sites"
          items={sites.map(({ site }) => ({ id: site.id, name: site.name, detail: summaryOf(site), icon: 'place' }))}
          askRemoval={({ name }) => ({
            title: i18n.t('ownSites.removeTitle', [name]),
            text: <p>{i18n.t('ownSites.removeText', [name])}</p>,
          })}
          remove={(id) => removeSite(sites, id)}
        />
      </div>
      <SiteImport />
    </>
  )
}

async function removeSite(sites: readonly OwnSite[], id: string) {
  const revision = sites.find(({ site }) => site.id === id)?.revision ?? 0
  const reply = await ask('sites.removeOwn', { stored: { id, revision } })
  await refreshOwnSites()
  return reply
}
