/** Check: all texts exist in the same languages. @module */
import { languagesOf, textsOfPlugin } from '../plugin-texts.ts'
import type { Check } from '../report.ts'

/** All texts exist in the same languages. */
export const textsComplete: Check = {
  id: 'texts-complete',
  title: 'Every text exists in every language that the plugin speaks anywhere; only its own name may be one for all.',
  find: async (plugin, examples) => {
    const texts = await textsOfPlugin(plugin, examples)
    const spoken = [...new Set(texts.flatMap(([, text]) => languagesOf(text)))]
    return texts.flatMap(([title, text]) => {
      const absent = spoken.filter((language) => !languagesOf(text).includes(language))
      return absent.length === 0 ? [] : [`${title} is missing in: ${absent.join(', ')}`]
    })
  },
}
