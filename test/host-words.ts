/** The translations that the extension keeps of the texts of the plugins that come with it. @module */
import type { HostWords } from '@joinery/sdk/testing'
import es from '../extension/public/words/es.json' with { type: 'json' }
import fr from '../extension/public/words/fr.json' with { type: 'json' }
import he from '../extension/public/words/he.json' with { type: 'json' }
import ru from '../extension/public/words/ru.json' with { type: 'json' }

/** By language, then by the English text. */
export const hostWords: HostWords = { es, fr, he, ru }
