/** What a site's file of data says; `docs/sites.md` explains it to people who write one. @module */

/** What kind of thing a record is. */
export type RecordKind = 'contact' | 'lead' | 'account' | 'case' | 'deal'

/** What can stand in a record. */
export type PageFact = 'firstName' | 'lastName' | 'name' | 'email' | 'phone' | 'company' | 'device'

/** What may be done to a text before it counts as a fact. */
export type CleanUp =
  /** `User: Ada Byron` is `Ada Byron`. */
  | 'after-colon'
  /** `Odoo - Ada Byron` is `Ada Byron`. */
  | 'after-dash'
  /** `Ada Byron - contact details` is `Ada Byron`. */
  | 'before-dash'
  /** `Ada Byron | Contact` is `Ada Byron`. */
  | 'before-bar'
  /** `Analytical Engines, Ada Byron` is `Ada Byron`. */
  | 'name-after-company'
  /** `Analytical Engines, Ada Byron` is `Analytical Engines`. */
  | 'company-before-name'
  /** `Byron, Ada` is `Ada Byron`. */
  | 'last-name-first'
  /** `Ada Byron <ada@example.com>` is `Ada Byron`. */
  | 'name-of-mailbox'
  /** `Ada Byron <ada@example.com>` is `ada@example.com`. */
  | 'address-of-mailbox'
  /** `mailto:ada@example.com?subject=Hello` is `ada@example.com`, `tel:+44%2020` is `+44 20`. */
  | 'target-of-link'

/**
 * A page's address; what is not mentioned may be anything. `{id}` stands for the record's id, `{number}` for one of digits
 * alone, `{id:003}` for one that begins so (where `new` or a view's name may stand in its place), `*` for anything within one segment, `**` for any number of
 * segments. A path may go on after the pattern with further segments.
 */
export interface AddressPattern {
  /** `/lightning/r/Contact/{id}`; with `/$` at the end, the path does not go on: `/contacts/{id}/$`. */
  readonly path?: string
  /** Parameters after `?`, in any order. */
  readonly query?: { readonly [name: string]: string }
  /** The part after `#`, up to a `?` or `;` or `&` in it, as a path without `#`: `Contact/view/{id}`. */
  readonly hash?: string
  /** Parameters in the part after `#`: in `#id=8&model=res.partner`, or after a `?` there. */
  readonly hashQuery?: { readonly [name: string]: string }
}

/** Where a record's key stands. Where several sources give one, they must agree, or the user is asked. */
export type KeySource =
  /** The `{id}` of the page's address. */
  | { readonly from: 'address' }
  /** An attribute of the scope, or of the first element of this selector in it. */
  | { readonly from: 'attribute'; readonly attribute: string; readonly selector?: string }
  /** The `{id}` of the first link in the scope whose address is like one of these. */
  | { readonly from: 'link'; readonly selector: string; readonly address: readonly AddressPattern[] }
  /** A fact that tells this record from others, where the page shows no id. */
  | { readonly from: 'fact'; readonly fact: PageFact }

/** Where a fact stands: the first that is visible and not empty counts. */
export type FactSource =
  | {
      readonly selector: string
      /** Read this attribute instead of the visible text. */
      readonly attribute?: string
      /** Read what an input, a text area or a list of choices holds. */
      readonly value?: true
      readonly clean?: readonly CleanUp[]
    }
  /** The document's title. */
  | { readonly title: true; readonly clean?: readonly CleanUp[] }

/** Where the buttons go, seen from an element: as its last or first child, or beside it. */
export interface AnchorRule {
  readonly selector: string
  readonly position: 'append' | 'prepend' | 'before' | 'after'
}

/** Where one kind of record stands in a page, and where its buttons go. */
export interface RecordRule {
  readonly kind: RecordKind
  /** Addresses of pages that show such records; without it, any page of the site. */
  readonly address?: readonly AddressPattern[]
  /** The element that holds one record and nothing of another; without it, the workspace. */
  readonly scope?: string
  /** In order of preference. */
  readonly key: readonly KeySource[]
  /** Alternatives by fact, in order of preference. */
  readonly facts: { readonly [F in PageFact]?: readonly FactSource[] }
  /** In order of preference; the first that is visible in the scope gets the buttons. None: the floating button alone. */
  readonly anchors: readonly AnchorRule[]
  /** `compact` for the rows of a list. */
  readonly size: 'full' | 'compact'
}

/** Whether somebody saw the rule work on the real product, and when; or where its facts come from. */
export type Verification =
  | { readonly verified: true; readonly date: string; readonly version: string }
  | { readonly verified: false; readonly date: string; readonly source: string }

/** An address as the site has them, and what the rules must make of it. */
export interface ExampleAddress {
  readonly url: string
  /** Absent on pages without a record of their own, such as lists. */
  readonly kind?: RecordKind
  readonly key?: string
}

/** One CRM: how its pages are told apart, where the facts stand, where the buttons go. */
export interface SiteRule {
  /** The file's name. */
  readonly id: string
  readonly name: string
  /** Host names of hosted products; `*.` stands for any names before. */
  readonly hosts?: readonly string[]
  /**
   * How a self-hosted product is known: alternatives, each a list of marks that must all be there. A mark is
   * `meta NAME=CONTENT`, `asset FILE` (a script's or style sheet's file name) or `element SELECTOR` (`app-root`,
   * `body.o_web_client`, `div#main`). The first mark of each is literal; in the others `*` stands for anything.
   */
  readonly fingerprint?: readonly (readonly string[])[]
  readonly verification: Verification
  readonly examples: readonly ExampleAddress[]
  /** Elements that hold one view each; only what is in a visible one counts. Without it, the whole page is one. */
  readonly workspace?: string
  /** Addresses of frames in which records are looked for, too. */
  readonly frames?: readonly AddressPattern[]
  /** Elements whose open shadow roots hold records or facts. */
  readonly shadowHosts?: readonly string[]
  /** Whether a floating button stands in for anchors that are not found. */
  readonly floating: boolean
  readonly records: readonly RecordRule[]
}
