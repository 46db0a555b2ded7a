/** The form of a token, as the account sets it: checked itself before anything is checked by it (vendors.md 3.1). @module */
import { encode, PluginError } from '@joinery/sdk'

/** 34 hex characters: a UUID and two digits whose meaning is unknown (seed). */
export const STRICT_TOKEN = '^[0-9A-Fa-f]{32}\\d{2}$'

/** Longer than any token, and short enough that three open repetitions end at once on it. */
const MAX_TOKEN = 200
/** A token is a password: fewer signs could be guessed, and would stand in other texts by chance. */
const MIN_TOKEN = 8
const MAX_OPEN_REPETITIONS = 3
// Groups let repetitions nest, and back references and lookarounds go without them.
const GROUP_OR_REFERENCE = /[()]|\\[1-9k]/
const ESCAPED_OR_CLASS = /\\.|\[(?:\\.|[^\]\\])*\]/gu
// `*`, `+`, `?` and `{2,}` or `{2,5}`; `{32}` is none, it cannot be tried in two ways.
const OPEN_REPETITION = /[*+?]|\{\d*,\d*\}/g

/**
 * Whether a text is a token of this form.
 *
 * @throws PluginError `invalid` (`tokenPattern`) for what is no regular expression, or one that may take for ever.
 */
export function isToken(text: string, pattern: string): boolean {
  const expression = expressionOf(pattern)
  return text.length >= MIN_TOKEN && text.length <= MAX_TOKEN && !/[\s\p{Cc}]/u.test(text) && expression.test(text)
}

/** @throws PluginError as {@link isToken} does; before a token is asked for that could not be checked then. */
export function expectTokenPattern(pattern: string): void {
  expressionOf(pattern)
}

function expressionOf(pattern: string): RegExp {
  const bare = pattern.replace(ESCAPED_OR_CLASS, 'x')
  const isSimple =
    !GROUP_OR_REFERENCE.test(bare) &&
    !/\\[1-9k]/.test(pattern) &&
    (bare.match(OPEN_REPETITION)?.length ?? 0) <= MAX_OPEN_REPETITIONS
  if (!isSimple) {
    throw invalid({
      en: `The form of a token may have neither brackets ( ) nor more than ${MAX_OPEN_REPETITIONS} repetitions of open length: checking a token by it could take for ever.`,
      de: `Die Form eines Tokens darf weder Klammern ( ) noch mehr als ${MAX_OPEN_REPETITIONS} Wiederholungen offener Länge enthalten: Die Prüfung könnte sonst endlos dauern.`,
    })
  }
  try {
    // The whole token must match, whether the pattern says so or not.
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    throw invalid({
      en: 'The form of a token is no regular expression.',
      de: 'Die Form eines Tokens ist kein regulärer Ausdruck.',
    })
  }
}

function invalid(text: { readonly en: string; readonly de: string }): PluginError {
  return new PluginError('invalid', text, { field: 'tokenPattern' })
}

/** Whether a text holds a token, in any case and in links too. */
export function holdsToken(text: string, token: string): boolean {
  const lower = text.toLowerCase()
  return [token, encode(token)].some((form) => lower.includes(form.toLowerCase()))
}
