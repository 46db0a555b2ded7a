/** Label, help and error around an input. @module */

import type { Field } from '@joinery/sdk'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../desk/problem.ts'
import type { FieldProblem } from '../field-problem.ts'
import { Icon } from '../icons.tsx'

/** What every input gets. */
export interface InputProps<F extends Field> {
  readonly field: F
  /** The element's id. */
  readonly id: string
  readonly formId: string
  /** The field's place in the form: `name`, or `list.index.name` in a row. */
  readonly path: string
  readonly value: unknown
  /** A secret that holds something. */
  readonly isStored: boolean
  readonly error: string | undefined
  /** What is wrong in the whole form, for the rows of a list. */
  readonly problem: FieldProblem | undefined
  onChange(value: unknown): void
}

type Described = Pick<InputProps<Field>, 'field' | 'id' | 'error'>

/** The attributes that tie an input to its help and its error. */
export function described({ field, id, error }: Described) {
  const ids = [error === undefined ? [] : [`${id}.error`], field.help === undefined ? [] : [`${id}.help`]].flat()
  return {
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
  }
}

/** The words of a field's name. */
export function FieldName({ field }: { readonly field: Field }) {
  return (
    <>
      {inUserLanguage(field.label)}
      {field.optional && <span class="field-optional">{i18n.t('ui.optional')}</span>}
    </>
  )
}

/** Help and error below an input. */
export function FieldNotes({ field, id, error }: Described) {
  return (
    <>
      {error !== undefined && (
        <p class="field-error" id={`${id}.error`}>
          <Icon name="problem" />
          <span>
            <bdi>{error}</bdi>
          </span>
        </p>
      )}
      {field.help !== undefined && (
        <p class="field-help" id={`${id}.help`}>
          {inUserLanguage(field.help)}
        </p>
      )}
    </>
  )
}

/** A labelled input. */
export function FieldFrame({ children, ...described }: Described & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="field-label" for={described.id}>
        <FieldName field={described.field} />
      </label>
      {children}
      <FieldNotes {...described} />
    </div>
  )
}
