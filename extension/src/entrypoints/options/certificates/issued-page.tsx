/** A certificate that came for a request: what it says, and the way into the system. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { CertificateFacts } from '../../../certificates/facts.ts'
import { standingOf } from '../../../certificates/validity.ts'
import { standingInWords } from '../../../desk/certificate-words.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Message } from '../../../ui/message.tsx'
import { SectionHead } from '../section-head.tsx'
import { readFile } from './assistant.ts'
import { FactsList, Judgement } from './facts-list.tsx'
import { ImportSteps } from './import-steps.tsx'
import { type OpenedProps, RequestText } from './waiting-page.tsx'
import { problemText } from './words.ts'
import { WrapForm } from './wrap-form.tsx'

/** What it says, the form that wraps it, how to import the file, and the request behind all that. */
export function IssuedPage({ opened }: OpenedProps) {
  const facts = useSignal<CertificateFacts | string | undefined>(undefined)
  useEffect(() => {
    void readFile(new TextEncoder().encode(opened.certificates)).then(
      ({ certificates: [first] }) => {
        facts.value = first
      },
      (error) => {
        facts.value = problemText(error)
      },
    )
  }, [opened.certificates])
  const standing = standingOf({ ends: opened.ends ?? 0 }, Date.now())
  return (
    <>
      <SectionHead title={opened.name} intro={standingInWords(standing)} />
      {(standing.state === 'ending' || standing.state === 'ended') && (
        <p class="message message-notice">
          <Icon name="problem" />
          <span>
            {i18n.t('certificates.renew')} <a href="#certificates/new">{i18n.t('certificates.new')}</a>
          </span>
        </p>
      )}
      {typeof facts.value === 'string' && <Message notice={{ tone: 'problem', text: facts.value }} />}
      {typeof facts.value === 'object' && (
        <section class="form" data-name="facts" aria-labelledby="details">
          <h2 id="details">{i18n.t('certificates.details')}</h2>
          <Judgement facts={facts.value} />
          <FactsList facts={facts.value} />
        </section>
      )}
      <WrapForm opened={opened} />
      <ImportSteps />
      <details class="more">
        <summary>{i18n.t('certificates.showRequest')}</summary>
        <div class="form">
          <RequestText opened={opened} />
        </div>
      </details>
    </>
  )
}
