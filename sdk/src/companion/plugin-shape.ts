/** The shape of a plugin's data, as a stranger's extension may announce it. @module */
import type { BulkRule, Confirmation, Question, Recognition, TargetEnd, TextRecognition } from '../action-rules.ts'
import type {
  BooleanField,
  ChoiceField,
  Condition,
  DatetimeField,
  EmailField,
  Field,
  Fields,
  FileField,
  ListField,
  NumberField,
  SecretField,
  TextField,
  UrlField,
} from '../fields.ts'
import type { Permissions } from '../plugin.ts'
import { facts } from '../prepare-run.ts'
import type { Text } from '../text.ts'
import type { ActionData, PluginData } from './envelope.ts'
import { boolean, either, list, number, object, oneOf, record, type Shape, text, typed } from './shapes.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/
const ANY_NAME = /^[^\p{Cc}]{1,100}$/u
// Also in the help of a field: what breaks lines or moves the cursor has no place in a sentence.
const NO_CONTROL_CHARACTER = /^\P{Cc}*$/u
const LONGEST_SENTENCE = 500
const LONGEST_PATTERN = 300
const MOST_FIELDS = 60
const MOST_ACTIONS = 40

const sentence = text(LONGEST_SENTENCE, NO_CONTROL_CHARACTER)
const name = text(64, NAME)
const pattern = text(LONGEST_PATTERN)
const always = oneOf(true)

/** A text for people. */
export const words: Shape<Text> = either(sentence, record(sentence, 40, LANGUAGE)) as Shape<Text>

type Untyped<F> = Omit<F, 'type'>

const scalar = either(either(text(200), number), boolean)
const condition: Shape<Condition> = record(either(scalar, list(scalar, 50)), 5, NAME)
const base = { label: words }
const extras = { help: words, optional: always, when: condition }

const field: Shape<Field> = typed<Field>({
  text: object<Untyped<TextField>>(base, {
    ...extras,
    default: text(1000),
    pattern,
    patternHint: words,
    maxLength: number,
    multiline: always,
  }),
  secret: object<Untyped<SecretField>>(base, { ...extras, multiline: always }),
  url: object<Untyped<UrlField>>(base, { ...extras, default: text(2048) }),
  number: object<Untyped<NumberField>>(base, { ...extras, default: number, min: number, max: number, integer: always }),
  boolean: object<Untyped<BooleanField>>(base, { ...extras, default: boolean }),
  choice: object<Untyped<ChoiceField>>(
    { ...base, options: record(words, 100, ANY_NAME) },
    { ...extras, default: text(100) },
  ),
  datetime: object<Untyped<DatetimeField>>(base, extras),
  email: object<Untyped<EmailField>>(base, { ...extras, default: text(254) }),
  file: object<Untyped<FileField>>(base, { ...extras, accept: list(text(50), 20), maxBytes: number }),
  list: object<Untyped<ListField>>(
    { ...base, fields: (value, place) => fields(value, place) },
    { ...extras, minItems: number, maxItems: number },
  ),
})
const fields: Shape<Fields> = record(field, MOST_FIELDS, NAME)

const question = object<Question>({ shows: list(name, MOST_FIELDS) }, {})
const bulkRule = object<BulkRule>({ identity: name }, {})
const action = object<Omit<ActionData, 'kind'> & { readonly kind: 'link' | 'task' }>(
  { kind: oneOf('link', 'task'), label: words, for: oneOf('me', 'contact') },
  {
    icon: oneOf('join', 'invite', 'control', 'schedule', 'manage'),
    on: oneOf('target', 'account'),
    needs: list(oneOf(...facts), facts.length),
    when: condition,
    input: fields,
    asksFirst: question,
    confirm: object<Confirmation>({ text: words }, {}),
    inBulk: bulkRule,
  },
) as Shape<ActionData>

const called = object<{ readonly pattern: string; readonly clientCertificate: true }>(
  { pattern, clientCertificate: always },
  {},
)
const permissions = object<Permissions>({}, { open: list(pattern, 50), fetch: list(either(pattern, called), 50) })
const end = object<TargetEnd>({ field: name, values: list(text(100), 100) }, {})
const target = object<NonNullable<PluginData['target']>>({ name: words, fields }, { over: end })

const recognition = object<Recognition>(
  { href: pattern },
  {
    query: record(either(text(100), list(text(100), 10)), 20, NAME),
    path: record(pattern, 20, NAME),
    prefix: record(text(100), 20, NAME),
    unless: list(text(100), 20),
  },
)
const textRecognition = object<TextRecognition>({ text: pattern, field: name }, { prefix: text(100) })

/** A plugin's data. */
export const pluginShape = object<PluginData>(
  {
    api: oneOf(1),
    id: text(100),
    name: words,
    version: text(50),
    permissions,
    account: fields,
    actions: record(list(action, 10), MOST_ACTIONS, NAME),
  },
  { target, recognize: list(recognition, 20), recognizeText: list(textRecognition, 20) },
)
