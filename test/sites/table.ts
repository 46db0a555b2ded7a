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
export const siteTests: readonly SiteTest[] = [
  {
    site: 'espocrm',
    pages: [
      {
        address: 'https://espocrm.example/#Contact/view/64f1',
        records: [
          {
            kind: 'contact',
            key: '64f1',
            facts: {
              name: "María O'Neill",
              email: 'maria@obrien.example',
              phone: '+1 (415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://espocrm.example/#Contact/view/64f2',
        records: [{ kind: 'contact', key: '64f2', facts: { name: '王小明', phone: '555-0135' } }],
      },
      {
        address: 'https://espocrm.example/#Lead/view/64b1',
        records: [{ kind: 'lead', key: '64b1', facts: { name: 'Zoë Ångström', email: 'zoe@angstrom.example' } }],
      },
      {
        address: 'https://espocrm.example/#Account/view/64a1',
        records: [
          { kind: 'account', key: '64a1', facts: { email: 'office@obrien.example', company: "O'Brien & Sons <Ltd>" } },
        ],
      },
      {
        address: 'https://espocrm.example/#Case/view/64c1',
        records: [{ kind: 'case', key: '64c1', facts: { name: "María O'Neill", company: "O'Brien & Sons <Ltd>" } }],
      },
      {
        address: 'https://espocrm.example/#Opportunity/view/64d1',
        records: [{ kind: 'deal', key: '64d1', facts: {} }],
      },
      {
        address: 'https://espocrm.example/#Contact',
        records: [
          {
            kind: 'contact',
            key: '64f1',
            facts: {
              name: "María O'Neill",
              email: 'maria@obrien.example',
              phone: '+1 (415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
          { kind: 'contact', key: '64f2', facts: { name: '王小明' } },
        ],
      },
      { address: 'https://espocrm.example/#Calendar/show/mode=month', records: [] },
    ],
  },
]
