/** A request that waits: what to do with it, and the place for what comes back. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { copyText } from '../../../desk/clipboard.ts'
import type { CertificateView } from '../../../desk/views.ts'
import { Message, type Notice } from '../../../ui/message.tsx'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import { SectionHead } from '../section-head.tsx'
import { ReadPanel } from './read-panel.tsx'
import { dayInWords, fileStem } from './words.ts'

/** What the page of one certificate or request is given. */
export interface OpenedProps {
  readonly opened: CertificateView
  readonly known: readonly CertificateView[]
  onChanged(): Promise<void>
}

/** Save or copy, send, drop what comes back. */
export function WaitingPage({ opened, known, onChanged }: OpenedProps) {
  return (
    <>
      <SectionHead title={opened.name} intro={i18n.t('certificates.waitingSince', [dayInWords(opened.made)])} />
      <section class="form" data-name="request" aria-labelledby="steps">
        <h2 id="steps">{i18n.t('certificates.stepsTitle')}</h2>
        <ol class="steps">
          <li>{i18n.t('certificates.stepSave')}</li>
          <li>{i18n.t('certificates.stepSend')}</li>
          <li>{i18n.t('certificates.stepBack')}</li>
        </ol>
        <RequestText opened={opened} />
      </section>
      <section class="group" aria-labelledby="came-back">
        <h2 id="came-back">{i18n.t('certificates.backTitle')}</h2>
        <ReadPanel known={known} expected={opened} onChanged={onChanged} />
      </section>
    </>
  )
}

/** The request itself, with the buttons that take it out. */
export function RequestText({ opened: { name, request = '' } }: { readonly opened: CertificateView }) {
  const ending = useSignal<Notice | undefined>(undefined)

  function save() {
    saveFile(datedName(fileStem(name), 'csr'), request, 'application/pkcs10')
    ending.value = { tone: 'done', text: i18n.t('certificates.saved') }
  }

  async function copy() {
    await copyText(request)
    ending.value = { tone: 'done', text: i18n.t('certificates.copied') }
  }
  return (
    <>
      <div class="form-buttons">
        <button type="button" class="button button-primary save-request" onClick={save}>
          {i18n.t('certificates.saveRequest')}
        </button>
        <button type="button" class="button copy-request" onClick={() => void copy()}>
          {i18n.t('certificates.copyRequest')}
        </button>
      </div>
      <Message notice={ending.value} />
      <details class="more">
        <summary>{i18n.t('certificates.showRequest')}</summary>
        <pre class="code" dir="ltr">
          {request}
        </pre>
      </details>
    </>
  )
}
