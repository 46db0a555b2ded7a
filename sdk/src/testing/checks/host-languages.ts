/** Check: the plugin speaks what its host speaks. @module */
import { languagesOf, textsOfPlugin } from '../plugin-texts.ts'
import type { Check } from '../report.ts'

/** The languages of the host's own pages, by their codes. */
export const HOST_LANGUAGES: readonly string[] = ['en', 'de', 'es', 'fr', 'ru', 'he']

/** The plugin speaks what its host speaks. */
export const hostLanguages: Check = {
  id: 'host-languages',
  title: 'The plugin speaks every language of the host: en, de, es, fr, ru and he.',
  severity: 'warning',
  find: async (plugin, examples) => {
    const texts = await textsOfPlugin(plugin, examples)
    if (texts.length === 0) return 'not-applicable'
    // A language in which only some texts are missing is not complete, which is another check's to say.
    const spoken = new Set(texts.flatMap(([, text]) => languagesOf(text)))
    const unspoken = HOST_LANGUAGES.filter((language) => !spoken.has(language))
    if (unspoken.length === 0) return []
    return [`who uses the host in ${unspoken.join(', ')} reads English: none of its ${texts.length} texts is there`]
  },
}
