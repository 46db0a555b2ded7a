/** What a site's file of data says. @module */

/** Where a fact stands, within a record's scope. */
export interface FactSource {
  readonly selector: string
  /** Read this attribute instead of the visible text. */
  readonly attribute?: string
}

/** Where one kind of record stands in a page, and where its buttons go. */
export interface RecordRule {
  readonly kind: string
  /** The element that holds one record and nothing of another. */
  readonly scope: string
  /** The attribute of the scope that holds the record's key. */
  readonly key: string
  /** Alternatives by fact, in order of preference. */
  readonly facts: { readonly [fact: string]: readonly FactSource[] }
  /** Within the scope: the element that gets the buttons as its last child. */
  readonly anchor: string
  readonly size: 'full' | 'compact'
}

/** One CRM: how its pages are told apart, where the facts stand, where the buttons go. */
export interface SiteRule {
  readonly id: string
  readonly name: string
  /** A page is this site's where each of these `<meta>` elements has this content. */
  readonly marks: { readonly [metaName: string]: string }
  /** Elements whose open shadow roots hold records too. */
  readonly shadowHosts: readonly string[]
  readonly records: readonly RecordRule[]
}
