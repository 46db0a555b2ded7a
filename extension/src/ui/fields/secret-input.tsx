/** A secret: it can be written, replaced and forgotten, and is never shown. @module */

import type { SecretField } from '@joinery/sdk'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import { FORGET } from '../field-values.ts'
import { described, FieldFrame, FieldName, FieldNotes, type InputProps } from './field-frame.tsx'

/** An input for a secret that is not stored, or is being replaced; else what can be done with the stored one. */
export function SecretInput(props: InputProps<SecretField>) {
  const { field, id, value, isStored, onChange } = props
  const editor = useRef<HTMLDivElement>(null)
  const wasReplacing = useRef(false)
  const replacing = isStored && typeof value === 'string'
  useLayoutEffect(() => {
    if (replacing && !wasReplacing.current) editor.current?.querySelector<HTMLElement>('.input')?.focus()
    wasReplacing.current = replacing
  }, [replacing])
  if (isStored && !replacing) return <StoredSecret {...props} />
  const shared = {
    id,
    ...described(props),
    class: 'input',
    value: String(value ?? ''),
    spellcheck: false,
    dir: 'ltr',
  } as const
  return (
    <FieldFrame {...props}>
      <div class="beside" ref={editor}>
        {field.multiline ? (
          <textarea {...shared} onInput={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            type="password"
            autocomplete="new-password"
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
        {replacing && (
          <button type="button" class="button button-plain button-small" onClick={() => onChange(undefined)}>
            {i18n.t('field.secretKeep')}
          </button>
        )}
      </div>
    </FieldFrame>
  )
}

function StoredSecret(props: InputProps<SecretField>) {
  const { field, id, value, onChange } = props
  const isForgotten = value === FORGET
  return (
    <div class="field">
      <p class="field-label" id={`${id}.label`}>
        <FieldName field={field} />
      </p>
      <div class="beside">
        <p class="quiet" role="status">
          {i18n.t(isForgotten ? 'field.secretForgotten' : 'field.secretStored')}
        </p>
        <button
          type="button"
          id={id}
          class="button button-small"
          aria-describedby={`${id}.label`}
          onClick={() => onChange(isForgotten ? undefined : '')}
        >
          {i18n.t(isForgotten ? 'field.secretKeep' : 'field.secretReplace')}
        </button>
        {field.optional && !isForgotten && (
          <button
            type="button"
            class="button button-plain button-small"
            aria-describedby={`${id}.label`}
            onClick={() => onChange(FORGET)}
          >
            {i18n.t('field.secretForget')}
          </button>
        )}
      </div>
      <FieldNotes {...props} />
    </div>
  )
}
