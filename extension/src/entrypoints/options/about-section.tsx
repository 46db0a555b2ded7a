/** What this is, in which version, and who set it up. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import type { VaultView } from '../../desk/views.ts'
import { plugins } from '../../plugins.ts'
import { KeysPanel } from './keys-panel.tsx'
import { SectionHead } from './section-head.tsx'

/** Version, purpose, organisation, plugins. */
export function AboutSection({ vault }: { readonly vault: VaultView }) {
  return (
    <>
      <SectionHead title={i18n.t('about.title')} intro={i18n.t('about.text')} />
      <p>{i18n.t('about.version', [browser.runtime.getManifest().version])}</p>
      <Organisation vault={vault} />
      <KeysPanel />
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

function Organisation({ vault: { companyName, supportText, policyFaults } }: { readonly vault: VaultView }) {
  if (companyName === undefined && supportText === undefined && policyFaults.length === 0) return null
  return (
    <section class="group" aria-labelledby="organisation">
      <h2 id="organisation">{companyName ?? i18n.t('about.organisation')}</h2>
      {companyName !== undefined && <p>{i18n.t('about.managed')}</p>}
      {supportText !== undefined && <p class="lines">{supportText}</p>}
      {policyFaults.length > 0 && (
        <>
          <p>{i18n.t('about.policyFaults')}</p>
          <ul class="plain">
            {policyFaults.map((fault) => (
              <li key={fault}>
                <code>{fault}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
