/** Finds what makes a selector slow, or of use for one build or one language only. @module */
import { type AstAttribute, type AstEntity, type AstRule, createParser } from 'css-selector-parser'
import { looksRandom } from '../../extension/src/sites/random-name.ts'

/** Why a selector is refused. */
export type SelectorFault =
  | 'invalid'
  | 'comma-list'
  | 'universal'
  | 'class-fragment'
  | 'has'
  | 'nth'
  | 'pseudo-class'
  | 'random-name'
  | 'localised-text'

const parse = createParser({ syntax: 'selectors-4', substitutes: false })

// What a person reads, or a screen reader says: another text in another language.
const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set(
  `alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext data-content data-field-label
  data-label data-original-title data-placeholder data-title data-tooltip field-label label placeholder summary title`.split(
    /\s+/,
  ),
)
const NAME_ATTRIBUTE = /^(?:id|name|for|data-.*|aria-controls|aria-labelledby)$/
const LETTER = /\p{L}/u
const NTH = /^nth-/
const PLAIN_PSEUDO_CLASSES: ReadonlySet<string> = new Set(
  `checked disabled empty enabled first-child first-of-type has is last-child last-of-type not only-child only-of-type
  where`.split(/\s+/),
)

/** Everything that is wrong with a selector. */
export function lintSelector(selector: string): readonly SelectorFault[] {
  const rules = parsed(selector)
  if (rules === undefined) return ['invalid']
  return [...new Set(faultsOfList(rules))]
}

/** The tag of the elements that a selector finds, as far as it names one. */
export function tagOf(selector: string): string | undefined {
  const items = compoundsOf(parsed(selector)?.[0]).at(-1) ?? []
  return items.find((item) => item.type === 'TagName')?.name
}

/** What a selector of a single element's own names consists of: `body.o_web_client`; or `undefined`. */
export function itemsOfOne(selector: string): readonly AstEntity[] | undefined {
  const [rule, ...others] = parsed(selector) ?? []
  const [items, ...more] = compoundsOf(rule)
  return others.length > 0 || more.length > 0 ? undefined : items
}

function parsed(selector: string): readonly AstRule[] | undefined {
  try {
    return parse(selector).rules
  } catch {
    return undefined
  }
}

type Item = AstRule['items'][number]

function compoundsOf(rule: AstRule | undefined): readonly (readonly Item[])[] {
  return rule === undefined ? [] : [rule.items, ...compoundsOf(rule.nestedRule)]
}

function faultsOfList(rules: readonly AstRule[]): readonly SelectorFault[] {
  const found = rules.flatMap((rule) => {
    const compounds = compoundsOf(rule)
    return compounds.flatMap((items, index) => [
      ...items.flatMap(faultsOfItem),
      ...(items.some(asksHas) && (index < compounds.length - 1 || isCostly(items)) ? ['has' as const] : []),
    ])
  })
  return rules.length > 1 ? ['comma-list', ...found] : found
}

// `:has` is tried on every element that the rest of its compound finds: with a plain tag, or nothing, these are too many.
function isCostly(items: readonly Item[]): boolean {
  return !items.some(
    (item) =>
      item.type === 'Id' ||
      item.type === 'ClassName' ||
      item.type === 'Attribute' ||
      (item.type === 'TagName' && item.name.includes('-')),
  )
}

function asksHas(item: Item): boolean {
  if (item.type !== 'PseudoClass') return false
  return item.name === 'has' || rulesOf(item).some((rule) => compoundsOf(rule).flat().some(asksHas))
}

function rulesOf(item: Item): readonly AstRule[] {
  return item.type === 'PseudoClass' && item.argument?.type === 'Selector' ? item.argument.rules : []
}

function faultsOfItem(item: Item): readonly SelectorFault[] {
  switch (item.type) {
    case 'WildcardTag':
      return ['universal']
    case 'PseudoElement':
      return ['pseudo-class']
    case 'ClassName':
    case 'Id':
      return looksRandom(item.name) ? ['random-name'] : []
    case 'Attribute':
      return faultsOfAttribute(item)
    case 'PseudoClass':
      if (NTH.test(item.name)) return ['nth']
      if (!PLAIN_PSEUDO_CLASSES.has(item.name)) return ['pseudo-class']
      // Where `:has` itself may stand is for its compound to say.
      return faultsOfList(rulesOf(item)).filter((fault) => fault !== 'has')
    default:
      return []
  }
}

function faultsOfAttribute({ name, operator, value }: AstAttribute): readonly SelectorFault[] {
  // Such as Vue's `data-v-7ba5bd90`.
  if (looksRandom(name)) return ['random-name']
  if (operator === undefined || value?.type !== 'String') return []
  if (name === 'class') return ['class-fragment']
  if (TEXT_ATTRIBUTES.has(name)) return LETTER.test(value.value) ? ['localised-text'] : []
  return NAME_ATTRIBUTE.test(name) && looksRandom(value.value) ? ['random-name'] : []
}
