/** The frame of the options page: navigation, notice, the section in question. @module */

import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { Message } from '../../ui/message.tsx'
import { AboutSection } from './about-section.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { desk, notice, refreshDesk } from './desk.ts'
import { MeSection } from './me-section.tsx'
import { type Route, route, type Section, sections } from './route.ts'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { SitesSection } from './sites-section.tsx'
import { TargetsSection } from './targets-section.tsx'

const titles: { readonly [S in Section]: () => string } = {
  me: () => i18n.t('me.title'),
  accounts: () => i18n.t('accounts.title'),
  targets: () => i18n.t('targets.title'),
  shortcuts: () => i18n.t('shortcuts.title'),
  sites: () => i18n.t('sites.title'),
  about: () => i18n.t('about.title'),
}

const icons: { readonly [S in Section]: IconName } = {
  me: 'me',
  accounts: 'account',
  targets: 'target',
  shortcuts: 'shortcut',
  sites: 'site',
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
  return (
    <div class="page">
      <Navigation current={section} />
      <main class="content" ref={content}>
        <p class="message message-notice small">
          <Icon name="about" />
          <span>{i18n.t('options.notice')}</span>
        </p>
        <Message notice={notice.value} />
        <Content />
      </main>
    </div>
  )
}

function Navigation({ current }: { readonly current: Section }) {
  return (
    <nav class="navigation" aria-label={i18n.t('options.navigation')}>
      <p class="brand">
        <img src="/icon/48.png" alt="" width="28" height="28" />
        Joinery
      </p>
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
    </nav>
  )
}

function Content() {
  const view = desk.value
  if (view === undefined) {
    return (
      <p class="quiet" role="status">
        {i18n.t('ui.loading')}
      </p>
    )
  }
  if (view === 'failed') {
    return (
      <>
        <Message notice={{ tone: 'problem', text: i18n.t('error.noAnswer') }} />
        <button type="button" class="button" onClick={() => void refreshDesk()}>
          {i18n.t('ui.retry')}
        </button>
      </>
    )
  }
  return <SectionContent view={view} place={route.value} />
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
    case 'sites':
      return <SitesSection sites={view.sites} />
    case 'about':
      return <AboutSection />
  }
}
