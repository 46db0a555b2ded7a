/** The shape of a plugin's data, as a stranger's extension may announce it. @module */
import type { Fields } from '../fields.ts'
import { facts } from '../prepare-run.ts'
import type { Text } from '../text.ts'
import type { PluginData } from './envelope.ts'
import { boolean, either, list, number, object, oneOf, record, type Shape, tagged, text } from './shapes.ts'

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

const condition = record(either(either(text(200), number), boolean), 5, NAME)
const base = { label: words }
const extras = { help: words, optional: always, when: condition }

const field = tagged('type', {
  text: object(base, {
    ...extras,
    default: text(1000),
    pattern,
    patternHint: words,
    maxLength: number,
    multiline: always,
  }),
  secret: object(base, { ...extras, multiline: always }),
  url: object(base, { ...extras, default: text(2048) }),
  number: object(base, { ...extras, default: number, min: number, max: number, integer: always }),
  boolean: object(base, { ...extras, default: boolean }),
  choice: object({ ...base, options: record(words, 100, ANY_NAME) }, { ...extras, default: text(100) }),
  datetime: object(base, extras),
  email: object(base, { ...extras, default: text(254) }),
  file: object(base, { ...extras, accept: list(text(50), 20), maxBytes: number }),
  list: object(
    { ...base, fields: (value, place) => fields(value, place) },
    { ...extras, minItems: number, maxItems: number },
  ),
})

const fields = record(field, MOST_FIELDS, NAME) as Shape<unknown> as Shape<Fields>

const actionParts = {
  icon: oneOf('join', 'invite', 'control', 'schedule', 'manage'),
  on: oneOf('target', 'account'),
  needs: list(oneOf(...facts), facts.length),
  when: condition,
  input: fields,
  asksFirst: object({ shows: list(name, MOST_FIELDS) }),
  inBulk: object({ identity: name }),
}
const action = object({ kind: oneOf('link', 'task'), label: words, for: oneOf('me', 'contact') }, actionParts)

const calledPattern = either(pattern, object({ pattern, clientCertificate: always }))
const permissions = object({}, { open: list(pattern, 50), fetch: list(calledPattern, 50) })

const target = object({ name: words, fields }, { over: object({ field: name, values: list(text(100), 100) }) })

const recognition = object(
  { href: pattern },
  {
    query: record(either(text(100), list(text(100), 10)), 20, NAME),
    path: record(pattern, 20, NAME),
    prefix: record(text(100), 20, NAME),
    unless: list(text(100), 20),
  },
)

/** A plugin's data. */
export const pluginShape = object(
  {
    api: oneOf(1),
    id: text(100),
    name: words,
    version: text(50),
    permissions,
    account: fields,
    actions: record(list(action, 10), MOST_ACTIONS, NAME),
  },
  {
    target,
    recognize: list(recognition, 20),
    recognizeText: list(object({ text: pattern, field: name }, { prefix: text(100) }), 20),
  },
) as Shape<unknown> as Shape<PluginData>
