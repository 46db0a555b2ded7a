/** Pages about the user or the product, not about a record. @module */
import { idOfAddress } from './key.ts'

/** How headings and titles of the user's own pages begin. */
const OWN = (
  'my profile,my account,my settings,my details,my data,my preferences,your profile,your account,your settings,your details,account settings,account preferences,' +
  'user settings,user preferences,personal settings,profile settings,general settings,settings,preferences,mein profil,mein konto,meine daten,meine einstellungen,' +
  'einstellungen,benutzereinstellungen,kontoeinstellungen,mon profil,mon compte,paramètres,préférences,mi perfil,mi cuenta,ajustes,configuración,preferencias,' +
  'мой профиль,моя учётная запись,личный кабинет,настройки,הפרופיל שלי,החשבון שלי,הגדרות,mijn profiel,mijn account,mijn gegevens,instellingen,il mio profilo,' +
  'il mio account,impostazioni,o meu perfil,meu perfil,minha conta,configurações,mój profil,moje konto,ustawienia'
).split(',')
const OWN_PATH = /(^|\/)(my-?(profile|account|settings)|me|profile|account)(\/(edit|security|general))?\/?$/i
const SETTINGS_PATH = /(^|\/)(settings|preferences)(\/|$)/i

/** @param texts the page's main heading and the first part of its title */
export function isOwnPage(address: string, texts: readonly string[]): boolean {
  const url = URL.parse(address)
  const paths = url === null ? [] : [url.pathname, url.hash.slice(1)]
  // `/contacts/5/profile` is somebody else's.
  const isOwnPath = paths.some((path) => OWN_PATH.test(path)) && idOfAddress(address) === undefined
  const isSettings = paths.some((path) => SETTINGS_PATH.test(path))
  return isOwnPath || isSettings || texts.some((text) => OWN.some((start) => beginsWith(text.toLowerCase(), start)))
}

const beginsWith = (text: string, start: string) =>
  text.startsWith(start) && !/^\p{L}/u.test(text.slice(start.length, start.length + 2))
