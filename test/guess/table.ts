/** What must be guessed from the pages beside this file, which are like those of no CRM in particular. @module */
import type { PageFact } from '../../extension/src/sites/rule.ts'

/** One page, and who is in it. */
export interface GuessTest {
  /** `pages/PAGE.html` */
  readonly page: string
  /** What the page's address is, from its path on. */
  readonly address: string
  readonly key: string
  /** No more and no fewer than these. */
  readonly facts: { readonly [F in PageFact]?: string }
  /** Below 0.4 is low, from 0.75 on high. */
  readonly confidence: 'low' | 'medium' | 'high'
}

/** Pages that show one person. */
export const peoplePages: readonly GuessTest[] = [
  {
    page: 'columns',
    address: '/contacts/4711/edit',
    key: '4711',
    facts: {
      name: 'Nora Quillfeather',
      email: 'n.quillfeather@tallow.example',
      phone: '+44 1632 960123',
      company: 'Tallow & Wick Ltd',
    },
    confidence: 'high',
  },
  {
    page: 'definition-list-de',
    address: '/kontakt.php?id=88&tab=1',
    key: '88',
    facts: {
      name: 'Jürgen Mühlenbäumer',
      firstName: 'Jürgen',
      lastName: 'Mühlenbäumer',
      email: 'juergen.muehlenbaeumer@drahtwerk.example',
      phone: '0151 / 555 01 23',
      company: 'Drahtwerk Süd GmbH',
    },
    confidence: 'high',
  },
  {
    page: 'label-table',
    address: '/?p=1&record=88120',
    key: '88120',
    facts: {
      name: 'Tobias Vanterpool',
      email: 'tv@pinewharf.example',
      phone: '+1 (555) 010-4477',
      company: 'Pinewharf Supplies Inc.',
    },
    confidence: 'high',
  },
  {
    page: 'inputs-only',
    address: '/#/contacts/3f2b8a9c-1111-4222-8333-94f5a6b7c8d9/edit',
    key: '3f2b8a9c-1111-4222-8333-94f5a6b7c8d9',
    facts: {
      name: 'Mirela Ostrava-Lind',
      firstName: 'Mirela',
      lastName: 'Ostrava-Lind',
      email: 'mirela@ostravalind.example',
      phone: '020 7946 0188',
      company: 'Lind Bakery',
    },
    confidence: 'high',
  },
  {
    page: 'material-cards',
    address: '/people/selwyn',
    key: 'selwyn.abernethy@corkmill.example',
    facts: {
      name: 'Selwyn Abernethy-Roux',
      email: 'selwyn.abernethy@corkmill.example',
      phone: '+353 1 555 0142',
      company: 'Corkmill Trading',
    },
    confidence: 'high',
  },
  {
    page: 'split-view',
    address: '/c/3',
    key: '3',
    facts: {
      name: 'Cyrus Okonjo',
      email: 'cyrus@okonjo.example',
      phone: '+1 555 010 7788',
      company: 'Okonjo Freight',
    },
    confidence: 'high',
  },
  {
    page: 'modal-over-list',
    address: '/people?page=2',
    key: 'jory@pell.example',
    facts: { name: 'Jory Pell', email: 'jory@pell.example', phone: '555 0103', company: 'Pell Masonry' },
    confidence: 'high',
  },
  {
    page: 'ticket-quoted',
    address: '/tickets/4711',
    key: '4711',
    facts: { name: 'Lavinia Strand', email: 'lavinia.strand@merrow.example' },
    confidence: 'high',
  },
  {
    page: 'hebrew',
    address: '/customer?customer_id=12',
    key: '12',
    facts: {
      name: 'תמר אלקיים',
      firstName: 'תמר',
      lastName: 'אלקיים',
      email: 'tamar@elkayam.example',
      phone: '050-555-0199',
      company: 'אלקיים שיווק',
    },
    confidence: 'high',
  },
  {
    page: 'russian',
    address: '/crm/contact/details/91/',
    key: '91',
    facts: {
      name: 'Ваганова Милена Игоревна',
      email: 'milena.v@zarya.example',
      phone: '+7 (495) 555-01-23',
      company: 'ООО «Заря»',
    },
    confidence: 'high',
  },
  {
    page: 'spanish-form',
    address: '/clientes/7/editar',
    key: '7',
    facts: {
      name: 'Candela Rovira Zamarbide',
      firstName: 'Candela',
      lastName: 'Rovira Zamarbide',
      email: 'crovira@olivar.example',
      phone: '+34 655 50 01 23',
      company: 'Olivar del Norte S.L.',
    },
    confidence: 'high',
  },
  {
    page: 'french',
    address: '/fiche/ab12cd34ef56',
    key: 'ab12cd34ef56',
    facts: {
      name: 'Maëlys Delaunoy',
      firstName: 'Maëlys',
      lastName: 'Delaunoy',
      email: 'm.delaunoy@vergers.example',
      phone: '01 99 00 12 34',
      company: 'Les Vergers Réunis',
    },
    confidence: 'high',
  },
  {
    page: 'microdata',
    address: '/directory/teppo',
    key: 'office77@fathom.example',
    facts: {
      name: 'Ragnhild Teppo',
      email: 'office77@fathom.example',
      phone: '+47 555 01 234',
      company: 'Fathom Surveys',
    },
    confidence: 'high',
  },
  {
    page: 'clobbered',
    address: '/admin/user?id=5',
    key: '5',
    facts: { name: 'Wilma Trasker', email: 'wilma@trasker.example', phone: '555 0177' },
    confidence: 'high',
  },
  {
    page: 'conversation-panel',
    address: '/inbox/conversation/3355',
    key: '3355',
    facts: { name: 'Sunniva Aldersey', email: 's.aldersey@millrace.example', phone: '+44 20 7946 0911' },
    confidence: 'high',
  },
  {
    page: 'hashed-aria',
    address: '/lead/lead_9XkQ2mZ4',
    key: 'lead_9XkQ2mZ4',
    facts: {
      name: 'Leonie Achterberg',
      email: 'purchasing4@windlass.example',
      phone: '+1 415 555 0136 ext. 12',
      company: 'Windlass Co.',
    },
    confidence: 'medium',
  },
  {
    page: 'dutch-bold',
    address: '/relatie/220',
    key: '220',
    facts: {
      name: 'Joost van der Wielen',
      email: 'jvdwielen@polder.example',
      phone: '010 555 01 23',
      company: 'Poldermolen B.V.',
    },
    confidence: 'high',
  },
  {
    page: 'italian-readonly',
    address: '/scheda?recordId=0031t00000AbCdE',
    key: '0031t00000AbCdE',
    facts: {
      name: 'Ginevra Bellandi',
      firstName: 'Ginevra',
      lastName: 'Bellandi',
      email: 'g.bellandi@marea.example',
      phone: '+39 331 555 0123',
      company: 'Marea S.r.l.',
    },
    confidence: 'high',
  },
  {
    page: 'portuguese',
    address: '/clientes/anabela',
    key: 'anabela@pescados.example',
    facts: {
      name: 'Anabela Quintiliano',
      email: 'anabela@pescados.example',
      phone: '+351 91 555 01 23',
      company: 'Pescados do Sul',
    },
    confidence: 'high',
  },
  {
    page: 'polish-four-cells',
    address: '/klienci/14',
    key: '14',
    facts: {
      name: 'Zofia Grzybek',
      email: 'zgrzybek@mlyn.example',
      phone: '+48 601 555 012',
      company: 'Młyn Sp. z o.o.',
    },
    confidence: 'high',
  },
  {
    page: 'phone-only',
    address: '/call',
    key: 'Desmond Farrow-Pike',
    facts: { name: 'Desmond Farrow-Pike', phone: '+1 555 010 8899' },
    confidence: 'medium',
  },
  {
    page: 'drawer',
    address: '/contacts/31',
    key: 'rufus@greaves.example',
    facts: { name: 'Rufus Greaves', email: 'rufus@greaves.example', phone: '555 0121' },
    confidence: 'high',
  },
  {
    page: 'mail-only-ticket',
    address: '/Ticket/Display.html?id=90210',
    key: '90210',
    facts: { email: 'zz9@drift.example' },
    confidence: 'medium',
  },
  {
    page: 'last-first',
    address: '/reg/40',
    key: '40',
    facts: { name: 'Isolde VANDERMEER', email: 'ivandermeer@dune.example', phone: '555-0144' },
    confidence: 'high',
  },
  {
    page: 'kept-tabs',
    address: '/ws#contact=66',
    key: '66',
    facts: { name: 'Carys Tolland', email: 'ct@tolland.example', phone: '555 0166' },
    confidence: 'high',
  },
  {
    page: 'nested-tables-de',
    address: '/auftrag?nr=2024-0815',
    key: 'kiesewetter@moorhof.example',
    facts: { name: 'Edeltraud Kiesewetter', email: 'kiesewetter@moorhof.example', phone: '04711/555012' },
    confidence: 'high',
  },
  {
    page: 'data-attributes',
    address: '/v/people/507f1f77bcf86cd799439011',
    key: '507f1f77bcf86cd799439011',
    facts: {
      name: 'Hesper Lindqvist',
      email: 'hesper.l@beacon.example',
      phone: '+46 8 555 0129',
      company: 'Beacon Lamps',
    },
    confidence: 'high',
  },
  {
    page: 'emergency-contact',
    address: '/member/9',
    key: '9',
    facts: { name: 'Thaddeus Merriweather', email: 'thaddeus@merriweather.example', phone: '555 0151' },
    confidence: 'high',
  },
  {
    page: 'french-ticket',
    address: '/tickets/512',
    key: '512',
    facts: { name: 'Solveig Marchandeau', email: 'solveig@atelier.example' },
    confidence: 'high',
  },
  {
    page: 'swedish-unknown-language',
    address: '/kund/3',
    key: '3',
    facts: { name: 'Torvald Ekstrand', email: 'torvald.ekstrand@brygga.example', phone: '070-555 01 23' },
    confidence: 'high',
  },
]

/** Pages that show nobody, or many: there is no guess, or one of low confidence. */
export const otherPages: readonly { readonly page: string; readonly address: string }[] = [
  { page: 'list', address: '/contacts' },
  { page: 'dashboard', address: '/' },
  { page: 'log-in', address: '/login' },
  { page: 'own-settings', address: '/profile/12' },
  { page: 'inbox', address: '/mail/#inbox' },
  { page: 'company-with-contacts', address: '/companies/3' },
  { page: 'report', address: '/reports/17' },
  { page: 'editable-grid', address: '/settings/team' },
  { page: 'sign-up', address: '/invite' },
  { page: 'two-results', address: '/search?q=lund' },
  { page: 'wiki', address: '/wiki/meetings' },
]
