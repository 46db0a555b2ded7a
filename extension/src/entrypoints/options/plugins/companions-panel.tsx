/** The companion extensions: who asks, who is allowed, and what they may do; all that they say of themselves is text. @module */
import { signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../../desk/problem.ts'
import type { AccountView, CompanionView, DeskView, SaveReply } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { notice, refreshDesk } from '../desk.ts'
import { companionWords, newWords, stateWords } from './companion-words.ts'
import { Sentences } from './plugin-parts.tsx'

const companions = signal<readonly CompanionView[]>([])

/** Nothing where no extension ever asked. */
export function CompanionsPanel({ desk }: { readonly desk: DeskView }) {
  useEffect(() => {
    void refresh()
    const follow = () => void refresh()
    browser.storage.local.onChanged.addListener(follow)
    return () => browser.storage.local.onChanged.removeListener(follow)
  }, [])
  if (companions.value.length === 0) return null
  return (
    <section class="group companions" aria-labelledby="companions">
      <h2 id="companions">{i18n.t('companions.title')}</h2>
      <p class="quiet">{i18n.t('companions.intro')}</p>
      {companions.value.map((companion) => (
        <CompanionCard
          key={companion.extensionId}
          companion={companion}
          accounts={desk.accounts.filter(({ pluginId }) => pluginId === companion.data?.id)}
        />
      ))}
    </section>
  )
}

async function refresh(): Promise<void> {
  const read = await ask('companions.read', {})
  if (read === undefined) return
  companions.value = read
  await refreshDesk()
}

interface CompanionCardProps {
  readonly companion: CompanionView
  readonly accounts: readonly AccountView[]
}

function CompanionCard({ companion, accounts }: CompanionCardProps) {
  const { data, extensionId, state } = companion
  const name = data === undefined ? extensionId : inUserLanguage(data.name)
  const titleId = `companion-${extensionId}`
  const isNew = state === 'asks' || state === 'refused'
  return (
    <article class={`form companion companion-${state}`} aria-labelledby={titleId} data-extension={extensionId}>
      <header>
        <h3 id={titleId}>
          <bdi>{name}</bdi>
        </h3>
        <p class="quiet small">
          {data !== undefined && (
            <>
              {i18n.t('plugins.version', [data.version])} · <bdi>{data.id}</bdi> ·{' '}
            </>
          )}
          <bdi>{i18n.t('companions.extension', [extensionId])}</bdi>
        </p>
      </header>
      <strong class="state">{stateWords(companion)}</strong>
      {data !== undefined && isNew && (
        <TitledSentences title={i18n.t('companions.mayTitle')} of={companionWords(extensionId, data)} />
      )}
      {state === 'suspended' && <TitledSentences title={i18n.t('companions.newTitle')} of={newWords(companion)} />}
      {isNew && accounts.length > 0 && (
        <strong>{i18n.t('companions.hasAccounts', [accounts.map((account) => account.name).join(', ')])}</strong>
      )}
      <CompanionButtons companion={companion} name={name} />
    </article>
  )
}

function TitledSentences({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  return (
    <section class="plugin-part">
      <h4>{title}</h4>
      <Sentences of={of} />
    </section>
  )
}

function CompanionButtons({ companion, name }: { readonly companion: CompanionView; readonly name: string }) {
  const { extensionId, state, revision, tooOld, data } = companion
  const isRevoking = useSignal(false)
  const isAllowed = state === 'allowed' || state === 'suspended' || (state === 'too-old' && data !== undefined)
  const mayAllow = revision !== undefined && tooOld === undefined
  return (
    <div class="form-buttons">
      {mayAllow && (
        <button
          type="button"
          class="button button-primary allow"
          onClick={() => void decide(ask('companions.allow', { extensionId, revision }))}
        >
          {state === 'suspended' ? i18n.t('companions.allowMore') : i18n.t('companions.allow')}
        </button>
      )}
      {state === 'asks' && (
        <button
          type="button"
          class="button refuse"
          onClick={() => void decide(ask('companions.refuse', { extensionId }))}
        >
          {i18n.t('companions.refuse')}
        </button>
      )}
      {isAllowed ? (
        <button type="button" class="button revoke" onClick={() => (isRevoking.value = true)}>
          {i18n.t('companions.revoke')}
        </button>
      ) : (
        state !== 'asks' && (
          <button type="button" class="button" onClick={() => void decide(ask('companions.forget', { extensionId }))}>
            {i18n.t('companions.forget')}
          </button>
        )
      )}
      {isRevoking.value && (
        <Confirm
          title={i18n.t('companions.revokeTitle', [name])}
          confirm={i18n.t('companions.revoke')}
          onConfirm={() => void decide(ask('companions.revoke', { extensionId }))}
          onClose={() => {
            isRevoking.value = false
          }}
        >
          <p>{i18n.t('companions.revokeText')}</p>
        </Confirm>
      )}
    </div>
  )
}

async function decide(deciding: Promise<SaveReply | undefined>): Promise<void> {
  const problem = problemIn(await deciding)
  notice.value = problem === undefined ? undefined : { tone: 'problem', text: problem.text }
  await refresh()
}
