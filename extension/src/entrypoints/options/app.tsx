/** The frame of the options page: navigation, notice, the section in question. @module */

import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { DeskView, VaultView } from '../../desk/views.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { Message } from '../../ui/message.tsx'
import { UnlockForm } from '../../ui/unlock-form.tsx'
import { refreshVault, vault } from '../../ui/vault.ts'
import { AboutSection } from './about-section.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { ActionsSection } from './actions-section.tsx'
import { CertificatesSection } from './certificates/certificates-section.tsx'
import { CreateVault } from './create-vault.tsx'
import { desk, notice, refreshDesk } from './desk.ts'
import { ErasePanel } from './erase-panel.tsx'
import { JournalSection } from './journal/journal-section.tsx'
import { MeSection } from './me-section.tsx'
import { PluginsSection } from './plugins/plugins-section.tsx'
import { type Route, route, type Section, sections } from './route.ts'
import { SectionHead } from './section-head.tsx'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { SitesSection } from './sites-section.tsx'
import { TargetsSection } from './targets-section.tsx'
import { TextsSection } from './texts/texts-section.tsx'
import { VaultSection } from './vault-section.tsx'

const titles: { readonly [S in Section]: () => string } = {
  me: () => i18n.t('me.title'),
  accounts: () => i18n.t('accounts.title'),
  targets: () => i18n.t('targets.title'),
  shortcuts: () => i18n.t('shortcuts.title'),
  texts: () => i18n.t('texts.title'),
  actions: () => i18n.t('actions.title'),
  sites: () => i18n.t('sites.title'),
  certificates: () => i18n.t('certificates.title'),
  journal: () => i18n.t('journal.title'),
  vault: () => i18n.t('vault.title'),
  plugins: () => i18n.t('plugins.title'),
  about: () => i18n.t('about.title'),
}

const icons: { readonly [S in Section]: IconName } = {
  me: 'me',
  accounts: 'account',
  targets: 'target',
  shortcuts: 'shortcut',
  texts: 'mail',
  actions: 'manage',
  sites: 'site',
  certificates: 'certificate',
  journal: 'journal',
  vault: 'vault',
  plugins: 'plugin',
  about: 'about',
}

/** The whole page. */
export function App() {
  const { section, item } = route.value
  const content = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    // A new section starts at its heading, unless a form in it took the focus already.
    if (!content.current?.contains(document.activeElement)) content.current?.querySelector('h1')?.focus()
    content.current?.scrollIntoView({ block: 'nearest' })
  }, [section, item])
  const isOpen = stateOf(vault.value) === 'unlocked'
  return (
    <div class="page">
      <Navigation current={section} isOpen={isOpen} />
      <main class="content" ref={content}>
        {isOpen && section !== 'vault' && <BackupReminder />}
        <Message notice={notice.value} />
        <Gate />
      </main>
    </div>
  )
}

function stateOf(read: typeof vault.value): VaultView['state'] | 'failed' | 'unread' {
  if (read === undefined) return 'unread'
  return read === 'failed' ? read : read.state
}

/** Until the vault is open, the way into it. */
function Gate() {
  // Whoever cannot get in needs the self-check most.
  if (route.value.section === 'about' && typeof vault.value === 'object' && vault.value.state === 'locked') {
    return <AboutSection vault={vault.value} />
  }
  switch (stateOf(vault.value)) {
    case 'unread':
      return <Loading />
    case 'failed':
      return <Failed onRetry={() => void refreshVault()} />
    case 'absent':
      return <CreateVault />
    case 'locked':
      return (
        <>
          <SectionHead title={i18n.t('unlock.title')} />
          <div class="form">
            <UnlockForm intro={i18n.t('unlock.intro')} onUnlocked={() => void refreshVault()} />
          </div>
          <details class="more forgotten">
            <summary>{i18n.t('unlock.forgottenTitle')}</summary>
            <p>{i18n.t('unlock.forgotten')}</p>
            <ErasePanel />
          </details>
          <p>
            <a href="#about">{i18n.t('about.open')}</a>
          </p>
        </>
      )
    case 'unlocked':
      return <Content />
  }
}

function BackupReminder() {
  if (typeof vault.value !== 'object' || !vault.value.needsBackup) return null
  return (
    <p class="message message-notice small">
      <Icon name="backup" />
      <span>
        {i18n.t('backup.reminder')} <a href="#vault">{i18n.t('backup.reminderOpen')}</a>
      </span>
    </p>
  )
}

function Navigation({ current, isOpen }: { readonly current: Section; readonly isOpen: boolean }) {
  return (
    <nav class="navigation" aria-label={i18n.t('options.navigation')}>
      <p class="brand">
        <img src="/icon/48.png" alt="" width="28" height="28" />
        Joinery
      </p>
      {isOpen && (
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`} aria-current={section === current ? 'page' : undefined}>
                <Icon name={icons[section]} />
                {titles[section]()}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

function Content() {
  const view = desk.value
  if (view === undefined) {
    return <Loading />
  }
  if (view === 'failed') return <Failed onRetry={() => void refreshDesk()} />
  return <SectionContent view={view} place={route.value} />
}

function Loading() {
  return (
    <p class="quiet" role="status">
      {i18n.t('ui.loading')}
    </p>
  )
}

function Failed({ onRetry }: { onRetry(): void }) {
  return (
    <>
      <Message notice={{ tone: 'problem', text: i18n.t('error.noAnswer') }} />
      <button type="button" class="button" onClick={onRetry}>
        {i18n.t('ui.retry')}
      </button>
    </>
  )
}

function SectionContent({ view, place }: { readonly view: DeskView; readonly place: Route }) {
  switch (place.section) {
    case 'me':
      return <MeSection desk={view} field={place.field} />
    case 'accounts':
      return <AccountsSection desk={view} place={place} />
    case 'targets':
      return <TargetsSection desk={view} place={place} />
    case 'shortcuts':
      return <ShortcutsSection desk={view} place={place} />
    case 'texts':
      return <TextsSection />
    case 'actions':
      return <ActionsSection desk={view} place={place} />
    case 'sites':
      return <SitesSection desk={view} item={place.item} />
    case 'certificates':
      return typeof vault.value === 'object' ? (
        <CertificatesSection desk={view} vault={vault.value} place={place} />
      ) : null
    case 'journal':
      return <JournalSection desk={view} />
    case 'plugins':
      return <PluginsSection desk={view} />
    case 'vault':
      return typeof vault.value === 'object' ? <VaultSection vault={vault.value} /> : null
    case 'about':
      return typeof vault.value === 'object' ? <AboutSection vault={vault.value} /> : null
  }
}
