/** A field for a passphrase. @module */
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icons.tsx'

interface PassphraseInputProps {
  readonly label: string
  readonly value: string
  /** What is wrong; a new text gets the focus here. */
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
  useEffect(() => {
    if (startsHere === true || error !== undefined) input.current?.focus()
  }, [startsHere, error])
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
        aria-invalid={error !== undefined}
        aria-describedby={`${id}.help ${id}.error`}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {help !== undefined && (
        <p class="field-help" id={`${id}.help`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}.error`} role="alert">
          <Icon name="problem" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
