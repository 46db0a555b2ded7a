/** Several rows of fields. @module */

import type { ListField } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { initialValues } from '../field-values.ts'
import { FieldRows } from '../fields-form.tsx'
import { Icon } from '../icons.tsx'
import { described, FieldName, FieldNotes, type InputProps } from './field-frame.tsx'

/** Rows that can be added and removed. */
export function ListInput({ value, onChange, ...frame }: InputProps<ListField>) {
  const { field, id, formId, path, problem } = frame
  const rows = Array.isArray(value) ? (value as readonly RawValues[]) : []
  return (
    <fieldset class="field" id={id} tabIndex={-1} {...described(frame)}>
      <legend class="field-label">
        <FieldName field={field} />
      </legend>
      <FieldNotes {...frame} />
      {rows.map((row, index) => (
        // Rows have no name of their own: their place is what they are known by.
        <div class="row" key={`${id}.${index}`}>
          <div class="row-head">
            <span class="quiet small">{i18n.t('field.row', [index + 1])}</span>
            <button
              type="button"
              class="button button-plain button-icon"
              aria-label={i18n.t('field.removeRow', [index + 1])}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            >
              <Icon name="remove" />
            </button>
          </div>
          <FieldRows
            fields={field.fields}
            values={row}
            id={formId}
            path={`${path}.${index}.`}
            problem={problem}
            onChange={(changed) => onChange(rows.with(index, changed))}
          />
        </div>
      ))}
      {rows.length < (field.maxItems ?? Number.POSITIVE_INFINITY) && (
        <div>
          <button
            type="button"
            class="button button-small"
            onClick={() => onChange([...rows, initialValues(field.fields, {})])}
          >
            <Icon name="add" />
            {i18n.t('field.addRow')}
          </button>
        </div>
      )}
    </fieldset>
  )
}
