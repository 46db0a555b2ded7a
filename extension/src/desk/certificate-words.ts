/** Says in words when certificates end. @module */
import { i18n } from '#i18n'
import { type Standing, standingOf } from '../certificates/validity.ts'

const words: { readonly [S in Standing['state']]: (days: number) => string } = {
  'not-yet': (days) => i18n.t('certificates.beginsIn', days),
  valid: (days) => i18n.t('certificates.endsIn', days),
  ending: (days) => i18n.t('certificates.endsIn', days),
  ended: (days) => i18n.t('certificates.endedAgo', days),
}

/** Such as `Ends in 12 days.` */
export function standingInWords({ state, days }: Standing): string {
  return words[state](days)
}

/** What to say of these ends, the earliest of which comes first; `undefined` where there is none. */
export function warningOf(ends: readonly number[], now: number): string | undefined {
  const [first] = ends
  if (first === undefined) return undefined
  if (ends.length > 1) return i18n.t('certificates.warnMany', [ends.length])
  const { state, days } = standingOf({ ends: first }, now)
  return state === 'ended' ? i18n.t('certificates.warnEnded', days) : i18n.t('certificates.warnEnding', days)
}
