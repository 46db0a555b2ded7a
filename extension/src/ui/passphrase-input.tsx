/** A field for a passphrase. @module */
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icons.tsx'

interface PassphraseInputProps {
  readonly label: string
  readonly value: string
  /** What is wrong; when it comes, the focus comes here. */
  readonly error?: string | undefined
  readonly help?: string | undefined
  /** What password managers are told: a stored one, or one that is being chosen. */
  readonly kind: 'current-password' | 'new-password'
  readonly startsHere?: boolean
  onChange(value: string): void
}

/** What is typed is hidden; it may be pasted and filled in by a password manager. */
export function PassphraseInput({ label, value, error, help, kind, startsHere, onChange }: PassphraseInputProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const isWrong = error !== undefined
  useEffect(() => {
    if (startsHere === true || isWrong) input.current?.focus()
  }, [startsHere, isWrong])
  const notes = [help === undefined ? [] : `${id}.help`, isWrong ? `${id}.error` : []].flat().join(' ')
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        class="input"
        type="password"
        autocomplete={kind}
        spellcheck={false}
        dir="ltr"
        aria-invalid={isWrong}
        aria-describedby={notes === '' ? undefined : notes}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {help !== undefined && (
        <p class="field-help" id={`${id}.help`}>
          {help}
        </p>
      )}
      {isWrong && (
        <p class="field-error" id={`${id}.error`} role="alert">
          <Icon name="problem" />
          <span>
            <bdi>{error}</bdi>
          </span>
        </p>
      )}
    </div>
  )
}
