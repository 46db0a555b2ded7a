/** What the sites' rules must find in the fixture pages beside this file: one line a page. @module */
import type { PageFact, RecordKind } from '../../extension/src/sites/rule.ts'

/** A record that gets buttons, and what they act on. */
export interface ExpectedRecord {
  readonly kind: RecordKind
  readonly key: string
  readonly facts: { readonly [F in PageFact]?: string }
  /** Whether its buttons float, since the page has no place for them. */
  readonly floats?: true
}

/** One page of a site's fixture. */
export interface PageTest {
  /** Whole, under the product's own host; self-hosted products live at `https://SITE.example`. */
  readonly address: string
  /** In document order; none, where the page must stay without buttons. */
  readonly records: readonly ExpectedRecord[]
}

/** One site, with its fixture `SITE.html`. */
export interface SiteTest {
  readonly site: string
  readonly pages: readonly PageTest[]
}

/** Every site. */
export const siteTests: readonly SiteTest[] = []
