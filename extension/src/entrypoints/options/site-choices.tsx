/** What was chosen for a site in passing, and the way back. @module */
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { patternOf } from '../../sites/pattern.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { notice, refreshDesk } from './desk.ts'

interface SiteChoicesProps {
  readonly pattern: string
  readonly desk: Pick<DeskView, 'trustedSites'>
}

/** One line for each origin that is trusted; nothing where none is. */
export function SiteChoices({ pattern, desk: { trustedSites } }: SiteChoicesProps) {
  const here = (origins: readonly string[]) => origins.filter((origin) => patternOf(origin) === pattern)
  return (
    <>
      {here(trustedSites).map((origin) => (
        <Choice
          key={`trusted ${origin}`}
          text={i18n.t('sites.isTrusted', [hostOf(origin)])}
          back={i18n.t('sites.askAgain')}
          onBack={() => takeBack(origin)}
        />
      ))}
    </>
  )
}

interface ChoiceProps {
  readonly text: string
  readonly back: string
  onBack(): Promise<void>
}

function Choice({ text, back, onBack }: ChoiceProps) {
  return (
    <span class="quiet small">
      {text}{' '}
      <button type="button" class="button button-small" onClick={() => void onBack()}>
        {back}
      </button>
    </span>
  )
}

async function takeBack(origin: string) {
  const problem = problemIn(await ask('desk.trustSite', { origin, trusts: false }))
  if (problem !== undefined) notice.value = { tone: 'problem', text: problem.text }
  await refreshDesk()
}

function hostOf(origin: string): string {
  return new URL(origin).host
}
