/** Inputs that hold what was typed: text, address, e-mail, number. @module */
import type { EmailField, NumberField, TextField, UrlField } from '@joinery/sdk'
import { described, FieldFrame, type InputProps } from './field-frame.tsx'

type WrittenField = TextField | UrlField | EmailField | NumberField

/** Which keyboard a touch screen shows. The type stays text: browsers empty what they find wrong in typed inputs. */
const keyboards = { text: 'text', url: 'url', email: 'email', number: 'decimal' } as const

/** A line, or several, of typed text. */
export function TextInput({ value, onChange, ...frame }: InputProps<WrittenField>) {
  const { field, id } = frame
  const shared = { id, ...described(frame), value: String(value ?? ''), spellcheck: false }
  return (
    <FieldFrame {...frame}>
      {field.type === 'text' && field.multiline ? (
        <textarea {...shared} class="input" onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          class={field.type === 'number' ? 'input input-number' : 'input'}
          type="text"
          autocomplete="off"
          inputMode={keyboards[field.type]}
          dir={field.type === 'text' ? 'auto' : 'ltr'}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
