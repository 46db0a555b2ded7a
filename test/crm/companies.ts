/** Companies of the demo CRM: three fixed ones, the rest generated. @module */
import type { Random } from './random.ts'
import { type Company, OWNERS } from './records.ts'

const FIRST_ID = 3001
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const

/** The names that tests and pictures rely on; the first has what an escaping mistake would show. */
const FIXED_NAMES = ['Brïen & Sons <Ltd>', 'Contoso', 'כהן ושות׳'] as const

const WORDS = [
  'Alder',
  'Brightwater',
  'Cobalt',
  'Driftwood',
  'Elmfield',
  'Fjord',
  'Granite',
  'Harbour',
  'Ironbark',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meridian',
  'Nordlicht',
  'Orrery',
  'Pâquerette',
  'Quarry',
  'Rowan',
  'Saltmarsh',
  'Tamarind',
]
const TRADES: readonly (readonly [suffix: string, industry: string])[] = [
  ['Freight', 'Logistics'],
  ['Labs', 'Research'],
  ['Dental', 'Health care'],
  ['& Partners', 'Legal services'],
  ['Foods', 'Food and drink'],
  ['Energy', 'Utilities'],
  ['Software', 'Software'],
  ['Textil GmbH', 'Manufacturing'],
  ['Academy', 'Education'],
]
const PLACES: readonly (readonly [city: string, country: string])[] = [
  ['Rotterdam', 'Netherlands'],
  ['Berlin', 'Germany'],
  ['Dublin', 'Ireland'],
  ['Lyon', 'France'],
  ['Portland', 'United States'],
  ['Osaka', 'Japan'],
  ['Haifa', 'Israel'],
  ['Porto', 'Portugal'],
]

/** Makes `count` companies with different names (at most 183, which is what the words allow). */
export function generateCompanies(count: number, random: Random): readonly Company[] {
  return Array.from({ length: count }, (_, index) => {
    const [city, country] = random.pick(PLACES)
    const { name, industry } = nameAndIndustry(index)
    return {
      id: `a-${FIRST_ID + index}`,
      name,
      industry,
      city,
      country,
      employees: 4 + random.below(40) * random.below(60),
      website: `https://company-${FIRST_ID + index}.${random.pick(DOMAINS)}/`,
      owner: random.pick(OWNERS),
    }
  })
}

function nameAndIndustry(index: number): { name: string; industry: string } {
  const fixed = FIXED_NAMES[index]
  if (fixed !== undefined) return { name: fixed, industry: 'Professional services' }
  const position = index - FIXED_NAMES.length
  // Both parts change from one company to the next, and no pair comes twice: 20 and 9 have no common factor.
  const word = WORDS[position % WORDS.length]
  const trade = TRADES[position % TRADES.length]
  if (position >= WORDS.length * TRADES.length || word === undefined || trade === undefined) {
    throw new RangeError('count: more companies than there are names')
  }
  return { name: `${word} ${trade[0]}`, industry: trade[1] }
}
