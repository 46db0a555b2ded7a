/** Starts the demo CRM in the page. @module */
import { caseView } from './case.js'
import { companyView } from './company.js'
import { contactView } from './contact.js'
import { caseList, companyList, contactList } from './lists.js'
import { startRouter } from './router.js'
import { startSidebar } from './sidebar.js'
import './contact-card.js'

startRouter(
  document.getElementById('workspace'),
  [
    { pattern: /^\/contacts$/, view: contactList },
    { pattern: /^\/contacts\/(c-\d+)$/, view: contactView },
    { pattern: /^\/companies$/, view: companyList },
    { pattern: /^\/companies\/(a-\d+)$/, view: companyView },
    { pattern: /^\/cases$/, view: caseList },
    { pattern: /^\/cases\/(k-\d+)$/, view: caseView },
  ],
  '/contacts',
)
startSidebar(document.getElementById('sidebar'))
