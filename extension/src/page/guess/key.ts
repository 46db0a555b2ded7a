/** The record's id out of a page's address. @module */

/** Parameters that name a record. */
const PARAMETER =
  /^(id|record|record_?id|row_?id|object_?id|sys_?id|(contact|customer|client|person|people|lead|user|member|ticket|case|partner|account)(_?id)?)$/i
/** A number, a UUID, or letters and digits as a database makes them. */
const ID =
  /^(\d{1,20}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=.*\d)[0-9a-f]{8,64}|(?:[a-z]{1,12}_)?(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,40})$/i
/** Other parameters that may; last choice, and only where there is one. */
const OTHER_PARAMETER =
  /^(?!.*(menu|view|app|tab|folder|list|filter|session|org|tenant|company|team|action))[a-z_]{1,16}_?id$/i
/** `Ada-Byron-1f2e3d4c5b6a79808182838485868788` */
const AFTER_NAME = /-([0-9a-f]{24,32})$/i
const MOST_LETTERS = 200

/** The id that an address names; what stands after `#` is closer to what is shown than what stands before. */
export function idOfAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (url === null) return undefined
  const [path = '', hashQuery = ''] = splitHash(url.hash.slice(1))
  const query = parametersOf(url.search.slice(1))
  return (
    idOfParameters(parametersOf(hashQuery)) ??
    (path.includes('/') ? idOfPath(path) : undefined) ??
    idOfParameters(query) ??
    idOfPath(url.pathname) ??
    idOfOther(query)
  )
}

// Some separate them by semicolons.
const parametersOf = (query: string) => new URLSearchParams(query.replaceAll(';', '&'))

// `Contact/view/5`, `/nc/base?rowId=1`, `crm/party/2;name="Party"`, `id=8&model=res.partner`
function splitHash(hash: string): readonly string[] {
  const end = hash.search(/[?;&]/)
  const path = end === -1 ? hash : hash.slice(0, end)
  return path.includes('=') ? ['', hash] : [path, end === -1 ? '' : hash.slice(end + 1)]
}

function idOfParameters(parameters: URLSearchParams): string | undefined {
  for (const [name, value] of parameters) {
    if (PARAMETER.test(name) && /\d|^[\w-]{6,}$/.test(value) && /^[\w-]+$/.test(value) && value.length <= MOST_LETTERS)
      return value
  }
  return undefined
}

function idOfOther(parameters: URLSearchParams): string | undefined {
  const others = [...parameters].filter(([name, value]) => OTHER_PARAMETER.test(name) && ID.test(value))
  return others.length === 1 ? others[0]?.[1] : undefined
}

function idOfPath(path: string): string | undefined {
  const segments = path.split('/').flatMap((segment) => segment.split(';')[0] ?? [])
  return segments.map((segment) => AFTER_NAME.exec(segment)?.[1] ?? segment).findLast((segment) => ID.test(segment))
}
