/** A moment, in the user's own time zone. @module */
import type { DatetimeField } from '@joinery/sdk'
import { described, FieldFrame, type InputProps } from './field-frame.tsx'
import { fromLocalText, toLocalText } from './local-time.ts'

/** The browser's own date and time input. It is read when it is left: a half-typed date has no value yet. */
export function DatetimeInput({ value, onChange, ...frame }: InputProps<DatetimeField>) {
  return (
    <FieldFrame {...frame}>
      <input
        type="datetime-local"
        id={frame.id}
        class="input"
        {...described(frame)}
        value={toLocalText(value)}
        onChange={(event) => onChange(fromLocalText(event.currentTarget.value))}
      />
    </FieldFrame>
  )
}
