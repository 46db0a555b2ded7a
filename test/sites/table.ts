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
