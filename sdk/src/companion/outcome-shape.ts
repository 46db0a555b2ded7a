/** The shapes of what a companion answers; that links are permitted is checked after, as for any plugin. @module */
import { errorCodes } from '../errors.ts'
import type {
  AppOutcome,
  DoneOutcome,
  Guest,
  InviteOutcome,
  LinksOutcome,
  Outcome,
  PopupOutcome,
  RemovedOutcome,
  TableOutcome,
  TabOutcome,
  TargetOutcome,
} from '../outcome.ts'
import type { ErrorData } from './envelope.ts'
import { words } from './plugin-shape.ts'
import { either, list, number, object, oneOf, record, type Shape, text, typed, within } from './shapes.ts'

const WEEK_SECONDS = 7 * 24 * 3600
const MOST_GUESTS = 1000
const MOST_ROWS = 10_000
const MOST_COLUMNS = 50
const FIELD_NAME = /^[A-Za-z]\w{0,63}$/
/** A field within a list is named with its row: `participants.3.email`. */
const FIELD_PLACE = /^[A-Za-z]\w{0,63}(\.\d{1,4}\.\w{1,64})*$/

const link = text(8192)
const line = text(1000)
const always = oneOf(true)
const linkParts = { expiresAt: number, sensitive: always }
const cell = either(words, number)
/** The host reads the target's values by the fields that the plugin has; here they are plain data already. */
const anything: Shape<unknown> = (value) => value

type Untyped<O> = Omit<O, 'type'>

const guest = object<Guest>({ name: line, link }, { email: text(254) })

/** An outcome of any type. */
export const outcomeShape = typed<Outcome>({
  tab: object<Untyped<TabOutcome>>({ url: link }, linkParts),
  popup: object<Untyped<PopupOutcome>>({ url: link, width: number, height: number }, linkParts),
  app: object<Untyped<AppOutcome>>({ url: link }, linkParts),
  links: object<Untyped<LinksOutcome>>({}, { guest: link, me: link, ...linkParts }),
  invite: object<Untyped<InviteOutcome>>(
    { title: line, links: object<InviteOutcome['links']>({}, { guest: link, me: link }) },
    {
      start: number,
      minutes: number,
      recurrence: line,
      timeZone: text(100),
      uid: line,
      sequence: number,
      cancelled: always,
      guests: list(guest, MOST_GUESTS),
    },
  ),
  target: object<Untyped<TargetOutcome>>({ target: record(anything, 100, FIELD_NAME) }, {}),
  removed: object<Untyped<RemovedOutcome>>({}, {}),
  table: object<Untyped<TableOutcome>>(
    { title: words, columns: list(words, MOST_COLUMNS), rows: list(list(cell, MOST_COLUMNS), MOST_ROWS) },
    {},
  ),
  done: object<Untyped<DoneOutcome>>({}, { message: words }),
})

/** An error. */
export const errorShape = object<ErrorData>(
  { code: oneOf(...errorCodes), text: words },
  { field: text(200, FIELD_PLACE), retryAfter: within(0, WEEK_SECONDS) },
)
