/** Unlocks the vault. @module */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { Problem } from '../desk/views.ts'
import { ask, problemIn } from './ask.ts'
import { PassphraseInput } from './passphrase-input.tsx'

const SECOND = 1000

interface UnlockFormProps {
  /** What follows, in a sentence. */
  readonly intro: string
  onUnlocked(): void
}

/** The passphrase and its button; after too many wrong ones it counts down to the next try. */
export function UnlockForm({ intro, onUnlocked }: UnlockFormProps) {
  const passphrase = useSignal('')
  const isBusy = useSignal(false)
  const problem = useSignal<Problem | undefined>(undefined)
  const waitsUntil = useSignal(0)
  const now = useSignal(Date.now())
  const seconds = Math.ceil((waitsUntil.value - now.value) / SECOND)
  useEffect(() => {
    if (waitsUntil.value <= Date.now()) return
    const ticking = setInterval(() => {
      now.value = Date.now()
      if (waitsUntil.value <= now.value) clearInterval(ticking)
    }, SECOND / 4)
    return () => clearInterval(ticking)
  }, [waitsUntil.value])

  async function unlock(event: Event) {
    event.preventDefault()
    if (isBusy.value || seconds > 0) return
    isBusy.value = true
    problem.value = undefined
    const found = problemIn(await ask('vault.unlock', { passphrase: passphrase.value }))
    isBusy.value = false
    if (found === undefined) {
      passphrase.value = ''
      return onUnlocked()
    }
    now.value = Date.now()
    waitsUntil.value = now.value + (found.retryAfter ?? 0)
    problem.value = found
  }

  const isWaiting = seconds > 0
  return (
    <form class="unlock" noValidate aria-busy={isBusy.value} onSubmit={(event) => void unlock(event)}>
      <p class="quiet">{intro}</p>
      <PassphraseInput
        label={i18n.t('unlock.passphrase')}
        kind="current-password"
        value={passphrase.value}
        error={problem.value?.code === 'wait' && !isWaiting ? undefined : problem.value?.text}
        startsHere
        onChange={(value) => {
          passphrase.value = value
        }}
      />
      {isWaiting && <p class="quiet">{i18n.t('unlock.nextTry', [waitingTime(seconds)])}</p>}
      <div>
        <button type="submit" class="button button-primary" aria-disabled={isBusy.value || isWaiting}>
          {i18n.t(isBusy.value ? 'unlock.unlocking' : 'unlock.unlock')}
        </button>
      </div>
    </form>
  )
}

/** A time that counts down, such as 0:04 or 14:59. */
function waitingTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
