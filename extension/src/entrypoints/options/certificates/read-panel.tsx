/** Reads any certificate and says what it is: ours or not, of use or not, and how long. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { CertificateFacts } from '../../../certificates/facts.ts'
import type { ReadCertificates } from '../../../certificates/read-file.ts'
import type { CertificateView } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Message, type Notice } from '../../../ui/message.tsx'
import { notice } from '../desk.ts'
import { goTo } from '../route.ts'
import { type Match, matchIn } from './assistant.ts'
import { CertificateInput } from './certificate-input.tsx'
import { FactsList, Judgement, Verdict } from './facts-list.tsx'
import { dayInWords } from './words.ts'

interface Shown {
  readonly facts: CertificateFacts
  /** Its own chain, itself left out. */
  readonly chain: readonly CertificateFacts[]
  readonly others: readonly CertificateFacts[]
  readonly match: Match | undefined
}

interface ReadPanelProps {
  readonly known: readonly CertificateView[]
  /** The request whose certificate is awaited here; one for another key is refused. */
  readonly expected?: CertificateView
  onChanged(): Promise<void>
}

/** The input, and below it what was read. */
export function ReadPanel({ known, expected, onChanged }: ReadPanelProps) {
  const shown = useSignal<Shown | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)

  async function show(read: ReadCertificates) {
    const [first] = read.certificates
    // What is expected goes first: two requests may have been made for one name.
    const ordered = known.toSorted((one, other) => Number(other.id === expected?.id) - Number(one.id === expected?.id))
    const match = await matchIn(read.certificates, ordered)
    const facts = match?.facts ?? first
    if (facts === undefined) return
    if (expected !== undefined && match?.request.id !== expected.id) {
      ending.value = { tone: 'problem', text: refusal(match) }
      return
    }
    const chain = (await read.chain(facts)).slice(1)
    const own = new Set([facts, ...chain])
    shown.value = { facts, chain, others: read.certificates.filter((one) => !own.has(one)), match }
  }

  async function take({ request }: Match, { facts, chain }: Shown) {
    const reply = await ask('certificate.keepIssued', {
      stored: { id: request.id, revision: request.revision },
      certificates: [facts, ...chain].map(({ pem }) => pem).join(''),
      ...endingOf(facts),
    })
    const failure = problemIn(reply)
    if (failure !== undefined) {
      ending.value = { tone: 'problem', text: failure.text }
      return
    }
    await onChanged()
    notice.value = { tone: 'done', text: i18n.t('certificates.taken') }
    goTo('certificates', request.id)
  }

  async function remind({ facts }: Shown) {
    const failure = problemIn(await ask('certificate.watch', { name: nameOf(facts), ...endingOf(facts) }))
    ending.value =
      failure === undefined
        ? { tone: 'done', text: i18n.t('certificates.reminded') }
        : { tone: 'problem', text: failure.text }
    await onChanged()
  }

  return (
    <>
      <CertificateInput
        onBegin={() => {
          shown.value = undefined
          ending.value = undefined
        }}
        onRead={show}
      />
      {shown.value !== undefined && (
        <ReadCertificate
          shown={shown.value}
          isWatched={known.some((one) => isSame(one, shown.value))}
          onTake={(match) => shown.value !== undefined && void take(match, shown.value)}
          onRemind={() => shown.value !== undefined && void remind(shown.value)}
          onClose={() => {
            shown.value = undefined
            ending.value = undefined
          }}
        />
      )}
      <Message notice={ending.value} />
    </>
  )
}

interface ReadCertificateProps {
  readonly shown: Shown
  readonly isWatched: boolean
  onTake(match: Match): void
  onRemind(): void
  onClose(): void
}

function ReadCertificate({ shown, isWatched, onTake, onRemind, onClose }: ReadCertificateProps) {
  const { facts, chain, others, match } = shown
  const isOver = facts.ends < Date.now()
  const isDoubtful = isOver || facts.clientAuthentication === 'no'
  return (
    <section class="form" data-name="read" aria-labelledby="read-name">
      <h3 id="read-name">
        <bdi>{nameOf(facts)}</bdi>
      </h3>
      <Judgement facts={facts} />
      {match !== undefined && (
        <ul class="judgement">
          <Verdict isGood text={i18n.t('certificates.belongs', [dayInWords(match.request.made)])} />
        </ul>
      )}
      <FactsList facts={facts} />
      <Folded title={i18n.t('certificates.chain', chain.length)} certificates={chain} />
      <Folded title={i18n.t('certificates.othersInside')} certificates={others} />
      {isWatched && <p class="quiet">{i18n.t('certificates.known')}</p>}
      <div class="form-buttons">
        {match !== undefined && (
          <button
            type="button"
            class={isDoubtful ? 'button take' : 'button button-primary take'}
            onClick={() => onTake(match)}
          >
            {i18n.t(isDoubtful ? 'certificates.useAnyway' : 'certificates.use')}
          </button>
        )}
        {match === undefined && !isWatched && !isOver && (
          <button type="button" class="button remind" onClick={onRemind}>
            {i18n.t('certificates.remind')}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={onClose}>
          {i18n.t('certificates.clear')}
        </button>
      </div>
    </section>
  )
}

function Folded({
  title,
  certificates,
}: {
  readonly title: string
  readonly certificates: readonly CertificateFacts[]
}) {
  if (certificates.length === 0) return null
  return (
    <details class="more">
      <summary>{title}</summary>
      {certificates.map((facts) => (
        <FactsList key={facts.fingerprint} facts={facts} />
      ))}
    </details>
  )
}

function refusal(match: Match | undefined): string {
  if (match === undefined) return i18n.t('certificates.belongsNot')
  return i18n.t('certificates.belongsElsewhere', [dayInWords(match.request.made)])
}

function nameOf({ subject }: CertificateFacts): string {
  return subject.name || i18n.t('certificates.nameless')
}

function endingOf({ subject, issuer, ends }: CertificateFacts) {
  return { subject: subject.text, issuer: issuer.text, ends }
}

function isSame({ subject, issuer, ends }: CertificateView, shown: Shown | undefined): boolean {
  if (shown === undefined) return false
  const read = endingOf(shown.facts)
  return subject === read.subject && issuer === read.issuer && ends === read.ends
}
