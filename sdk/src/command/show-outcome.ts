/** An outcome as JSON, its secrets masked or revealed. @module */
import { SECRET_MASK, Secret } from '../secret.ts'
import { encode } from '../url.ts'

/** How secrets are shown. */
export interface Showing {
  readonly reveal: boolean
  /** The secrets that were given. */
  readonly secrets: readonly string[]
}

/** A shorter secret may stand within a longer text by chance: a password `login` in a path, a `2` in a role. */
const TELLING_LENGTH = 8

/**
 * A value as one line of JSON. Unless they are to be revealed, `Secret` values stand as `[secret]`, and so does a given
 * secret where it is a whole text, or a whole part of one such as a link's parameter.
 */
export function asJson(value: unknown, { reveal, secrets }: Showing): string {
  return JSON.stringify(value, function (this: object, name: string, shown: unknown) {
    // Secret has a toJSON of its own, so the one before it is looked up.
    const original: unknown = Reflect.get(this, name)
    if (original instanceof Secret) return reveal ? original.reveal() : SECRET_MASK
    return typeof shown === 'string' && !reveal ? secrets.reduce(masked, shown) : shown
  })
}

function masked(text: string, secret: string): string {
  if (text === secret) return SECRET_MASK
  if (secret.length < TELLING_LENGTH) return text
  return [secret, encode(secret)].reduce((rest, form) => rest.replaceAll(wholePart(form), SECRET_MASK), text)
}

/** The form where nothing but a delimiter, white space or an end stands beside it. */
function wholePart(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  return new RegExp(`(?<=^|[\\s/?&=#:])${escaped}(?=$|[\\s/?&=#:.,])`, 'g')
}
