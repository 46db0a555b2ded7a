/** The plugins: what each may do, offers and recognises, which accounts use it; and the way to add one. @module */
import { i18n } from '#i18n'
import { allPlugins } from '../../../all-plugins.ts'
import type { DeskView } from '../../../desk/views.ts'
import { SectionHead } from '../section-head.tsx'
import { CompanionsPanel } from './companions-panel.tsx'
import { PluginCard } from './plugin-card.tsx'
import { PluginImport } from './plugin-import.tsx'

/** One card for each. */
export function PluginsSection({ desk }: { readonly desk: DeskView }) {
  return (
    <>
      <SectionHead title={i18n.t('plugins.title')} intro={i18n.t('plugins.intro')} />
      {desk.mayAddAccounts ? <PluginImport /> : <p class="quiet">{i18n.t('plugins.addForbidden')}</p>}
      <CompanionsPanel desk={desk} />
      {allPlugins().map((plugin) => (
        <PluginCard
          key={plugin.id}
          plugin={plugin}
          accounts={desk.accounts.filter(({ pluginId }) => pluginId === plugin.id)}
        />
      ))}
    </>
  )
}
