/** One of several values. @module */

import type { ChoiceField } from '@joinery/sdk'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import { described, FieldFrame, type InputProps } from './field-frame.tsx'

/** A list to choose from; where nothing is chosen yet, or nothing may be, it says so. */
export function ChoiceInput({ value, onChange, ...frame }: InputProps<ChoiceField>) {
  const { field, id } = frame
  const mayBeEmpty = field.optional === true || field.default === undefined
  return (
    <FieldFrame {...frame}>
      <select
        id={id}
        class="input"
        {...described(frame)}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {mayBeEmpty && <option value="">{field.optional ? '' : i18n.t('field.choose')}</option>}
        {Object.entries(field.options).map(([option, text]) => (
          <option key={option} value={option}>
            {inUserLanguage(text)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
