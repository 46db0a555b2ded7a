/** Yes or no. @module */
import type { BooleanField } from '@joinery/sdk'
import { inUserLanguage } from '../../desk/problem.ts'
import { described, FieldNotes, type InputProps } from './field-frame.tsx'

/** A checkbox with its label after it. */
export function BooleanInput({ value, onChange, ...frame }: InputProps<BooleanField>) {
  return (
    <div class="field check">
      <input
        type="checkbox"
        id={frame.id}
        {...described(frame)}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="field-label" for={frame.id}>
        {inUserLanguage(frame.field.label)}
      </label>
      <FieldNotes {...frame} />
    </div>
  )
}
