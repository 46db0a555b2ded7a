/** Reads a regular expression (flag `u`) as a tree: what repeats, what is an alternative of what. @module */

/** A part of a regular expression. */
export type Expression =
  /** One character, by the source that stands for it. */
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'row'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly part: Expression; readonly least: number; readonly most: number }
  /** A look ahead or back: it takes no character. */
  | { readonly kind: 'look'; readonly part: Expression }

/** What takes no character and asks for none. */
export const NOTHING: Expression = { kind: 'row', parts: [] }

const TOKEN = new RegExp(
  [
    '\\(\\?<?[=!]|\\(\\?:|\\(\\?<[^>]*>|\\(\\?|[()|^$]',
    // A class, whose brackets are escaped within it.
    '\\[(?:\\\\.|[^\\]\\\\])*\\]',
    '\\\\(?:[pP]\\{[^}]*\\}|u\\{[^}]*\\}|u[dD][89abAB]..\\\\u[dD][c-fC-F]..|u....|x..|c.|k<[^>]*>|\\d+|.)',
    '[*+?]\\??|\\{\\d+(?:,\\d*)?\\}\\??',
    '.',
  ].join('|'),
  'suy',
)
const COUNTS = /^\{(\d+)(,?)(\d*)\}/

/**
 * Reads an expression that compiles.
 *
 * @throws Error in words for the author, for what cannot be judged: back references and modifiers.
 */
export function parseExpression(source: string): Expression {
  const tokens = tokensOf(source)
  let next = 0

  function choice(): Expression {
    const parts = [row()]
    while (tokens[next] === '|') {
      next += 1
      parts.push(row())
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts }
  }

  function row(): Expression {
    const parts: Expression[] = []
    for (let token = tokens[next]; token !== undefined && token !== '|' && token !== ')'; token = tokens[next]) {
      next += 1
      parts.push(repeated(atom(token)))
    }
    return { kind: 'row', parts }
  }

  function repeated(part: Expression): Expression {
    const limits = limitsOf(tokens[next] ?? '')
    if (limits === undefined) return part
    next += 1
    return { kind: 'repeat', part, ...limits }
  }

  function atom(token: string): Expression {
    if (token === '(?') throw new Error('it changes flags within itself, which is not read here')
    if (/^\((?!\?<?[=!])/.test(token)) return group()
    if (token.startsWith('(')) return { kind: 'look', part: group() }
    if (/^(?:[$^]|\\[bB])$/.test(token)) return NOTHING
    if (/^\\(?:k<|[1-9])/.test(token)) throw new Error(`it refers back by ${token}, which no engine does in few steps`)
    return { kind: 'one', source: token }
  }

  function group(): Expression {
    const within = choice()
    next += 1
    return within
  }

  return choice()
}

function tokensOf(source: string): readonly string[] {
  return Array.from(source.matchAll(new RegExp(TOKEN, 'gsuy')), ([token]) => token)
}

function limitsOf(token: string): { readonly least: number; readonly most: number } | undefined {
  if (/^[*+?]/.test(token)) return { least: token.startsWith('+') ? 1 : 0, most: token.startsWith('?') ? 1 : Infinity }
  const [, least, comma, most] = COUNTS.exec(token) ?? []
  if (least === undefined) return undefined
  return { least: Number(least), most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most) }
}
