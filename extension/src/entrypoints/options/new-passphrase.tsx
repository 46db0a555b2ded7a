/** Two fields for a passphrase that is being chosen, and how strong it is. @module */

import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { PassphraseInput } from '../../ui/passphrase-input.tsx'
import { LEAST_SCORE, type Score, strengthOf } from './strength.ts'

/** What was typed. */
export interface Typed {
  readonly passphrase: string
  readonly repeated: string
}

/** Before anything was typed. */
export const nothingTyped: Typed = { passphrase: '', repeated: '' }

/** What is wrong with what was typed, and at which field. */
export interface TypingProblem {
  readonly field: keyof Typed
  readonly text: string
}

/** What is wrong with a passphrase that was typed, or `undefined` where it may be taken. */
export async function problemOfTyping({ passphrase, repeated }: Typed): Promise<TypingProblem | undefined> {
  if ((await strengthOf(passphrase)) < LEAST_SCORE) {
    return { field: 'passphrase', text: i18n.t('vaultError.weakPassphrase') }
  }
  return passphrase === repeated ? undefined : { field: 'repeated', text: i18n.t('setUp.different') }
}

interface NewPassphraseProps {
  readonly typed: Signal<Typed>
  readonly problem: TypingProblem | undefined
  readonly startsHere?: boolean
}

/** The passphrase, the meter below it, and the repetition. */
export function NewPassphrase({ typed, problem, startsHere = false }: NewPassphraseProps) {
  const { passphrase, repeated } = typed.value
  return (
    <div class="fields">
      <div class="field">
        <PassphraseInput
          label={i18n.t('setUp.passphrase')}
          help={i18n.t('setUp.hint')}
          kind="new-password"
          value={passphrase}
          error={problem?.field === 'passphrase' ? problem.text : undefined}
          startsHere={startsHere}
          onChange={(value) => {
            typed.value = { ...typed.value, passphrase: value }
          }}
        />
        <Meter passphrase={passphrase} />
      </div>
      <PassphraseInput
        label={i18n.t('setUp.repeat')}
        kind="new-password"
        value={repeated}
        error={problem?.field === 'repeated' ? problem.text : undefined}
        onChange={(value) => {
          typed.value = { ...typed.value, repeated: value }
        }}
      />
    </div>
  )
}

const words: { readonly [S in Score]: () => string } = {
  0: () => i18n.t('strength.score0'),
  1: () => i18n.t('strength.score1'),
  2: () => i18n.t('strength.score2'),
  3: () => i18n.t('strength.score3'),
  4: () => i18n.t('strength.score4'),
}

function Meter({ passphrase }: { readonly passphrase: string }) {
  const score = useSignal<Score>(0)
  useEffect(() => {
    let isCurrent = true
    void strengthOf(passphrase).then((estimated) => {
      if (isCurrent) score.value = estimated
    })
    return () => {
      isCurrent = false
    }
  }, [passphrase])
  return (
    <div class="strength" data-score={passphrase === '' ? undefined : score.value}>
      <meter min={0} max={4} low={2} high={3} optimum={4} value={score.value} aria-label={i18n.t('strength.label')} />
      <p class="small" role="status">
        {passphrase === '' ? '' : words[score.value]()}
      </p>
    </div>
  )
}
