/** Who is meant by a text that was selected in a page. @module */
import type { PageRecord } from '../page-messages.ts'
import { fold, oneLine } from '../vault/fold.ts'
import { contactIn } from './person.ts'

const EMAIL = /[^\s<>()[\]"',;:@]+@[^\s<>()[\]"',;:@]+\.[^\s<>()[\]"',;:@]+/gu
// What stands around names and addresses in mail programs and lists.
const AROUND_NAMES = /[<>()[\]"“”„,;:|]+/gu
const MOST_LETTERS = 200
const MOST_WORDS = 6

/**
 * The person, as facts of a record; `undefined` where the text is no name and no address. Where the page shows somebody of
 * that name or address, that record says more.
 */
export function selectedPerson(selected: string, shown?: PageRecord): PageRecord | undefined {
  const text = oneLine(selected).slice(0, MOST_LETTERS)
  const addresses = [...new Set(text.match(EMAIL) ?? [])]
  const name = oneLine(text.replace(EMAIL, ' ').replace(AROUND_NAMES, ' '))
  const [email, ...others] = addresses
  if (others.length > 0 || name.split(' ').length > MOST_WORDS || (email === undefined && name === '')) return undefined
  if (shown !== undefined && isSame(shown, email, name)) return shown
  const facts = { ...(email === undefined ? {} : { email }), ...(name === '' ? {} : { name }) }
  return { kind: 'selection', key: '', facts }
}

function isSame(shown: PageRecord, email: string | undefined, name: string): boolean {
  const { email: known, firstName = '', lastName = '' } = contactIn(shown)
  if (email !== undefined) return known !== undefined && fold(known) === fold(email)
  return fold(name) === fold(`${firstName} ${lastName}`.trim())
}
