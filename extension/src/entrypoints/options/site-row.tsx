/** One enabled site: which product, whether its records are found, and what was chosen for it. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { SiteState } from '../../desk/site-views.ts'
import type { DeskView } from '../../desk/views.ts'
import { patternOf } from '../../sites/pattern.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { notice, refreshDesk } from './desk.ts'
import { SiteChoices } from './site-choices.tsx'

interface SiteRowProps {
  readonly pattern: string
  readonly desk: DeskView
  readonly states: readonly SiteState[]
}

/** The row; a grant for many addresses shows what was seen at each. */
export function SiteRow({ pattern, desk, states }: SiteRowProps) {
  const address = pattern.replace(/\/\*$/, '')
  const here = states.filter(({ origin }) => patternOf(origin) === pattern)
  const [only] = here
  const seen = here.filter(({ found, missed, daysAgo }) => found + missed > 0 || daysAgo !== undefined)
  return (
    <li class="item site-row">
      <span class="item-icon">
        <Icon name="site" />
      </span>
      <div class="item-words">
        <span class="item-name">{only === undefined ? <bdi dir="ltr">{address}</bdi> : only.name}</span>
        {only !== undefined && (
          <bdi dir="ltr" class="quiet small">
            {address}
          </bdi>
        )}
        {seen.length === 0 && <span class="quiet small">{i18n.t('siteRow.unseen')}</span>}
        {seen.map((state) => (
          <Counts key={state.origin} state={state} />
        ))}
        <SiteChoices pattern={pattern} desk={desk} />
        <Details address={address} desk={desk} state={only} />
      </div>
      <button
        type="button"
        class="button button-plain button-icon"
        title={i18n.t('ui.remove')}
        aria-label={i18n.t('sites.turnOff', [address])}
        onClick={() => void turnOff(pattern, address)}
      >
        <Icon name="remove" />
      </button>
    </li>
  )
}

function Counts({ state: { found, missed, daysAgo } }: { readonly state: SiteState }) {
  const isAmiss = missed > found
  return (
    <span class={`small ${isAmiss ? 'site-amiss' : 'quiet'}`}>
      {isAmiss && <Icon name="problem" />}
      <span>
        {matchedWords(daysAgo)}{' '}
        {found + missed > 0 && `${i18n.t('siteRow.found', found)}, ${i18n.t('siteRow.missed', missed)}`}{' '}
        {isAmiss && i18n.t('siteRow.missing')}
      </span>
    </span>
  )
}

function matchedWords(daysAgo: number | undefined): string {
  if (daysAgo === undefined) return i18n.t('siteRow.never')
  return daysAgo === 0 ? i18n.t('siteRow.today') : i18n.t('siteRow.daysAgo', daysAgo)
}

interface DetailsProps {
  readonly address: string
  readonly desk: DeskView
  readonly state: SiteState | undefined
}

function Details({ address, desk, state }: DetailsProps) {
  const isOrigin = URL.canParse(address) && !address.includes('*')
  const floats = !desk.sitesWithoutFloating.includes(address)

  async function setFloats(chosen: boolean) {
    const problem = problemIn(await ask('desk.floatOnSite', { origin: address, floats: chosen }))
    if (problem !== undefined) notice.value = { tone: 'problem', text: problem.text }
    await refreshDesk()
  }

  return (
    <details class="site-details">
      <summary class="small" aria-label={i18n.t('siteRow.details', [address])}>
        {i18n.t('siteRow.more')}
      </summary>
      {isOrigin ? (
        <label class="check small">
          <input type="checkbox" checked={floats} onChange={(event) => void setFloats(event.currentTarget.checked)} />
          <span>{i18n.t('siteRow.float')}</span>
        </label>
      ) : (
        <p class="quiet small">{i18n.t('siteRow.pattern')}</p>
      )}
      {state?.isOwn && (
        <a class="button button-small" href={`#sites/${state.site}`}>
          <Icon name="edit" />
          {i18n.t('siteRow.edit')}
        </a>
      )}
    </details>
  )
}

async function turnOff(pattern: string, address: string) {
  const removed = await browser.permissions.remove({ origins: [pattern] }).catch(() => false)
  await refreshDesk()
  notice.value = removed
    ? { tone: 'done', text: i18n.t('sites.removed', [address]) }
    : { tone: 'problem', text: i18n.t('sites.managed') }
  document.querySelector<HTMLElement>('h1')?.focus()
}
