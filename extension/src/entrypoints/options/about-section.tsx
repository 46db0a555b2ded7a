/** What this is, in which version, who set it up, and whether it is in order. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { VaultView } from '../../desk/views.ts'
import { Icon } from '../../ui/icons.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { browserIn } from './about/browser-name.ts'
import { ReportPanel } from './about/report-panel.tsx'
import { SelfCheckPanel } from './about/self-check-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { SectionHead } from './section-head.tsx'

// The build writes it.
const NOTICES = '/third-party-notices.txt' as '/'

/** Version, purpose, organisation, self-check, diagnosis report. */
export function AboutSection({ vault }: { readonly vault: VaultView }) {
  return (
    <>
      <SectionHead title={i18n.t('about.title')} intro={i18n.t('about.text')} />
      <p>
        {i18n.t('about.version', [browser.runtime.getManifest().version])} · <bdi>{browserIn(navigator.userAgent)}</bdi>
      </p>
      {vault.state === 'locked' && (
        <div>
          <a class="button" href="#me">
            <Icon name="vault" />
            {i18n.t('unlock.title')}
          </a>
        </div>
      )}
      <LanguageChoice />
      <p>
        <a href={browser.runtime.getURL('/welcome.html')}>{i18n.t('welcome.again')}</a>
      </p>
      <p>
        <a href={browser.runtime.getURL(NOTICES)} target="_blank" rel="noreferrer">
          {i18n.t('about.notices')}
        </a>
      </p>
      <Organisation vault={vault} />
      <SelfCheckPanel />
      <ReportPanel />
      <KeysPanel />
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
