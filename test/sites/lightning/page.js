/** A contact's page as Lightning Experience builds it: a shell without components, and components in it. @module */
import { createElement } from 'lwc'
import DetailPanel from 'records/lwcDetailPanel'
import HighlightsPanel from 'records/lwcHighlightsPanel'

const contacts = {
  '0035f00000AbCdEAAV': {
    firstName: 'Róisín',
    lastName: "O'Hara-Nguyễn",
    title: 'Master Cooper',
    email: 'roisin@hoopworks.example',
    phone: '4155550134',
    accountId: '0015f00000AbCdEAAV',
    company: "Hoop & Stave's <Ltd>",
  },
  '0035f00000FgHiJAAV': {
    firstName: 'Jarosław',
    lastName: 'Wójcik',
    title: 'Buyer',
    email: 'jaroslaw@wojcik.example',
    phone: '4155550135',
    accountId: '0015f00000FgHiJAAV',
    company: 'Wójcik Bednarstwo',
  },
}

/** Opened before, and kept; the last one is shown. */
const kept = ['0035f00000FgHiJAAV', '0035f00000AbCdEAAV']

function tabOf(recordId, isActive) {
  const tab = document.createElement('section')
  tab.className = isActive ? 'tabContent oneConsoleTab active' : 'tabContent oneConsoleTab hideContent'
  if (!isActive) tab.style.display = 'none'
  const host = document.createElement('div')
  host.className = isActive ? 'lafPageHost active windowViewMode-normal' : 'lafPageHost windowViewMode-normal'
  const record = contacts[recordId]
  host.append(
    createPanel('records-lwc-highlights-panel', HighlightsPanel, record),
    createPanel('records-lwc-detail-panel', DetailPanel, record),
  )
  tab.append(host)
  return tab
}

function createPanel(name, Panel, record) {
  const panel = createElement(name, { is: Panel })
  panel.record = record
  return panel
}

const shell = document.createElement('div')
shell.className = 'desktop container forceStyle oneOne'
const center = document.createElement('div')
center.className = 'split-right'
center.append(...kept.map((recordId, index) => tabOf(recordId, index === kept.length - 1)))
const utilityBar = document.createElement('div')
utilityBar.className = 'utilitybar slds-utility-bar'
shell.append(center, utilityBar)
document.body.append(shell)
document.title = `${contacts[kept.at(-1)].firstName} ${contacts[kept.at(-1)].lastName} | Contact | Salesforce`
