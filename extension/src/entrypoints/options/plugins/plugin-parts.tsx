/** What a plugin's card and the preview of a file have in common. @module */
import type { Plugin } from '@joinery/sdk'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import { extensionOf } from '../../../companion-record.ts'
import { inUserLanguage } from '../../../desk/problem.ts'
import { actionIcon, Icon } from '../../../ui/icons.tsx'
import { permissionWords, recognitionWords, vendorOf } from './permission-words.ts'

/** What it is called, and whose it is. */
export function PluginHead({ plugin, titleId }: { readonly plugin: Plugin; readonly titleId: string }) {
  return (
    <header>
      <h2 id={titleId}>
        <bdi>{inUserLanguage(plugin.name)}</bdi>
      </h2>
      <p class="quiet small">
        {i18n.t('plugins.version', [plugin.version])} · <bdi>{makerOf(plugin)}</bdi>
      </p>
    </header>
  )
}

/** A domain is what a plugin says of itself: of one that lives in another extension, the browser's word for that counts. */
function makerOf(plugin: Plugin): string {
  const extensionId = extensionOf(plugin)
  return extensionId === undefined ? vendorOf(plugin) : i18n.t('companions.extension', [extensionId])
}

/** What it may do, offers and recognises. */
export function PluginRights({ plugin }: { readonly plugin: Plugin }) {
  const recognised = recognitionWords(plugin)
  return (
    <>
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
    </>
  )
}

/** A part of a card, with its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="plugin-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Sentences, one below the other. */
export function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <bdi>{sentence}</bdi>
        </li>
      ))}
    </ul>
  )
}
