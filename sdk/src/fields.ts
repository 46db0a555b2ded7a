/** Fields: a plugin's settings as data, and the types of their values. @module */
import type { Secret } from './secret.ts'
import type { Text } from './text.ts'

/** What every field may say of itself. */
export interface FieldBase {
  /** The name in forms. */
  readonly label: Text
  /** One sentence below the input. */
  readonly help?: Text
  /** May be left empty; its value is then `undefined`. */
  readonly optional?: true
  /** Shown only while another field of the same form has this value, or one of these. */
  readonly when?: Condition
}

/**
 * Names of fields and the value that each must have, or a list of values of which it must have one.
 *
 * @example
 * const when: Condition = { method: ['HS256', 'HS512'], strict: true }
 */
export type Condition = { readonly [field: string]: ConditionValue | readonly ConditionValue[] }

/** What a condition may ask for. */
export type ConditionValue = string | number | boolean

/** A line or several of text. */
export interface TextField extends FieldBase {
  readonly type: 'text'
  readonly default?: string
  /** A regular expression's source; the whole value must match it (flag `u`). It meets values of 2,000 characters at most. */
  readonly pattern?: string
  /** What the pattern asks for, in words. */
  readonly patternHint?: Text
  /** Characters at most; 1,000 unless told. */
  readonly maxLength?: number
  readonly multiline?: true
}

/** A password, token or key: write-only in forms, a {@link Secret} for the plugin. */
export interface SecretField extends FieldBase {
  readonly type: 'secret'
  readonly multiline?: true
}

/** An absolute https URL; http is taken on loopback only. */
export interface UrlField extends FieldBase {
  readonly type: 'url'
  readonly default?: string
}

/** A number within limits. */
export interface NumberField extends FieldBase {
  readonly type: 'number'
  readonly default?: number
  readonly min?: number
  readonly max?: number
  readonly integer?: true
}

/** Yes or no. */
export interface BooleanField extends FieldBase {
  readonly type: 'boolean'
  readonly default?: boolean
}

/** One of several values, each with its name. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice'
  readonly options: { readonly [value: string]: Text }
  readonly default?: string
}

/** A moment, in milliseconds since 1970; read from such a number or an ISO 8601 text with its offset. */
export interface DatetimeField extends FieldBase {
  readonly type: 'datetime'
}

/** An e-mail address. */
export interface EmailField extends FieldBase {
  readonly type: 'email'
  readonly default?: string
}

/** A small text file, read whole. */
export interface FileField extends FieldBase {
  readonly type: 'file'
  /** File name endings to offer, such as `.csv`. */
  readonly accept?: readonly string[]
  /** Bytes at most; 1 MiB unless told. */
  readonly maxBytes?: number
}

/** Several rows of fields. */
export interface ListField extends FieldBase {
  readonly type: 'list'
  readonly fields: Fields
  readonly minItems?: number
  readonly maxItems?: number
}

/** Any kind of field. */
export type Field =
  | TextField
  | SecretField
  | UrlField
  | NumberField
  | BooleanField
  | ChoiceField
  | DatetimeField
  | EmailField
  | FileField
  | ListField

/** A form: fields by name, in the order they are shown. */
export type Fields = { readonly [name: string]: Field }

/** What a file field holds. */
export interface FileValue {
  readonly name: string
  readonly text: string
}

/** The value of one field, were it never empty. */
type FilledValue<F extends Field> = F extends { type: 'secret' }
  ? Secret
  : F extends { type: 'number' | 'datetime' }
    ? number
    : F extends { type: 'boolean' }
      ? boolean
      : F extends { type: 'choice'; options: infer Options }
        ? keyof Options & string
        : F extends { type: 'file' }
          ? FileValue
          : F extends { type: 'list'; fields: infer Row extends Fields }
            ? readonly Values<Row>[]
            : string

/** The value of one field; `undefined` is possible only where the field is optional or not always shown. */
export type Value<F extends Field> = F extends { optional: true } | { when: Condition }
  ? FilledValue<F> | undefined
  : FilledValue<F>

/**
 * The values of a form, by the fields' names.
 *
 * @example
 * const fields = { roomId: { type: 'text', label: 'Room' }, minutes: { type: 'number', label: 'Minutes', optional: true } } as const
 * const values: Values<typeof fields> = { roomId: '5678', minutes: undefined }
 */
export type Values<F extends Fields> = { readonly [Name in keyof F]: Value<F[Name]> }
