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
    site: 'salesforce-lightning',
    pages: [
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Contact/0035f00000ZoeObAAV/view',
        records: [
          {
            kind: 'contact',
            key: '0035f00000ZoeObAAV',
            facts: {
              name: "Mrs. Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Case/5005f00000CaseBAAV/view',
        records: [
          {
            kind: 'case',
            key: '5005f00000CaseBAAV',
            facts: {
              name: 'Amélie Nuñez',
              email: 'amelie@engines.example',
              phone: '+44 20 555 0101',
              company: 'Analytical Engines',
            },
          },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Lead/00Q5f00000LiMinAAV/view',
        records: [
          {
            kind: 'lead',
            key: '00Q5f00000LiMinAAV',
            facts: { name: '李明', email: 'ming@difference.example', phone: '555-0107', company: 'Difference & Co' },
          },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Account/0015f00000EnginAAV/view',
        records: [
          { kind: 'account', key: '0015f00000EnginAAV', facts: { phone: '555-0110', company: 'Analytical Engines' } },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Opportunity/0065f00000DealAAAV/view',
        records: [{ kind: 'deal', key: '0065f00000DealAAAV', facts: { company: 'Analytical Engines' }, floats: true }],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/o/Contact/list?filterName=AllContacts',
        records: [
          {
            kind: 'contact',
            key: '0035f00000ZoeObAAV',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
          { kind: 'contact', key: '0035f00000PerAkAAV', facts: { name: 'Per Åkesson', email: 'per@akesson.example' } },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/o/Lead/list',
        records: [
          {
            kind: 'lead',
            key: '00Q5f00000LiMinAAV',
            facts: { name: '李明', email: 'ming@difference.example', phone: '555-0107' },
          },
        ],
      },
      {
        address: 'https://analytical.lightning.force.com/lightning/r/Case/5005f00000CaseBAAV/related/CaseComments/view',
        records: [],
      },
    ],
  },
  {
    site: 'salesforce-classic',
    pages: [
      {
        address: 'https://analytical.my.salesforce.com/0035f00000ZoeOb',
        records: [
          {
            kind: 'contact',
            key: '5f00000ZoeOb',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/0035f00000PerAk/e?retURL=%2F0035f00000PerAk',
        records: [
          {
            kind: 'contact',
            key: '5f00000PerAk',
            facts: {
              firstName: 'Per',
              lastName: 'Åkesson',
              name: 'Per Åkesson',
              email: 'per@akesson.example',
              phone: '555-0199',
              company: 'Åkesson Bygg',
            },
          },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/00Q5f00000LiMin',
        records: [
          {
            kind: 'lead',
            key: '5f00000LiMin',
            facts: { name: '李明', email: 'ming@difference.example', phone: '555-0107', company: 'Difference & Co' },
          },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/0015f00000EnginX',
        records: [
          { kind: 'account', key: '5f00000EnginX', facts: { phone: '555-0110', company: 'Analytical Engines' } },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/0065f00000DealA',
        records: [{ kind: 'deal', key: '5f00000DealA', facts: { company: 'Analytical Engines' } }],
      },
      {
        address: 'https://analytical.my.salesforce.com/console',
        records: [
          {
            kind: 'case',
            key: '5f00000CaseB',
            facts: {
              name: 'Amélie Nuñez',
              email: 'amelie@engines.example',
              phone: '+44 20 555 0101',
              company: 'Analytical Engines',
            },
          },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/003?fcf=00B5f000001All',
        records: [
          {
            kind: 'contact',
            key: '5f00000ZoeOb',
            facts: { name: "Zoë O'Brien", email: 'zoe@obrien.example', company: "O'Brien & Sons <Ltd>" },
          },
          { kind: 'contact', key: '5f00000PerAk', facts: { name: 'Per Åkesson' } },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/500/o',
        records: [{ kind: 'case', key: '5f00000CaseB', facts: { name: 'Amélie Nuñez' } }],
      },
      { address: 'https://analytical.my.salesforce.com/home/home.jsp', records: [] },
    ],
  },
  {
    site: 'hubspot',
    pages: [
      {
        address: 'https://app.hubspot.com/contacts/7700123/record/0-1/51',
        records: [
          {
            kind: 'contact',
            key: '51',
            facts: {
              firstName: 'Zoë',
              lastName: "O'Brien",
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://app.hubspot.com/contacts/7700123/contact/53',
        records: [{ kind: 'contact', key: '53', facts: { name: '李明', email: 'ming@difference.example' } }],
      },
      {
        address: 'https://app.hubspot.com/contacts/7700123/record/0-2/61',
        records: [{ kind: 'account', key: '61', facts: { phone: '555-0111', company: "O'Brien & Sons <Ltd>" } }],
      },
      {
        address: 'https://app.hubspot.com/contacts/7700123/record/0-3/71',
        records: [{ kind: 'deal', key: '71', facts: { name: 'Amélie Nuñez', company: 'Analytical Engines' } }],
      },
      {
        address: 'https://app.hubspot.com/contacts/7700123/record/0-5/81',
        records: [{ kind: 'case', key: '81', facts: {} }],
      },
      {
        address: 'https://app.hubspot.com/help-desk/7700123/view/9/ticket/82/thread/12',
        records: [{ kind: 'case', key: '82', facts: { name: 'Amélie Nuñez' } }],
      },
      {
        address: 'https://app.hubspot.com/contacts/7700123/objects/0-1/views/all/list',
        records: [
          {
            kind: 'contact',
            key: '51',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
          { kind: 'contact', key: '52', facts: { name: 'Per Åkesson' } },
        ],
      },
      { address: 'https://app.hubspot.com/reports-dashboard/7700123', records: [] },
    ],
  },
  {
    site: 'dynamics-365',
    pages: [
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=contact&id=1b0c5a52-0000-4000-8000-000000000011',
        records: [
          {
            kind: 'contact',
            key: '1b0c5a52-0000-4000-8000-000000000011',
            facts: {
              firstName: 'Zoë',
              lastName: "O'Brien",
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=lead&id=1b0c5a52-0000-4000-8000-000000000012',
        records: [
          {
            kind: 'lead',
            key: '1b0c5a52-0000-4000-8000-000000000012',
            facts: {
              firstName: '明',
              lastName: '李',
              name: '李明',
              email: 'ming@difference.example',
              phone: '555-0107',
              company: 'Difference & Co',
            },
          },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=account&id=1b0c5a52-0000-4000-8000-000000000013',
        records: [
          {
            kind: 'account',
            key: '1b0c5a52-0000-4000-8000-000000000013',
            facts: { phone: '555-0110', company: 'Analytical Engines' },
          },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=incident&id=1b0c5a52-0000-4000-8000-000000000014',
        records: [
          {
            kind: 'case',
            key: '1b0c5a52-0000-4000-8000-000000000014',
            facts: { name: 'Amélie Nuñez', company: 'Analytical Engines' },
          },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=opportunity&id=1b0c5a52-0000-4000-8000-000000000015',
        records: [
          {
            kind: 'deal',
            key: '1b0c5a52-0000-4000-8000-000000000015',
            facts: { name: 'Amélie Nuñez', company: 'Analytical Engines' },
            floats: true,
          },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entitylist&etn=contact&viewid=00aa',
        records: [
          {
            kind: 'contact',
            key: '1b0c5a52-0000-4000-8000-000000000011',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
          { kind: 'contact', key: '1b0c5a52-0000-4000-8000-000000000099', facts: { name: 'Per Åkesson' } },
        ],
      },
      {
        address:
          'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entitylist&etn=incident&viewid=00bb',
        records: [
          { kind: 'case', key: '1b0c5a52-0000-4000-8000-000000000014', facts: { company: 'Analytical Engines' } },
        ],
      },
      {
        address: 'https://analytical.crm4.dynamics.com/main.aspx?appid=7f0e&pagetype=entityrecord&etn=contact',
        records: [],
      },
    ],
  },
  {
    site: 'zoho-crm',
    pages: [
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Contacts/41000000000512001',
        records: [
          {
            kind: 'contact',
            key: '41000000000512001',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/tab/Leads/41000000000512002',
        records: [
          {
            kind: 'lead',
            key: '41000000000512002',
            facts: { name: '李明', email: 'ming@difference.example', phone: '555-0107', company: 'Difference & Co' },
          },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Accounts/41000000000512003',
        records: [
          { kind: 'account', key: '41000000000512003', facts: { phone: '555-0111', company: "O'Brien & Sons <Ltd>" } },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Cases/41000000000512004',
        records: [
          {
            kind: 'case',
            key: '41000000000512004',
            facts: { email: 'amelie@engines.example', phone: '+44 20 555 0101', company: 'Analytical Engines' },
            floats: true,
          },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Potentials/41000000000512005',
        records: [
          { kind: 'deal', key: '41000000000512005', facts: { name: 'Amélie Nuñez', company: 'Analytical Engines' } },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Contacts/custom-view/41000000000512900/list',
        records: [
          {
            kind: 'contact',
            key: '41000000000512001',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
          { kind: 'contact', key: '41000000000512009', facts: { name: 'Per Åkesson' } },
        ],
      },
      {
        address: 'https://crm.zoho.com/crm/org700123456/tab/Potentials/custom-view/41000000000512901/canban',
        records: [
          { kind: 'deal', key: '41000000000512005', facts: { name: 'Amélie Nuñez', company: 'Analytical Engines' } },
        ],
      },
      { address: 'https://crm.zoho.com/crm/org700123456/tab/Contacts/create', records: [] },
    ],
  },
  {
    site: 'zoho-desk',
    pages: [
      {
        address: 'https://desk.zoho.com/agent/analytical/engines/tickets/details/41000000000712001',
        records: [{ kind: 'case', key: '41000000000712001', facts: {} }],
      },
      {
        address: 'https://desk.zoho.com/agent/analytical/tickets/details/41000000000712002',
        records: [{ kind: 'case', key: '41000000000712002', facts: {} }],
      },
      {
        address: 'https://desk.zoho.com/agent/analytical/engines/tickets/details/41000000000712003',
        records: [{ kind: 'case', key: '41000000000712003', facts: {}, floats: true }],
      },
      { address: 'https://desk.zoho.com/agent/analytical/engines/tickets/list/all-cases', records: [] },
    ],
  },
  {
    site: 'pipedrive',
    pages: [
      {
        address: 'https://analytical.pipedrive.com/person/10',
        records: [
          {
            kind: 'contact',
            key: '10',
            facts: {
              name: "Zoë O'Brien",
              email: 'zoe@obrien.example',
              phone: '(415) 555-0134',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://analytical.pipedrive.com/organization/20',
        records: [{ kind: 'account', key: '20', facts: { company: "O'Brien & Sons <Ltd>" } }],
      },
      {
        address: 'https://analytical.pipedrive.com/deal/30',
        records: [
          {
            kind: 'deal',
            key: '30',
            facts: { name: 'Amélie Nuñez', phone: '+44 20 555 0101', company: 'Analytical Engines' },
          },
        ],
      },
      {
        address: 'https://analytical.pipedrive.com/leads/inbox/5c2f0a10-0000-4000-8000-000000000040',
        records: [{ kind: 'lead', key: '5c2f0a10-0000-4000-8000-000000000040', facts: {} }],
      },
      {
        address: 'https://analytical.pipedrive.com/persons/list/user/everyone',
        records: [
          { kind: 'contact', key: '10', facts: { name: "Zoë O'Brien" } },
          { kind: 'contact', key: '11', facts: { name: 'Per Åkesson' } },
        ],
      },
      { address: 'https://analytical.pipedrive.com/pipeline/1/user/everyone', records: [] },
    ],
  },
  {
    site: 'zendesk',
    pages: [
      {
        address: 'https://analytical.zendesk.com/agent/tickets/1701',
        records: [{ kind: 'case', key: '1701', facts: { name: "Zoë O'Brien", company: "O'Brien & Sons <Ltd>" } }],
      },
      {
        address: 'https://analytical.zendesk.com/agent/tickets/1702',
        records: [{ kind: 'case', key: '1702', facts: { name: '李明' } }],
      },
      {
        address: 'https://analytical.zendesk.com/agent/users/360001/requested_tickets',
        records: [
          {
            kind: 'contact',
            key: '360001',
            facts: { name: "Zoë O'Brien", email: 'zoe@obrien.example', phone: '(415) 555-0134' },
          },
        ],
      },
      {
        address: 'https://analytical.zendesk.com/agent/organizations/360900/tickets',
        records: [{ kind: 'account', key: '360900', facts: { company: "O'Brien & Sons <Ltd>" } }],
      },
      {
        address: 'https://analytical.zendesk.com/agent/filters/25',
        records: [
          { kind: 'case', key: '1701', facts: { name: "Zoë O'Brien" } },
          { kind: 'case', key: '1700', facts: { name: 'Per Åkesson' } },
        ],
      },
      { address: 'https://analytical.zendesk.com/agent/tickets/new/1', records: [] },
    ],
  },
]
