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
  {
    site: 'odoo',
    pages: [
      {
        address: 'https://odoo.example/web#id=8&menu_id=86&action=144&model=res.partner&view_type=form',
        records: [
          {
            kind: 'contact',
            key: '8',
            facts: {
              name: 'Inès Dupré',
              email: 'ines@ete.example',
              phone: '+33 1 5550 0172',
              company: "Frères d'Été, Ltd",
            },
          },
        ],
      },
      {
        address: 'https://odoo.example/web#id=9&menu_id=86&action=144&model=res.partner&view_type=form',
        records: [{ kind: 'contact', key: '9', facts: { name: "O'Brien & Sons <Ltd>", phone: '+1 (555) 555-0173' } }],
      },
      {
        address: 'https://odoo.example/web#id=12&cids=1&action=230&model=helpdesk.ticket&view_type=form',
        records: [
          {
            kind: 'case',
            key: '12',
            facts: { name: 'Inès Dupré', email: 'ines@ete.example', company: "Frères d'Été, Ltd" },
          },
        ],
      },
      {
        address: 'https://odoo.example/web#action=144&model=res.partner&view_type=list&cids=1&menu_id=86',
        records: [
          {
            kind: 'contact',
            key: 'Inès Dupré',
            facts: {
              name: 'Inès Dupré',
              email: 'ines@ete.example',
              phone: '+33 1 5550 0171',
              company: "Frères d'Été, Ltd",
            },
          },
          { kind: 'contact', key: 'Łukasz Żak', facts: { name: 'Łukasz Żak' } },
        ],
      },
      {
        address: 'https://odoo.example/odoo/crm/5/res.partner/8',
        records: [
          {
            kind: 'contact',
            key: '8',
            facts: { name: '陳大文', email: 'tai.man@chan.example', phone: '5555-0174' },
          },
        ],
      },
      {
        address: 'https://odoo.example/odoo/contacts/8/crm.lead/5',
        records: [
          {
            kind: 'deal',
            key: '5',
            facts: {
              name: '陳大文',
              email: 'tai.man@chan.example',
              phone: '55550174',
              company: 'Chan Trading, Inc.',
            },
          },
        ],
      },
      { address: 'https://odoo.example/odoo/contacts/8/action-201', records: [] },
    ],
  },
  {
    site: 'vtiger',
    pages: [
      {
        address: 'https://vtiger.example/index.php?module=Contacts&view=Detail&record=3',
        records: [
          {
            kind: 'contact',
            key: '3',
            facts: {
              name: 'Anke Müller-Lüdenscheidt',
              email: 'anke@mueller.example',
              phone: '+49 (0)30 5550 0151',
              company: 'Müller & Söhne <GmbH>',
            },
          },
        ],
      },
      {
        address:
          'https://vtiger.example/index.php?module=Contacts&view=Detail&record=4&mode=showDetailViewByMode&requestMode=full',
        records: [
          {
            kind: 'contact',
            key: '4',
            facts: {
              name: "Νίκος O'Hara",
              email: 'nikos@hara.example',
              phone: '5550152',
              company: 'Hara Ναυτιλία',
            },
          },
        ],
      },
      {
        address: 'https://vtiger.example/index.php?module=Leads&view=Detail&record=21',
        records: [
          {
            kind: 'lead',
            key: '21',
            facts: { name: 'Bruno Lead', email: 'bruno@lead.example', company: 'Lead & Co' },
          },
        ],
      },
      {
        address: 'https://vtiger.example/index.php?module=Accounts&view=Detail&record=2',
        records: [
          {
            kind: 'account',
            key: '2',
            facts: { email: 'buero@mueller.example', phone: '555-0153', company: 'Müller & Söhne <GmbH>' },
          },
        ],
      },
      {
        address: 'https://vtiger.example/index.php?module=HelpDesk&view=Detail&record=9',
        records: [
          {
            kind: 'case',
            key: '9',
            facts: { name: 'Anke Müller-Lüdenscheidt', company: 'Müller & Söhne <GmbH>' },
          },
        ],
      },
      {
        address: 'https://vtiger.example/index.php?module=Potentials&view=Detail&record=14',
        records: [{ kind: 'deal', key: '14', facts: { company: 'Hara Ναυτιλία' } }],
      },
      {
        address: 'https://vtiger.example/index.php?module=Contacts&view=List&viewname=7',
        records: [
          {
            kind: 'contact',
            key: '3',
            facts: {
              firstName: 'Anke',
              lastName: 'Müller-Lüdenscheidt',
              email: 'anke@mueller.example',
              phone: '+49 30 55500151',
              company: 'Müller & Söhne <GmbH>',
            },
          },
          { kind: 'contact', key: '4', facts: { lastName: "O'Hara" } },
        ],
      },
      { address: 'https://vtiger.example/index.php?module=Contacts&view=Edit&record=3', records: [] },
    ],
  },
  {
    site: 'suitecrm',
    pages: [
      {
        address: 'https://suitecrm.example/#/contacts/record/7c0f9d2e-3a41',
        records: [
          {
            kind: 'contact',
            key: '7c0f9d2e-3a41',
            facts: {
              firstName: 'Thérèse',
              lastName: 'van den Bosch',
              name: 'Ms. Thérèse van den Bosch',
              email: 'therese@bosch.example',
              phone: '+31 20 555 0161',
              company: "Bosch & 't Hoen <BV>",
            },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/#/contacts/edit/81aa-17',
        records: [
          {
            kind: 'contact',
            key: '81aa-17',
            facts: { firstName: 'Олена', lastName: 'Шевченко', name: 'Олена Шевченко' },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/#/leads/record/9f',
        records: [
          {
            kind: 'lead',
            key: '9f',
            facts: {
              name: 'Mr. Seán Ó Briain',
              email: 'sean@obriain.example',
              phone: '(555) 0162',
              company: 'Ó Briain Teo.',
            },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/#/accounts/record/a1',
        records: [
          {
            kind: 'account',
            key: 'a1',
            facts: { email: 'office@bosch.example', phone: '+31 20 555 0163', company: "Bosch & 't Hoen <BV>" },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/#/cases/record/c7',
        records: [{ kind: 'case', key: 'c7', facts: { company: "Bosch & 't Hoen <BV>" } }],
      },
      {
        address: 'https://suitecrm.example/#/opportunities/record/d4',
        records: [{ kind: 'deal', key: 'd4', facts: {} }],
      },
      {
        address: 'https://suitecrm.example/#/contacts',
        records: [
          {
            kind: 'contact',
            key: '7c0f9d2e-3a41',
            facts: {
              name: 'Thérèse van den Bosch',
              email: 'therese@bosch.example',
              phone: '+31 20 555 0160',
              company: "Bosch & 't Hoen <BV>",
            },
          },
          { kind: 'contact', key: '81aa-17', facts: { name: 'Олена Шевченко' } },
        ],
      },
      {
        address: 'https://suitecrm.example/#/quotes/detail-view/q5',
        records: [
          {
            kind: 'deal',
            key: 'q5',
            facts: { name: 'Thérèse van den Bosch', company: "Bosch & 't Hoen <BV>" },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/legacy/index.php?module=Contacts&action=DetailView&record=81aa-17',
        records: [
          {
            kind: 'contact',
            key: '81aa-17',
            facts: { name: 'Олена Шевченко', email: 'olena@shevchenko.example', phone: '+380 44 555 0164' },
          },
        ],
      },
      {
        address: 'https://suitecrm.example/legacy/index.php?module=Cases&action=DetailView&record=c7',
        records: [{ kind: 'case', key: 'c7', facts: { company: "Bosch & 't Hoen <BV>" } }],
      },
      { address: 'https://suitecrm.example/#/home', records: [] },
    ],
  },
  {
    site: 'request-tracker',
    pages: [
      {
        address: 'https://request-tracker.example/User/Summary.html?id=27',
        records: [
          {
            kind: 'contact',
            key: '27',
            facts: {
              name: "Siobhán O'Brien",
              email: 'siobhan@obrien.example',
              phone: '+353 (1) 555-0177',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://request-tracker.example/User/Summary.html?id=31',
        records: [{ kind: 'contact', key: '31', facts: { name: '田中 花子', email: 'hanako@tanaka.example' } }],
      },
      {
        address: 'https://request-tracker.example/rt/Admin/Users/Modify.html?id=27',
        records: [
          {
            kind: 'contact',
            key: '27',
            facts: {
              name: "Siobhán O'Brien",
              email: 'siobhan@obrien.example',
              phone: '+353 1 555 0177',
              company: "O'Brien & Sons <Ltd>",
            },
          },
        ],
      },
      {
        address: 'https://request-tracker.example/Ticket/Display.html?id=1',
        records: [{ kind: 'case', key: '1', facts: { name: "Siobhán O'Brien", email: 'siobhan@obrien.example' } }],
      },
      {
        address: 'https://request-tracker.example/Ticket/Display.html?results=4f&id=2',
        records: [{ kind: 'case', key: '2', facts: { name: '田中 花子', email: 'hanako@tanaka.example' } }],
      },
      {
        address: 'https://request-tracker.example/Search/Results.html?Query=Status%3D%27new%27',
        records: [
          { kind: 'case', key: '1', facts: { name: "Siobhán O'Brien", email: 'siobhan@obrien.example' } },
          { kind: 'case', key: '3', facts: {} },
        ],
      },
      { address: 'https://request-tracker.example/User/Search.html?UserString=o', records: [] },
    ],
  },
  {
    site: 'tryton',
    pages: [
      {
        address: 'https://tryton.example/#crm/model/party.party/2;name=%22Parties%22&views=%5B129%2C128%5D',
        records: [
          {
            kind: 'contact',
            key: '2',
            facts: { name: 'Zoë D’Arcy', email: 'zoe@darcy.example', phone: '+44 20 5550 0134' },
          },
        ],
      },
      {
        address: 'https://tryton.example/#crm/model/party.party/4;name=%22Parties%22&views=%5B129%2C128%5D',
        records: [{ kind: 'contact', key: '4', facts: { name: '李小龙 & 友', email: 'li@friends.example' } }],
      },
      {
        address: 'https://tryton.example/#crm/model/party.party/6;name=%22Parties%22&views=%5B129%2C128%5D',
        records: [{ kind: 'contact', key: '6', facts: { phone: '555-0136' } }],
      },
      {
        address: 'https://tryton.example/#crm/model/party.party;name=%22Parties%22&views=%5B128%2C129%5D',
        records: [],
      },
      {
        address:
          'https://tryton.example/#crm/model/party.contact_mechanism/3;name=%22Contact%20Mechanisms%22&views=%5B148%5D',
        records: [],
      },
    ],
  },
  {
    site: 'nocodb',
    pages: [
      {
        address: 'https://nocodb.example/dashboard/#/nc/pk3base/mk3people?rowId=1',
        records: [
          {
            kind: 'contact',
            key: '1',
            facts: {
              name: 'Jürgen O’Dell',
              email: 'juergen@odell.example',
              phone: '(040) 555 0142',
              company: 'O’Dell & Partner <GmbH>',
            },
          },
        ],
      },
      {
        address: 'https://nocodb.example/dashboard/#/nc/pk3base/mk3people/vk3view?rowId=27',
        records: [{ kind: 'contact', key: '27', facts: { name: '김하늘', phone: '+82255550143' } }],
      },
      {
        address: 'https://nocodb.example/dashboard/#/nc/pk3base/mk3people?rowId=28',
        records: [{ kind: 'contact', key: '28', facts: { email: 'nameless@people.example' } }],
      },
      { address: 'https://nocodb.example/dashboard/#/nc/pk3base/mk3people', records: [] },
    ],
  },
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
            key: '0035f00000ZoeOb',
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
            key: '0035f00000PerAk',
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
            key: '00Q5f00000LiMin',
            facts: { name: '李明', email: 'ming@difference.example', phone: '555-0107', company: 'Difference & Co' },
          },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/0015f00000EnginX',
        records: [
          { kind: 'account', key: '0015f00000EnginX', facts: { phone: '555-0110', company: 'Analytical Engines' } },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/0065f00000DealA',
        records: [{ kind: 'deal', key: '0065f00000DealA', facts: { company: 'Analytical Engines' } }],
      },
      {
        address: 'https://analytical.my.salesforce.com/console',
        records: [
          {
            kind: 'case',
            key: '5005f00000CaseB',
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
            key: '0035f00000ZoeOb',
            facts: { name: "Zoë O'Brien", email: 'zoe@obrien.example', company: "O'Brien & Sons <Ltd>" },
          },
          { kind: 'contact', key: '0035f00000PerAk', facts: { name: 'Per Åkesson' } },
        ],
      },
      {
        address: 'https://analytical.my.salesforce.com/500/o',
        records: [{ kind: 'case', key: '5005f00000CaseB', facts: { name: 'Amélie Nuñez' } }],
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
  {
    site: 'close',
    pages: [
      {
        address: 'https://app.close.com/lead/lead_AbC123dEf456/',
        records: [
          {
            kind: 'lead',
            key: 'lead_AbC123dEf456',
            facts: { company: 'Brook & Hale', email: 'caoimhe@brookhale.example', phone: '+1 617 555 0184' },
          },
        ],
      },
      {
        address: 'https://app.close.com/lead/lead_Zy9/',
        records: [
          {
            kind: 'lead',
            key: 'lead_Zy9',
            facts: { company: "Žofie's Żur <sp. z o.o.>", email: 'zofie@zur.example' },
            floats: true,
          },
        ],
      },
      {
        address: 'https://app.close.com/leads/',
        records: [
          {
            kind: 'lead',
            key: 'lead_AbC123dEf456',
            facts: { company: 'Brook & Hale', email: 'caoimhe@brookhale.example', phone: '(617) 555-0184' },
          },
          { kind: 'lead', key: 'lead_Zy9', facts: { company: "Žofie's Żur" } },
        ],
      },
      { address: 'https://app.close.com/inbox/', records: [] },
    ],
  },
  {
    site: 'copper',
    pages: [
      {
        address: 'https://app.copper.com/companies/562111/app#/browse/list/people/default?fullProfile=people-184433443',
        records: [
          {
            kind: 'contact',
            key: '184433443',
            facts: { name: 'Siân Llewellyn', email: 'sian@hoopworks.example', phone: '020 7555 0187' },
            floats: true,
          },
        ],
      },
      {
        address: 'https://app.copper.com/companies/562111/app#/browse/list/leads/default?fullProfile=leads-90210',
        records: [
          {
            kind: 'lead',
            key: '90210',
            facts: { name: 'Đặng Thị Hoa', email: 'hoa@dang.example', phone: '555-0188' },
            floats: true,
          },
        ],
      },
      {
        address:
          'https://app.copper.com/companies/562111/app#/browse/list/companies/default?fullProfile=companies-7788',
        records: [{ kind: 'account', key: '7788', facts: { company: "Hoop & Stave's <Ltd>" }, floats: true }],
      },
      {
        address: 'https://app.copper.com/companies/562111/app#/browse/list/people/default',
        records: [
          { kind: 'contact', key: '184433443', facts: { name: 'Siân Llewellyn', email: 'sian@hoopworks.example' } },
          { kind: 'contact', key: '9', facts: { name: 'Rosa Lind' } },
        ],
      },
      { address: 'https://app.copper.com/companies/562111/app#/feed', records: [] },
    ],
  },
  {
    site: 'freshdesk',
    pages: [
      {
        address: 'https://orchard.freshdesk.com/a/tickets/4711',
        records: [
          {
            kind: 'case',
            key: '4711',
            facts: {
              name: 'Zoë Brontë-Ito',
              email: 'zoe.bronte@hollowfinch.example',
              phone: '+1 (212) 555-0143',
              company: 'Hollow & Finch <Ltd>',
            },
          },
        ],
      },
      {
        address: 'https://orchard.freshdesk.com/a/tickets/4712',
        records: [
          {
            kind: 'case',
            key: '4712',
            facts: { name: 'Łukasz Żak', email: 'lukasz@odell.example', company: "O'Dell Orchards" },
          },
        ],
      },
      {
        address: 'https://orchard.freshdesk.com/a/contacts/48012345678',
        records: [
          {
            kind: 'contact',
            key: '48012345678',
            facts: {
              name: 'Zoë Brontë-Ito',
              email: 'zoe.bronte@hollowfinch.example',
              phone: '+1 (212) 555-0143',
              company: 'Hollow & Finch <Ltd>',
            },
          },
        ],
      },
      {
        address: 'https://orchard.freshdesk.com/a/companies/48000123456',
        records: [{ kind: 'account', key: '48000123456', facts: { company: 'Hollow & Finch <Ltd>' } }],
      },
      { address: 'https://orchard.freshdesk.com/a/tickets/filters/all_tickets', records: [] },
      { address: 'https://orchard.freshdesk.com/a/contacts/new', records: [] },
    ],
  },
  {
    site: 'freshsales',
    pages: [
      {
        address: 'https://orchard.myfreshworks.com/crm/sales/contacts/402012345678',
        records: [
          {
            kind: 'contact',
            key: '402012345678',
            facts: { name: "Aoife O'Malley", email: 'aoife@brookhale.example', phone: '+1 415-555-0117' },
          },
        ],
      },
      {
        address: 'https://orchard.myfreshworks.com/crm/sales/contacts/402012345679',
        records: [{ kind: 'contact', key: '402012345679', facts: { name: 'Chidi Ọkọ́ńkwọ̀' } }],
      },
      {
        address: 'https://orchard.freshsales.io/leads/5022345678',
        records: [
          {
            kind: 'lead',
            key: '5022345678',
            facts: { name: '田中 美咲', email: 'misaki@tanaka.example', phone: '+81 90 5550 0119' },
          },
        ],
      },
      {
        address: 'https://orchard.myfreshworks.com/crm/sales/accounts/402000111',
        records: [{ kind: 'account', key: '402000111', facts: { company: 'Brook & Hale', phone: '(415) 555-0110' } }],
      },
      {
        address: 'https://orchard.myfreshworks.com/crm/sales/deals/402000222',
        records: [{ kind: 'deal', key: '402000222', facts: {} }],
      },
      { address: 'https://orchard.myfreshworks.com/crm/sales/contacts/view/402015942778', records: [] },
    ],
  },
  {
    site: 'help-scout',
    pages: [
      {
        address: 'https://secure.helpscout.net/conversation/2199011258/891142?folderId=39835',
        records: [
          {
            kind: 'case',
            key: '2199011258',
            facts: { name: 'Mário Conceição', email: 'mario@quintanova.example', phone: '+351 21 555 0181' },
          },
        ],
      },
      {
        address: 'https://secure.helpscout.net/conversation/3382659721',
        records: [{ kind: 'case', key: '3382659721', facts: {} }],
      },
      {
        address: 'https://secure.helpscout.net/customer/512345678/0/',
        records: [
          {
            kind: 'contact',
            key: '512345678',
            facts: { name: 'Mário Conceição', email: 'mario@quintanova.example' },
            floats: true,
          },
        ],
      },
      { address: 'https://secure.helpscout.net/customers/?page=2', records: [] },
    ],
  },
  {
    site: 'intercom',
    pages: [
      {
        address: 'https://app.intercom.com/a/inbox/k7w32l2g/inbox/shared/all/conversation/215475827415413',
        records: [
          {
            kind: 'case',
            key: '215475827415413',
            facts: {
              name: 'Eszter Kőszegi',
              email: 'eszter@koviz.example',
              phone: '+36 1 5555 0191',
              company: 'Kő & Víz <Kft>',
            },
          },
        ],
      },
      {
        address: 'https://app.intercom.com/a/inbox/k7w32l2g/inbox/shared/all/conversation/215475827415414',
        records: [{ kind: 'case', key: '215475827415414', facts: {} }],
      },
      {
        address: 'https://app.intercom.com/a/apps/k7w32l2g/users/5f1e2d3c4b5a69788796a5b4/all-conversations',
        records: [
          {
            kind: 'contact',
            key: '5f1e2d3c4b5a69788796a5b4',
            facts: { name: 'Eszter Kőszegi', email: 'eszter@koviz.example', company: 'Kő & Víz <Kft>' },
            floats: true,
          },
        ],
      },
      { address: 'https://app.intercom.com/a/apps/k7w32l2g/users/segments/active', records: [] },
    ],
  },
  {
    site: 'servicenow',
    pages: [
      {
        // What the frame in it shows.
        address:
          'https://dev1.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D57af7aec73d423002728660c4cf6a71c',
        records: [
          {
            kind: 'case',
            key: '57af7aec73d423002728660c4cf6a71c',
            facts: { name: 'Jean-Luc Émond', company: "O'Dell Orchards & Sons" },
          },
        ],
      },
      {
        address: 'https://dev1.service-now.com/nav_to.do?uri=sys_user.do%3Fsys_id%3D62826bf03710200044e0bfc8bcbe5df1',
        records: [
          {
            kind: 'contact',
            key: '62826bf03710200044e0bfc8bcbe5df1',
            facts: {
              firstName: 'Jean-Luc',
              lastName: 'Émond',
              email: 'jeanluc@odell.example',
              phone: '+1 646 555 0151',
              company: "O'Dell Orchards & Sons",
            },
          },
        ],
      },
      {
        address: 'https://dev1.service-now.com/incident.do?sys_id=57af7aec73d423002728660c4cf6a71c',
        records: [
          {
            kind: 'case',
            key: '57af7aec73d423002728660c4cf6a71c',
            facts: { name: 'Jean-Luc Émond', company: "O'Dell Orchards & Sons" },
          },
        ],
      },
      {
        address: 'https://dev1.service-now.com/sys_user_list.do',
        records: [
          {
            kind: 'contact',
            key: '62826bf03710200044e0bfc8bcbe5df1',
            facts: { email: 'jeanluc@odell.example' },
          },
          { kind: 'contact', key: '0a826bf03710200044e0bfc8bcbe5d7a', facts: {} },
        ],
      },
      {
        address: 'https://dev1.service-now.com/now/workspace/agent/record/incident/57af7aec73d423002728660c4cf6a71c',
        records: [
          {
            kind: 'case',
            key: '57af7aec73d423002728660c4cf6a71c',
            facts: { name: 'Jean-Luc Émond', email: 'jeanluc@odell.example' },
          },
        ],
      },
      {
        address: 'https://dev1.service-now.com/now/sow/record/incident/57af7aec73d423002728660c4cf6a71c',
        records: [{ kind: 'case', key: '57af7aec73d423002728660c4cf6a71c', facts: {}, floats: true }],
      },
      { address: 'https://dev1.service-now.com/now/workspace/agent/home', records: [] },
    ],
  },
  {
    site: 'sugarcrm',
    pages: [
      {
        address: 'https://orchard.sugarondemand.com/#Contacts/6f2c1b1a-5d3e-11ec-9f0b-0242ac120002',
        records: [
          {
            kind: 'contact',
            key: '6f2c1b1a-5d3e-11ec-9f0b-0242ac120002',
            facts: {
              name: 'Nkechi Okafor-Byrne',
              email: 'nkechi@odell.example',
              phone: '+1 303 555 0162',
              company: "O'Dell & Daughters <Inc>",
            },
          },
        ],
      },
      {
        address: 'https://sugarcrm.example/#Leads/8a1d0c5e-70aa-11ec-a2b4-0242ac120002',
        records: [
          {
            kind: 'lead',
            key: '8a1d0c5e-70aa-11ec-a2b4-0242ac120002',
            facts: {
              firstName: 'Søren',
              lastName: 'Kjær',
              email: 'soren@fjordfield.example',
              phone: '+45 5550 0164',
              company: 'Fjord & Field',
            },
          },
        ],
      },
      {
        address: 'https://orchard.sugarondemand.com/#Accounts/1b9c4f2e-70aa-11ec-8d5f-0242ac120002',
        records: [
          {
            kind: 'account',
            key: '1b9c4f2e-70aa-11ec-8d5f-0242ac120002',
            facts: { company: "O'Dell & Daughters <Inc>", phone: '+1 303 555 0160' },
          },
          {
            kind: 'contact',
            key: '6f2c1b1a-5d3e-11ec-9f0b-0242ac120002',
            facts: { name: 'Nkechi Okafor-Byrne', email: 'nkechi@odell.example' },
          },
        ],
      },
      {
        address: 'https://orchard.sugarondemand.com/#Cases/2c7d5e3f-70aa-11ec-9e6a-0242ac120002',
        records: [
          {
            kind: 'case',
            key: '2c7d5e3f-70aa-11ec-9e6a-0242ac120002',
            facts: { name: 'Nkechi Okafor-Byrne', company: "O'Dell & Daughters <Inc>" },
          },
        ],
      },
      {
        address: 'https://orchard.sugarondemand.com/#Contacts',
        records: [
          {
            kind: 'contact',
            key: '6f2c1b1a-5d3e-11ec-9f0b-0242ac120002',
            facts: {
              name: 'Nkechi Okafor-Byrne',
              email: 'nkechi@odell.example',
              phone: '+1 303 555 0162',
              company: "O'Dell & Daughters <Inc>",
            },
          },
          { kind: 'contact', key: '5e1f0a00-70aa-11ec-b1c2-0242ac120002', facts: { name: 'Мария Соколова' } },
        ],
      },
      { address: 'https://orchard.sugarondemand.com/#Home', records: [] },
    ],
  },
  {
    site: 'zammad',
    pages: [
      {
        address: 'https://zammad.example/#ticket/zoom/4711',
        records: [
          {
            kind: 'case',
            key: '4711',
            facts: { name: 'Ivana Đorđević', email: 'ivana@siderworks.example', phone: '+385 55 5500 171' },
          },
        ],
      },
      {
        address: 'https://zammad.example/#user/profile/23',
        records: [
          {
            kind: 'contact',
            key: '23',
            facts: {
              name: 'Ivana Đorđević',
              email: 'ivana@siderworks.example',
              phone: '+385 55 5500 171',
              company: 'Sider & Works <KG>',
            },
          },
        ],
      },
      {
        address: 'https://zammad.example/#organization/profile/5',
        records: [{ kind: 'account', key: '5', facts: { company: 'Sider & Works <KG>' } }],
      },
      { address: 'https://zammad.example/#ticket/view/my_assigned', records: [] },
      {
        address: 'https://zammad.example/desktop/users/23',
        records: [
          {
            kind: 'contact',
            key: '23',
            facts: {
              name: 'Ivana Đorđević',
              email: 'ivana@siderworks.example',
              phone: '+385 55 5500 171',
              company: 'Sider & Works <KG>',
            },
          },
        ],
      },
      {
        address: 'https://zammad.example/desktop/tickets/4711#article-9021',
        records: [
          {
            kind: 'case',
            key: '4711',
            facts: { name: 'Ivana Đorđević', email: 'ivana@siderworks.example', company: 'Sider & Works <KG>' },
          },
        ],
      },
    ],
  },
]
