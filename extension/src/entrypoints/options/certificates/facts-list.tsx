/** What a certificate says, as a list of terms. @module */

import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import type { CertificateFacts } from '../../../certificates/facts.ts'
import { standingOf } from '../../../certificates/validity.ts'
import { standingInWords } from '../../../desk/certificate-words.ts'
import { Icon } from '../../../ui/icons.tsx'
import { dayInWords } from './words.ts'

/** Whom it names, who issued it, how long it is valid, and what tells it from others. */
export function FactsList({ facts }: { readonly facts: CertificateFacts }) {
  const { subject, issuer, emails, starts, ends, key, serial, fingerprint } = facts
  return (
    <dl class="facts">
      <Fact term={i18n.t('certificates.subject')}>
        <bdi>{subject.text || i18n.t('certificates.nameless')}</bdi>
      </Fact>
      {emails.length > 0 && (
        <Fact term={i18n.t('certificates.emails')}>
          <bdi>{emails.join(', ')}</bdi>
        </Fact>
      )}
      <Fact term={i18n.t('certificates.issuer')}>
        <bdi>{issuer.text || i18n.t('certificates.nameless')}</bdi>
      </Fact>
      <Fact term={i18n.t('certificates.validFrom')}>{dayInWords(starts)}</Fact>
      <Fact term={i18n.t('certificates.validUntil')}>{dayInWords(ends)}</Fact>
      <Fact term={i18n.t('certificates.key')}>
        <bdi>{key}</bdi>
      </Fact>
      <Fact term={i18n.t('certificates.serial')}>
        <code dir="ltr">{serial}</code>
      </Fact>
      <Fact term={i18n.t('certificates.fingerprint')}>
        <code dir="ltr">{fingerprint}</code>
      </Fact>
    </dl>
  )
}

/** A term and what stands for it. */
export function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What to think of it: its time, and whether it serves a client. */
export function Judgement({ facts }: { readonly facts: CertificateFacts }) {
  const standing = standingOf(facts, Date.now())
  return (
    <ul class="judgement">
      <Verdict isGood={standing.state === 'valid'} text={standingInWords(standing)} />
      {facts.isAuthority && <Verdict isGood={false} text={i18n.t('certificates.isAuthority')} />}
      <Verdict isGood={facts.clientAuthentication !== 'no'} text={uses[facts.clientAuthentication]()} />
    </ul>
  )
}

/** One sentence, and whether it is good news. */
export function Verdict({ isGood, text }: { readonly isGood: boolean; readonly text: string }) {
  return (
    <li class={isGood ? 'good' : 'bad'}>
      <Icon name={isGood ? 'done' : 'problem'} />
      <span>{text}</span>
    </li>
  )
}

const uses: { readonly [U in CertificateFacts['clientAuthentication']]: () => string } = {
  yes: () => i18n.t('certificates.servesClients'),
  unrestricted: () => i18n.t('certificates.servesAnything'),
  no: () => i18n.t('certificates.servesNot'),
}
