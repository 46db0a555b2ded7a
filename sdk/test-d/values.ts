/** Promises of the types: what the values of fields are. Compiled, never run. @module */
import { Secret, type Values } from '@joinery/sdk'

/** Compiles only where two types are the same. */
function same<One, Other>(
  ..._proof: (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? [] : [never]
): void {}

const fields = {
  text: { type: 'text', label: 'Text' },
  secret: { type: 'secret', label: 'Secret' },
  url: { type: 'url', label: 'URL' },
  email: { type: 'email', label: 'E-mail' },
  number: { type: 'number', label: 'Number' },
  moment: { type: 'datetime', label: 'Moment' },
  yes: { type: 'boolean', label: 'Yes' },
  choice: { type: 'choice', label: 'Choice', options: { a: 'A', b: 'B' } },
  file: { type: 'file', label: 'File' },
  optional: { type: 'text', label: 'Optional', optional: true },
  shownAtTimes: { type: 'number', label: 'At times', when: { yes: true } },
  optionalChoice: { type: 'choice', label: 'Choice', options: { a: 'A', b: 'B' }, optional: true },
  rows: {
    type: 'list',
    label: 'Rows',
    fields: { name: { type: 'text', label: 'Name' }, token: { type: 'secret', label: 'Token', optional: true } },
  },
} as const
type Read = Values<typeof fields>

same<Read['text'], string>()
same<Read['secret'], Secret>()
same<Read['url'], string>()
same<Read['email'], string>()
same<Read['number'], number>()
same<Read['moment'], number>()
same<Read['yes'], boolean>()
same<Read['choice'], 'a' | 'b'>()
same<Read['file'], { readonly name: string; readonly text: string }>()
same<Read['optional'], string | undefined>()
same<Read['shownAtTimes'], number | undefined>()
same<Read['optionalChoice'], 'a' | 'b' | undefined>()
same<Read['rows'][number], { readonly name: string; readonly token: Secret | undefined }>()

// @ts-expect-error: the proof itself tells types apart
same<Read['text'], number>()
// @ts-expect-error: an optional value is not there for sure
same<Read['optional'], string>()

declare const read: Read
// @ts-expect-error: values are read-only
read.text = 'other'
// @ts-expect-error: rows are read-only
read.rows.push({ name: 'x', token: undefined })
// @ts-expect-error: there is no such field
read.other

// @ts-expect-error: a Secret is no text
export const text: string = new Secret('x')
// @ts-expect-error: nor is a text a Secret
export const secret: Secret = 'x'
// @ts-expect-error: what looks like a Secret is none
export const lookAlike: Secret = { reveal: () => 'x', toString: () => 'x', toJSON: () => 'x' }
// @ts-expect-error: a Secret does not show its value
new Secret('x').value
