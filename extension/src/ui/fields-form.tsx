/** A form that is made from a plugin's fields. @module */
import type { Field, Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { useEffect, useId } from 'preact/hooks'
import type { FieldProblem } from './field-problem.ts'
import { shownFields } from './field-values.ts'
import { BooleanInput } from './fields/boolean-input.tsx'
import { ChoiceInput } from './fields/choice-input.tsx'
import { DatetimeInput } from './fields/datetime-input.tsx'
import type { InputProps } from './fields/field-frame.tsx'
import { FileInput } from './fields/file-input.tsx'
import { ListInput } from './fields/list-input.tsx'
import { SecretInput } from './fields/secret-input.tsx'
import { TextInput } from './fields/text-input.tsx'

interface FieldsFormProps {
  readonly fields: Fields
  readonly values: RawValues
  readonly storedSecrets?: readonly string[]
  /** Shown at its field, which gets the focus; a new object asks for the focus anew. */
  readonly problem?: FieldProblem | undefined
  /** The field that gets the focus at first. */
  readonly startAt?: string | undefined
  onChange(values: RawValues): void
}

/** The inputs of a form without its buttons; values are raw, as `field-values` reads and writes them. */
export function FieldsForm({ problem, startAt, ...rows }: FieldsFormProps) {
  const id = useId()
  useEffect(() => {
    const field = problem?.field ?? startAt
    if (field !== undefined) document.getElementById(`${id}.${field}`)?.focus()
  }, [problem, startAt, id])
  return <FieldRows {...rows} id={id} path="" problem={problem} />
}

interface FieldRowsProps extends Omit<FieldsFormProps, 'startAt'> {
  readonly id: string
  /** Where these fields stand in the form: empty, or `list.index.` for a row. */
  readonly path: string
}

/** The fields that are shown for these values. */
export function FieldRows({ fields, values, storedSecrets = [], problem, id, path, onChange }: FieldRowsProps) {
  return (
    <div class="fields">
      {shownFields(fields, values).map(([name, field]) => {
        const place = `${path}${name}`
        return (
          <FieldRow
            key={name}
            field={field}
            id={`${id}.${place}`}
            formId={id}
            path={place}
            value={values[name]}
            isStored={storedSecrets.includes(name)}
            error={problem?.field === place ? problem.text : undefined}
            problem={problem}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        )
      })}
    </div>
  )
}

function FieldRow({ field, ...input }: { readonly field: Field } & Omit<InputProps<Field>, 'field'>) {
  switch (field.type) {
    case 'text':
    case 'url':
    case 'email':
    case 'number':
      return <TextInput {...input} field={field} />
    case 'secret':
      return <SecretInput {...input} field={field} />
    case 'boolean':
      return <BooleanInput {...input} field={field} />
    case 'choice':
      return <ChoiceInput {...input} field={field} />
    case 'datetime':
      return <DatetimeInput {...input} field={field} />
    case 'file':
      return <FileInput {...input} field={field} />
    case 'list':
      return <ListInput {...input} field={field} />
  }
}
