/** A site that a user made with the picker. @module */
import type { SiteRule } from '../../extension/src/sites/rule.ts'

export const ownSite: SiteRule = {
  id: 'own-clients',
  name: 'Clients of Northwind',
  hosts: ['clients.northwind.example'],
  verification: { verified: true, date: '2026-11-28', version: 'own' },
  examples: [],
  floating: true,
  records: [
    {
      kind: 'contact',
      address: [{ path: '/clients/{id}' }],
      key: [{ from: 'address' }],
      facts: {
        name: [{ selector: 'h1.headline' }],
        email: [{ selector: '[data-field="email"] a[href^="mailto:"]' }],
        company: [{ selector: '[data-field="company"] b' }],
      },
      anchors: [{ selector: 'h1.headline', position: 'append' }],
      size: 'full',
    },
  ],
}
