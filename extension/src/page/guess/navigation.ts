/** Recognises the product's own menu where nothing marks it as one: there stands the user's account. @module */
import { bySelector, byTag, parentOf, tagOf } from './dom.ts'
import { partsOf } from './parts.ts'

/** What menus of such products lead to. */
const PLACES = new Set(
  (
    'dashboard,home,inbox,calendar,settings,reports,contacts,customers,clients,people,accounts,companies,organizations,leads,opportunities,deals,tickets,cases,' +
    'conversations,tasks,orders,invoices,products,pipelines,campaigns,helpdesk,crm,übersicht,kontakte,kunden,firmen,aufgaben,berichte,einstellungen,kalender,' +
    'contactos,clientes,empresas,tareas,ajustes,tableau de bord,clients,sociétés,paramètres,клиенты,контакты,сделки,задачи,настройки,לקוחות,הזמנות,הגדרות,' +
    'klanten,contacten,instellingen,clienti,contatti,impostazioni,contatos,configurações,klienci,kontakty,ustawienia'
  ).split(','),
)
const WHOLE = /^(html|body|main)$/
const MOST_LEVELS = 4
const MANY_PLACES = 2

/** Whether an element stands among links to the product's places, and no heading does. */
export function isBesideNavigation(element: Element): boolean {
  let at = parentOf(element)
  for (let level = 0; level < MOST_LEVELS && at !== null && !WHOLE.test(tagOf(at)); level += 1) {
    const places = byTag(at, 'a', 20).filter((link) => PLACES.has(partsOf(link, 30).join(' ').toLowerCase()))
    if (places.length >= MANY_PLACES) return bySelector(at, 'h1, h2, h3, h4, h5, h6', 1).length === 0
    at = parentOf(at)
  }
  return false
}
