/** Every text of a plugin that users read: in its data, and what its actions say in the examples. @module */
import type { Field, Fields } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Plugin } from '../plugin.ts'
import type { Text } from '../text.ts'
import { actionOf, alternativesOf } from './actions.ts'
import { attempt } from './attempt.ts'
import type { Example } from './example.ts'
import { sdkSentences } from './sdk-sentences.ts'

/** A text, and where it stands. */
export type TitledText = readonly [title: string, text: Text]

type Found = readonly [title: string, text: Text | undefined]

/** Every text of a plugin; not its name where that is one for all languages, and nothing that the SDK says. */
export async function textsOfPlugin(plugin: Plugin, examples: readonly Example[]): Promise<readonly TitledText[]> {
  const found = [...textsOfData(plugin), ...(await textsAtWork(plugin, examples))]
  return found.flatMap(([title, text]): readonly TitledText[] => (text === undefined ? [] : [[title, text]]))
}

/** The languages in which a text exists. */
export function languagesOf(text: Text): readonly string[] {
  return typeof text === 'string' ? ['en'] : Object.keys(text)
}

function textsOfData(plugin: Plugin): readonly Found[] {
  return [
    // A brand is called the same everywhere, so a single name is complete.
    ['name', typeof plugin.name === 'string' ? undefined : plugin.name],
    ['target.name', plugin.target?.name],
    ...textsOfFields('account', plugin.account),
    ...textsOfFields('target', plugin.target?.fields ?? {}),
    ...alternativesOf(plugin).flatMap(({ title, action }): readonly Found[] => [
      [`${title}: label`, action.label],
      [`${title}: confirm`, action.confirm?.text],
      ...textsOfFields(`${title}: input`, action.input ?? {}),
    ]),
  ]
}

function textsOfFields(form: string, fields: Fields): readonly Found[] {
  return Object.entries(fields).flatMap(([name, field]) => textsOfField(`${form}.${name}`, field))
}

function textsOfField(title: string, field: Field): readonly Found[] {
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

async function textsAtWork(plugin: Plugin, examples: readonly Example[]): Promise<readonly Found[]> {
  const sentences = await sdkSentences()
  const texts: Found[] = []
  for (const example of examples) {
    // What does not get as far as an action was refused by the host, in its own words.
    if (actionOf(plugin, example) === undefined) continue
    const { error, outcome, progress } = await attempt(plugin, example)
    texts.push(...progress.map((text) => [`"${example.name}": its progress`, text] as const))
    texts.push(...textsOfOutcome(example, outcome as Outcome | undefined))
    if (error === undefined || error.code === 'internal' || sentences.has(error.message)) continue
    texts.push([`"${example.name}": the refusal`, error.text])
  }
  return texts
}

function textsOfOutcome({ name }: Example, outcome: Outcome | undefined): readonly Found[] {
  if (outcome?.type === 'done') return [[`"${name}": the message`, outcome.message]]
  // A single word is a name that is the same everywhere; what is said to people comes in languages.
  if (outcome?.type === 'table') return [[`"${name}": the title`, outcome.title]]
  return []
}
