/** What this is, and in which version. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import { plugins } from '../../plugins.ts'
import { SectionHead } from './section-head.tsx'

/** Version, purpose, plugins. */
export function AboutSection() {
  return (
    <>
      <SectionHead title={i18n.t('about.title')} intro={i18n.t('about.text')} />
      <p>{i18n.t('about.version', [browser.runtime.getManifest().version])}</p>
      <section class="group">
        <h2>{i18n.t('about.plugins')}</h2>
        <ul class="plain">
          {plugins.map(({ id, name, version }) => (
            <li key={id}>
              {inUserLanguage(name)} <span class="quiet small">{version}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
