/** The shape of a site's file, for checking at run time and for the JSON schema that editors use. @module */
import * as v from 'valibot'

const MOST_LETTERS = { selector: 300, address: 2000, pattern: 500, name: 100, text: 500, host: 253 } as const
const FACTS = ['firstName', 'lastName', 'name', 'email', 'phone', 'company', 'device'] as const
const CLEAN_UPS = [
  'after-colon',
  'after-dash',
  'before-dash',
  'before-bar',
  'name-after-company',
  'company-before-name',
  'last-name-first',
  'name-of-mailbox',
  'address-of-mailbox',
  'target-of-link',
] as const
// `crm.example.com`, `*.example.com`, `crm` in a house's own network, `[::1]`. A star alone, or before a single name, would
// stand for other people's sites.
const HOST =
  /^(?:\*\.(?=[^.]+\.))?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$|^\[[0-9a-f:.]+\]$/
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/
const MARK = /^(?:meta [^=]+=.+|asset .+|element .+)$/

function words(most: number, description: string) {
  return v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.description(description))
}

function list<Item extends v.GenericSchema>(item: Item, most: number, description: string, fewest = 1) {
  return v.pipe(v.array(item), v.minLength(fewest), v.maxLength(most), v.readonly(), v.description(description))
}

const selector = words(MOST_LETTERS.selector, 'A CSS selector.')
const kind = v.pipe(v.picklist(['contact', 'lead', 'account', 'case', 'deal']), v.description('What a record is.'))
const clean = list(v.picklist(CLEAN_UPS), 10, 'What is done to the text before it counts, in this order.')

const parameters = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(MOST_LETTERS.name)),
    words(MOST_LETTERS.pattern, 'A value, or {id}, {number} or *'),
  ),
  v.minEntries(1),
  v.maxEntries(20),
  v.readonly(),
)
const address = v.pipe(
  v.strictObject({
    path: v.exactOptional(
      words(
        MOST_LETTERS.pattern,
        'Such as /contacts/{id}; {number} is an id of digits, {id:003} one that begins so, * any part, ** any number of parts.',
      ),
    ),
    query: v.exactOptional(v.pipe(parameters, v.description('Parameters after ?, in any order.'))),
    hash: v.exactOptional(words(MOST_LETTERS.pattern, 'The part after #, without it, such as Contact/view/{id}.')),
    hashQuery: v.exactOptional(v.pipe(parameters, v.description('Parameters in the part after #.'))),
  }),
  v.readonly(),
)
const addresses = (description: string) => list(address, 20, description)

const attribute = words(MOST_LETTERS.name, 'Read this attribute instead of the visible text.')
const keySource = v.variant('from', [
  v.pipe(v.strictObject({ from: v.literal('address') }), v.readonly(), v.description('The {id} of the address.')),
  v.pipe(
    v.strictObject({ from: v.literal('attribute'), attribute, selector: v.exactOptional(selector) }),
    v.readonly(),
    v.description('An attribute of the scope, or of the first such element in it.'),
  ),
  v.pipe(
    v.strictObject({ from: v.literal('link'), selector, address: addresses('What such a link looks like.') }),
    v.readonly(),
    v.description('The {id} of the first such link in the scope.'),
  ),
  v.pipe(
    v.strictObject({ from: v.literal('fact'), fact: v.picklist(FACTS) }),
    v.readonly(),
    v.description('A fact, where the page shows no id.'),
  ),
])

/** A fact that stands in an element. */
export const sourceInElement = v.pipe(
  v.strictObject({
    selector,
    attribute: v.exactOptional(attribute),
    value: v.exactOptional(v.pipe(v.literal(true), v.description('Read what an input holds.'))),
    clean: v.exactOptional(clean),
  }),
  v.readonly(),
)
/** A fact that stands in the document's title. */
export const sourceInTitle = v.pipe(
  v.strictObject({
    title: v.pipe(v.literal(true), v.description('Read the title of the document.')),
    clean: v.exactOptional(clean),
  }),
  v.readonly(),
)
const factSource = v.union([sourceInElement, sourceInTitle])
const sources = v.exactOptional(list(factSource, 20, 'In order of preference.'))
const facts = v.pipe(
  v.strictObject({
    firstName: sources,
    lastName: sources,
    name: sources,
    email: sources,
    phone: sources,
    company: sources,
    device: sources,
  }),
  v.readonly(),
  v.description('Where each fact stands.'),
)

const anchor = v.pipe(
  v.strictObject({
    selector,
    position: v.pipe(
      v.picklist(['append', 'prepend', 'before', 'after']),
      v.description('As the last or first thing in the element, or beside it.'),
    ),
  }),
  v.readonly(),
)
const record = v.pipe(
  v.strictObject({
    kind,
    address: v.exactOptional(addresses('Addresses of pages that show such records.')),
    scope: v.exactOptional(words(MOST_LETTERS.selector, 'The element that holds one record and nothing of another.')),
    key: list(keySource, 10, 'Where the record’s key stands. Where several give one, they must agree.'),
    facts,
    anchors: list(anchor, 20, 'Where the buttons go: the first that is visible.', 0),
    size: v.pipe(v.picklist(['full', 'compact']), v.description('compact for the rows of a list.')),
  }),
  v.readonly(),
)

const date = v.pipe(v.string(), v.regex(DATE), v.description('Such as 2026-04-22.'))
const verification = v.variant('verified', [
  v.pipe(
    v.strictObject({
      verified: v.literal(true),
      date,
      version: words(MOST_LETTERS.name, 'The version of the product that it was tried with.'),
    }),
    v.readonly(),
    v.description('Somebody saw it work on the real product.'),
  ),
  v.pipe(
    v.strictObject({
      verified: v.literal(false),
      date,
      source: words(MOST_LETTERS.text, 'Where the selectors come from.'),
    }),
    v.readonly(),
    v.description('Nobody here saw it work on the real product.'),
  ),
])

const example = v.pipe(
  v.strictObject({
    url: words(MOST_LETTERS.address, 'A whole address.'),
    kind: v.exactOptional(kind),
    key: v.exactOptional(words(200, 'The id in the address.')),
  }),
  v.readonly(),
)
const host = v.pipe(
  v.string(),
  v.maxLength(MOST_LETTERS.host),
  v.regex(HOST),
  v.description('app.example.com, or *.example.com with any names before.'),
)
const mark = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(MARK),
  v.description('meta NAME=CONTENT, asset FILE, or element SELECTOR.'),
)

/** A site as it stands in its file, but for `$schema`. */
export const siteEntries = {
  id: v.pipe(v.string(), v.maxLength(50), v.regex(ID), v.description('The file’s name, in small letters.')),
  name: words(MOST_LETTERS.name, 'What people call the product.'),
  hosts: v.exactOptional(list(host, 50, 'Host names of a hosted product.')),
  fingerprint: v.exactOptional(
    list(list(mark, 10, 'Marks that must all be there.'), 10, 'How a self-hosted product is known: alternatives.'),
  ),
  verification,
  examples: list(example, 100, 'Addresses, and what the rules make of them.', 0),
  workspace: v.exactOptional(words(MOST_LETTERS.selector, 'Elements that hold one view each; the visible one counts.')),
  frames: v.exactOptional(addresses('Addresses of frames in which records are looked for, too.')),
  shadowHosts: v.exactOptional(list(selector, 30, 'Elements whose open shadow roots hold records or facts.')),
  floating: v.pipe(v.boolean(), v.description('Whether a floating button stands in for anchors that are not found.')),
  records: list(record, 50, 'The kinds of records that pages show.'),
}

/** A site. */
export const siteShape = v.pipe(v.strictObject(siteEntries), v.readonly())
/** A site's file: it may name its schema, for editors. */
export const siteFileShape = v.strictObject({ $schema: v.exactOptional(v.string()), ...siteEntries })
/** The parts that it is made of, by the names that the JSON schema gives them. */
export const siteParts = { address, keySource, factSource, anchor, record, verification, example }
