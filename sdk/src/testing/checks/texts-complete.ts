/** Check: all texts exist in the same languages. @module */
import type { Field, Fields } from '../../fields.ts'
import type { Outcome } from '../../outcome.ts'
import type { Plugin } from '../../plugin.ts'
import type { Text } from '../../text.ts'
import { alternativesOf } from '../actions.ts'
import { attempt } from '../attempt.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'

type Titled = readonly [title: string, text: Text | undefined]

/** The languages in which the SDK itself speaks: only in these can an error's text be the plugin's fault alone. */
const SDK_LANGUAGES: readonly string[] = ['en', 'de']

/** All texts exist in the same languages. */
export const textsComplete: Check = {
  id: 'texts-complete',
  title: 'Every text exists in every language that the plugin speaks; only its own name may be one for all.',
  find: async (plugin, examples) => {
    const texts = textsOf(plugin)
    const languages = new Set(texts.flatMap(([, text]) => languagesOf(text)))
    const spoken = [...languages].filter((language) => SDK_LANGUAGES.includes(language))
    return [
      ...texts.flatMap((titled) => missing(titled, [...languages])),
      ...(await textsAtWork(plugin, examples)).flatMap((titled) => missing(titled, spoken)),
    ]
  },
}

function missing([title, text]: Titled, languages: readonly string[]): readonly string[] {
  if (text === undefined) return []
  const absent = languages.filter((language) => !languagesOf(text).includes(language))
  return absent.length === 0 ? [] : [`${title} is missing in: ${absent.join(', ')}`]
}

function languagesOf(text: Text | undefined): readonly string[] {
  return text === undefined || typeof text === 'string' ? ['en'] : Object.keys(text)
}

function textsOf(plugin: Plugin): readonly Titled[] {
  return [
    // A brand is called the same everywhere, so a single name is complete.
    ['name', typeof plugin.name === 'string' ? undefined : plugin.name],
    ['target.name', plugin.target?.name],
    ...textsOfFields('account', plugin.account),
    ...textsOfFields('target', plugin.target?.fields ?? {}),
    ...alternativesOf(plugin).flatMap(({ title, action }): readonly Titled[] => [
      [`${title}: label`, action.label],
      ...textsOfFields(`${title}: input`, action.input ?? {}),
    ]),
  ]
}

function textsOfFields(form: string, fields: Fields): readonly Titled[] {
  return Object.entries(fields).flatMap(([name, field]) => textsOfField(`${form}.${name}`, field))
}

function textsOfField(title: string, field: Field): readonly Titled[] {
  return [
    [`${title}: label`, field.label],
    [`${title}: help`, field.help],
    ...(field.type === 'text' ? [[`${title}: patternHint`, field.patternHint] as const] : []),
    ...(field.type === 'choice'
      ? Object.entries(field.options).map(([value, text]) => [`${title}: option ${value}`, text] as const)
      : []),
    ...(field.type === 'list' ? textsOfFields(title, field.fields) : []),
  ]
}

async function textsAtWork(plugin: Plugin, examples: readonly Example[]): Promise<readonly Titled[]> {
  const texts: Titled[] = []
  for (const example of examples) {
    const { error, outcome } = await attempt(plugin, example)
    if (error !== undefined && error.code !== 'internal') texts.push([`"${example.name}": the refusal`, error.text])
    texts.push(...textsOfOutcome(example, outcome as Outcome | undefined))
  }
  return texts
}

function textsOfOutcome({ name }: Example, outcome: Outcome | undefined): readonly Titled[] {
  if (outcome?.type === 'done') return [[`"${name}": the message`, outcome.message]]
  // A single word is a name that is the same everywhere; what is said to people comes in languages.
  if (outcome?.type === 'table') return [[`"${name}": the title`, outcome.title]]
  return []
}
