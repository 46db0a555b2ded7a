/** The plugin's texts in the language that the page was told to show. @module */
import type { Text } from '../../text.ts'
import type { Description } from '../messages.ts'

let language = 'en'

/** Chooses the language of the plugin's texts. */
export function speak(chosen: string): void {
  language = chosen
}

/** The language of the plugin's texts. */
export function spoken(): string {
  return language
}

/** A text in that language, or in English. */
export function say(text: Text): string {
  return typeof text === 'string' ? text : (text[language] ?? text.en)
}

/** Every language in which the plugin has a text, English first. */
export function languagesOf(description: Description): readonly string[] {
  const found = new Set(['en'])
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const entries = Object.entries(value)
    const isText =
      'en' in value && entries.every(([name, part]) => /^[a-z]{2}(-|$)/.test(name) && typeof part === 'string')
    if (isText) for (const [name] of entries) found.add(name)
    else for (const [, part] of entries) visit(part)
  }
  const { name, account, target, actions } = description
  visit([name, account, target, actions])
  return [...found]
}
