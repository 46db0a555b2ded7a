/** Check: the plugin speaks what its host speaks. @module */
import { textIn } from '../../text.ts'
import { languagesByHost } from '../host-words.ts'
import { languagesOf, textsOfPlugin } from '../plugin-texts.ts'
import type { Check } from '../report.ts'

/** The languages of the host's own pages, by their codes. */
export const HOST_LANGUAGES: readonly string[] = ['en', 'de', 'es', 'fr', 'ru', 'he']

/** Texts that are named where few are missing. */
const NAMED = 5

/** The plugin speaks what its host speaks. */
export const hostLanguages: Check = {
  id: 'host-languages',
  title: 'Every text is there in every language of the host: en, de, es, fr, ru and he.',
  severity: 'warning',
  find: async (plugin, examples, { words = {} }) => {
    const texts = await textsOfPlugin(plugin, examples)
    if (texts.length === 0) return 'not-applicable'
    // A language in which only some of its own texts are missing is not complete, which is another check's to say.
    const spoken = new Set(texts.flatMap(([, text]) => languagesOf(text)))
    const byHost = languagesByHost(words)
    const known = texts.map(([title, text]) => ({ title, languages: byHost(textIn(text, 'en')) }))
    return HOST_LANGUAGES.filter((language) => !spoken.has(language)).flatMap((language) => {
      const missing = known.filter(({ languages }) => !languages.includes(language)).map(({ title }) => title)
      return missing.length === 0 ? [] : [problemOf(language, missing, texts.length)]
    })
  },
}

function problemOf(language: string, missing: readonly string[], count: number): string {
  if (missing.length === count) return `${language}: none of its ${count} texts is there`
  const rest = missing.length > NAMED ? `, and ${missing.length - NAMED} more` : ''
  return `${language}: ${missing.length} of its ${count} texts are missing: ${missing.slice(0, NAMED).join('; ')}${rest}`
}
