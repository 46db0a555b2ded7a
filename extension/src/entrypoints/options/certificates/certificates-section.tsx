/** Certificates: requests that wait, certificates that came, ends that are watched. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { standingOf } from '../../../certificates/validity.ts'
import { standingInWords } from '../../../desk/certificate-words.ts'
import type { CertificateView, DeskView, VaultView } from '../../../desk/views.ts'
import { ask } from '../../../ui/ask.ts'
import { Message } from '../../../ui/message.tsx'
import { refreshVault } from '../../../ui/vault.ts'
import { AddLink, ItemList } from '../item-list.tsx'
import type { Route } from '../route.ts'
import { SectionHead } from '../section-head.tsx'
import { IssuedPage } from './issued-page.tsx'
import { ReadPanel } from './read-panel.tsx'
import { RequestForm } from './request-form.tsx'
import { WaitingPage } from './waiting-page.tsx'
import { WatchedPage } from './watched-page.tsx'
import { dayInWords } from './words.ts'

interface CertificatesSectionProps {
  readonly desk: DeskView
  readonly vault: VaultView
  readonly place: Route
}

/** The list with the panel that reads any certificate, or the page of what the address names. */
export function CertificatesSection({ desk, vault, place: { item } }: CertificatesSectionProps) {
  const known = useSignal<readonly CertificateView[] | 'failed' | undefined>(undefined)

  async function refresh(): Promise<void> {
    // Popup and badge follow what is watched; so does this page.
    const [read] = await Promise.all([ask('certificate.read', {}), refreshVault()])
    known.value = read ?? 'failed'
  }
  useEffect(() => void refresh(), [])

  if (known.value === undefined) return <p class="quiet">{i18n.t('ui.loading')}</p>
  if (known.value === 'failed') return <Message notice={{ tone: 'problem', text: i18n.t('error.noAnswer') }} />
  if (item === 'new') return <RequestForm desk={desk} vault={vault} onMade={refresh} />
  if (item === undefined) return <Overview known={known.value} onChanged={refresh} />
  const opened = known.value.find(({ id }) => id === item)
  if (opened === undefined) return <p class="nothing">{i18n.t('save.removedMeanwhile')}</p>
  const shared = { key: opened.id, opened, known: known.value, onChanged: refresh }
  if (opened.state === 'waiting') return <WaitingPage {...shared} />
  return opened.state === 'issued' ? <IssuedPage {...shared} /> : <WatchedPage {...shared} />
}

interface OverviewProps {
  readonly known: readonly CertificateView[]
  onChanged(): Promise<void>
}

function Overview({ known, onChanged }: OverviewProps) {
  return (
    <>
      <SectionHead title={i18n.t('certificates.title')} intro={i18n.t('certificates.intro')} />
      {known.length === 0 && <p class="nothing">{i18n.t('certificates.empty')}</p>}
      <ItemList
        section="certificates"
        opensWith={i18n.t('certificates.open')}
        items={known.map((one) => ({ id: one.id, name: one.name, detail: detailOf(one), icon: 'certificate' }))}
        askRemoval={({ id, name }) => ({
          title: i18n.t('certificates.removeTitle', [name]),
          text: <p>{consequence(known.find((one) => one.id === id))}</p>,
        })}
        remove={async (id) => {
          const reply = await ask('certificate.remove', { id })
          await onChanged()
          return reply
        }}
      />
      <AddLink section="certificates" label={i18n.t('certificates.new')} />
      <section class="group" aria-labelledby="read-certificate">
        <h2 id="read-certificate">{i18n.t('certificates.readTitle')}</h2>
        <p class="quiet">{i18n.t('certificates.readIntro')}</p>
        <ReadPanel known={known} onChanged={onChanged} />
      </section>
    </>
  )
}

function detailOf({ state, made, ends, organisation }: CertificateView): string {
  const parts = [
    organisation,
    state === 'watched' ? i18n.t('certificates.watched') : undefined,
    timeOf(state, made, ends),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function timeOf(state: CertificateView['state'], made: number | undefined, ends: number | undefined) {
  if (state === 'waiting') return i18n.t('certificates.waitingSince', [dayInWords(made)])
  return ends === undefined ? undefined : standingInWords(standingOf({ ends }, Date.now()))
}

function consequence(certificate: CertificateView | undefined): string {
  return i18n.t(certificate?.state === 'watched' ? 'certificates.removeWatchText' : 'certificates.removeKeyText')
}
