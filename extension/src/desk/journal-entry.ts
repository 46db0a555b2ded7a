/** What the journal says of an action: who, for whom, which record; never what a link or a secret holds. @module */
import type { PageRecord } from '../page-messages.ts'
import { oneLine } from '../vault/fold.ts'
import type { JournalEntry } from './journal.ts'
import { contactIn, meOn } from './person.ts'
import type { StoredAccount } from './stored.ts'
import type { PersonView } from './views.ts'

/** What was done, as far as it was clear by then. */
export interface Noted {
  readonly account?: StoredAccount | undefined
  readonly action?: string
  readonly for?: 'me' | 'contact'
  readonly shortcutId?: string | undefined
  readonly targetId?: string | undefined
  /** The user's own profile. */
  readonly profile?: PersonView
  readonly record?: PageRecord | undefined
  readonly site?: string | undefined
  readonly outcome: string
}

const LONGEST_NAME = 100
const ADDRESS = /:\/\//
/** An address from its query or fragment on. */
const QUERY = /[?#].*/s

/** The line for it. */
export function entryFor(noted: Noted, now = Date.now()): JournalEntry {
  const { account, action, outcome, profile = {}, record, shortcutId, site, targetId } = noted
  const user = nameOf(account === undefined ? profile : meOn(account, profile))
  const contact = noted.for === 'contact' && record !== undefined ? nameOf(contactIn(record)) : ''
  return {
    at: now,
    ...(user === '' ? {} : { user }),
    ...(contact === '' ? {} : { contact }),
    ...(shortcutId === undefined ? {} : { shortcutId }),
    ...(account === undefined ? {} : { accountId: account.id, pluginId: account.pluginId }),
    // A target that a page filled in has no id.
    ...(targetId === undefined || targetId === '' ? {} : { targetId }),
    ...(action === undefined ? {} : { action }),
    ...(site === undefined ? {} : { site }),
    ...(record === undefined ? {} : { record: { kind: record.kind, key: keyOf(record) } }),
    outcome,
  }
}

// Some sites know a record by its address; what stands behind that may be a token.
function keyOf({ key }: PageRecord): string {
  return ADDRESS.test(key) ? key.replace(QUERY, '') : key
}

function nameOf({ firstName = '', lastName = '', username, email, company }: PersonView): string {
  const names = [oneLine(`${firstName} ${lastName}`), username, email, company]
  const name = names.find((one) => one !== undefined && one !== '') ?? ''
  // What a page calls a name is hostile, and no name holds an address.
  return ADDRESS.test(name) ? '' : name.slice(0, LONGEST_NAME)
}
