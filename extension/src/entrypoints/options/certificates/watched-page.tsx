/** A certificate of which the end alone is watched. @module */
import { i18n } from '#i18n'
import { standingOf } from '../../../certificates/validity.ts'
import { standingInWords } from '../../../desk/certificate-words.ts'
import { SectionHead } from '../section-head.tsx'
import { Fact, Verdict } from './facts-list.tsx'
import type { OpenedProps } from './waiting-page.tsx'
import { dayInWords } from './words.ts'

/** What is kept of it: whom it names, who issued it, when it ends. */
export function WatchedPage({ opened: { name, subject, issuer, ends = 0 } }: OpenedProps) {
  const standing = standingOf({ ends }, Date.now())
  return (
    <>
      <SectionHead title={name} intro={i18n.t('certificates.watched')} />
      <section class="form">
        <ul class="judgement">
          <Verdict isGood={standing.state === 'valid'} text={standingInWords(standing)} />
        </ul>
        <dl class="facts">
          <Fact term={i18n.t('certificates.subject')}>
            <bdi>{subject}</bdi>
          </Fact>
          <Fact term={i18n.t('certificates.issuer')}>
            <bdi>{issuer}</bdi>
          </Fact>
          <Fact term={i18n.t('certificates.validUntil')}>{dayInWords(ends)}</Fact>
        </dl>
      </section>
    </>
  )
}
