/** Parts that several messages are made of. @module */
import * as v from 'valibot'

const MAX_TEXT = 2000

/** A text of a length that people write. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT))
/** A record's id. */
export const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** What is changed, and the version that was looked at. */
export const version = v.strictObject({ id, revision: v.pipe(v.number(), v.safeInteger()) })
/** What is called something. */
export const name = v.pipe(v.string(), v.maxLength(100))
/** Values of fields, as forms hold them; each is read by its field. */
export const settings = v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown())
/** Milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.safeInteger())
/** What may be told of a person. */
export const FACTS = ['firstName', 'lastName', 'name', 'username', 'email', 'phone', 'company'] as const
