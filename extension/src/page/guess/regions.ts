/** Which parts of a page say nothing, or little, about the record that it shows. @module */
import { attributeOf, bySelector, byTag, isReadable, isVisible, parentOf, tagOf } from './dom.ts'

/** What an element's surroundings mean for what stands in it. */
export interface Region {
  /** Navigation, quoted mail, a log-in form: nothing there counts. */
  readonly isOut: boolean
  /** The page's own head, where the user's account stands. */
  readonly isBanner: boolean
  /** How much of its weight remains for what stands here. */
  readonly factor: number
  /** Within these, a header or footer is that of a part, not of the page. */
  readonly isInPart: boolean
}

/** Tells regions apart; asked many times for neighbours, it looks at each element once. */
export type RegionOf = (element: Element) => Region

const OUT_TAG = /^(nav|blockquote|q|pre|code|script|style|template|noscript|svg|iframe|object|menu)$/
const OUT_ROLE = /^(navigation|contentinfo|search|menu|menubar|listbox|log|tooltip|status|alert|toolbar|tablist|tree)$/
const PART_TAG = /^(main|article|section|dialog|aside|form|fieldset|td)$/
const PART_ROLE = /^(main|dialog|alertdialog|article|region|tabpanel|form)$/
/** Quoted mail and what people wrote. */
const QUOTE_CLASS =
  /(^|[\s_-])(gmail_quote|moz-cite-prefix|yahoo_quoted|quote|quoted|message-?(body|text|content)|(e?mail|comment|msg|post)-?body|signature|chat-?message)($|[\s_-])/i
/** Other people than the one whom the page is about. */
const ASIDE_CLASS =
  /(^|[\s_-])(recent(ly)?|history|timeline|activit(y|ies)|feed|notifications?|suggestions?|related|similar|breadcrumbs?|toast|tooltip|comments?|replies|thread|messages?)($|[\s_-])/i
const BANNER_CLASS =
  /(^|[\s_-])(navbar|topbar|top-bar|masthead|appbar|app-bar|(user|account)-?(menu|dropdown|nav))($|[\s_-])/i

const OUTSIDE: Region = { isOut: false, isBanner: false, factor: 1, isInPart: false }
const MOST_DEPTH = 300
const BANNER_FACTOR = 0.3
const ASIDE_FACTOR = 0.3

/**
 * @param heading the page's main heading: what holds it is no side matter, whatever its class says
 * @param isBehindDialog whether the dialog in front is looked past: then the page behind counts, though it is inert
 */
export function createRegions(root: Element, heading: Element | undefined, isBehindDialog: boolean): RegionOf {
  const known = new Map<Element, Region>([[root, OUTSIDE]])
  const holders = new Set<Element>()
  for (let at = heading ?? null; at !== null; at = parentOf(at)) holders.add(at)
  for (const part of passwordParts(root)) known.set(part, { ...OUTSIDE, isOut: true })

  function regionOf(element: Element): Region {
    const unknown: Element[] = []
    let at: Element | null = element
    while (at !== null && !known.has(at)) {
      unknown.push(at)
      at = unknown.length > MOST_DEPTH ? null : parentOf(at)
    }
    // Deeper than any page is made by people.
    let region = unknown.length > MOST_DEPTH ? { ...OUTSIDE, isOut: true } : ((at && known.get(at)) ?? OUTSIDE)
    for (const inner of unknown.toReversed()) {
      region = region.isOut ? region : within(inner, region)
      known.set(inner, region)
    }
    return region
  }

  function within(element: Element, around: Region): Region {
    const tag = tagOf(element)
    const role = attributeOf(element, 'role')
    const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`
    const holdsHeading = holders.has(element)
    const isFooter = tag === 'footer' && !around.isInPart
    const isInert = !isBehindDialog && !holdsHeading && isHiddenFromAll(element)
    const isQuote = !holdsHeading && QUOTE_CLASS.test(names)
    if (OUT_TAG.test(tag) || OUT_ROLE.test(role) || isFooter || isInert || isQuote) return { ...around, isOut: true }
    const isBanner =
      around.isBanner ||
      (!around.isInPart && (tag === 'header' || role === 'banner')) ||
      (!holdsHeading && BANNER_CLASS.test(names))
    const isAside = !holdsHeading && ASIDE_CLASS.test(names)
    if (!isAside && isBanner === around.isBanner && (around.isInPart || !isPart(tag, role))) return around
    return {
      isOut: false,
      isBanner,
      factor: Math.min(around.factor, isBanner ? BANNER_FACTOR : 1, isAside ? ASIDE_FACTOR : 1),
      isInPart: around.isInPart || isPart(tag, role),
    }
  }

  return regionOf
}

const isPart = (tag: string, role: string) => PART_TAG.test(tag) || PART_ROLE.test(role)

function isHiddenFromAll(element: Element): boolean {
  return attributeOf(element, 'aria-hidden') === 'true' || Element.prototype.hasAttribute.call(element, 'inert')
}

/** With so many fields besides, a form with a password is about a person. */
const MANY_FIELDS = 3

// Forms to log in or to change a password are about the user.
function passwordParts(root: Element): readonly Element[] {
  return byTag(root, 'input', 60)
    .filter((input) => attributeOf(input, 'type').toLowerCase() === 'password' && isVisible(input))
    .map((input) => Element.prototype.closest.call(input, 'form') ?? parentOf(input) ?? input)
    .filter((part) => byTag(part, 'input', 30).filter(isShownField).length < MANY_FIELDS)
}

const isShownField = (input: Element) => isReadable(input) && isVisible(input)

/** The dialogs that stand open, the last opened first as far as can be told. */
export function openDialogs(body: Element): readonly Element[] {
  const modal = byTag(body, 'dialog', 10).filter((dialog) => Element.prototype.matches.call(dialog, ':modal'))
  const roles = bySelector(body, '[role="dialog"]', 10)
  const marked = roles.filter((dialog) => attributeOf(dialog, 'aria-modal') === 'true')
  return [...new Set([...modal.toReversed(), ...marked.toReversed(), ...roles.toReversed()])].filter(isVisible)
}
