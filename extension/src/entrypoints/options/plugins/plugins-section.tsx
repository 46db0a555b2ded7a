/** The plugins: what each may do, offers and recognises, and which accounts use it. @module */
import type { Plugin } from '@joinery/sdk'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import { allPlugins } from '../../../all-plugins.ts'
import { extensionOf } from '../../../companion-record.ts'
import { inUserLanguage } from '../../../desk/problem.ts'
import type { AccountView, DeskView } from '../../../desk/views.ts'
import { actionIcon, Icon } from '../../../ui/icons.tsx'
import { SectionHead } from '../section-head.tsx'
import { CompanionsPanel } from './companions-panel.tsx'
import { permissionWords, recognitionWords, vendorOf } from './permission-words.ts'

/** One card for each. */
export function PluginsSection({ desk }: { readonly desk: DeskView }) {
  return (
    <>
      <SectionHead title={i18n.t('plugins.title')} intro={i18n.t('plugins.intro')} />
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

interface PluginCardProps {
  readonly plugin: Plugin
  readonly accounts: readonly AccountView[]
}

function PluginCard({ plugin, accounts }: PluginCardProps) {
  const { id, name, version } = plugin
  const titleId = `plugin-${id}`
  const recognised = recognitionWords(plugin)
  return (
    <article class="form plugin" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{inUserLanguage(name)}</h2>
        <p class="quiet small">
          {i18n.t('plugins.version', [version])} · <bdi>{makerOf(plugin)}</bdi>
        </p>
      </header>
      <Part title={i18n.t('plugins.mayTitle')}>
        <Sentences of={permissionWords(plugin)} />
      </Part>
      <Part title={i18n.t('plugins.actionsTitle')}>
        <ul class="plain plugin-actions">
          {Object.entries(plugin.actions).flatMap(([action, [first]]) =>
            first === undefined ? (
              []
            ) : (
              <li key={action}>
                <Icon name={actionIcon(first.icon ?? 'shortcut')} />
                {inUserLanguage(first.label)}
              </li>
            ),
          )}
        </ul>
      </Part>
      <Part title={i18n.t('plugins.recognisesTitle')}>
        {recognised.length === 0 ? <p>{i18n.t('plugins.recognisesNothing')}</p> : <Sentences of={recognised} />}
      </Part>
      <Part title={i18n.t('plugins.accountsTitle')}>
        {accounts.length === 0 ? (
          <p class="quiet">{i18n.t('plugins.noAccount')}</p>
        ) : (
          <ul class="plain">
            {accounts.map((account) => (
              <li key={account.id}>
                {account.isManaged ? (
                  <bdi>{account.name}</bdi>
                ) : (
                  <a href={`#accounts/${account.id}`}>
                    <bdi>{account.name}</bdi>
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </article>
  )
}

/** A domain is what a plugin says of itself: of one that nobody here has looked at, the browser's word for its extension counts. */
function makerOf(plugin: Plugin): string {
  const extensionId = extensionOf(plugin)
  return extensionId === undefined ? vendorOf(plugin) : i18n.t('companions.extension', [extensionId])
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="plugin-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
