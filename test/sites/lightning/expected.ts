/** What the rule of Salesforce Lightning must find in the page that `build.ts` makes, with either kind of shadow. @module */
import type { PageTest } from '../table.ts'

/** One page; another contact's is kept in it, hidden. */
export const lightningPage: PageTest = {
  address: 'https://orchard.lightning.force.com/lightning/r/Contact/0035f00000AbCdEAAV/view',
  records: [
    {
      kind: 'contact',
      key: '0035f00000AbCdEAAV',
      facts: {
        name: "Róisín O'Hara-Nguyễn",
        email: 'roisin@hoopworks.example',
        phone: '(415) 555-0134',
        company: "Hoop & Stave's <Ltd>",
      },
    },
  ],
}
