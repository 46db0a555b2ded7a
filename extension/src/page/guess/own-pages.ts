/** Pages about the user or the product, not about a record. @module */
import { idOfAddress } from './key.ts'

/** Headings and titles of the user's own pages; at the start of a text. */
const OWN =
  /^((my|your|own) (profile|account|settings|details|data|preferences)|(user |personal |account |profile |general )?(settings|preferences)|mein(e|en)? (profil|konto|daten|einstellungen)|(benutzer|konto)?einstellungen|mon (profil|compte)|paramètres|préférences|mi (perfil|cuenta)|ajustes|configuración|preferencias|мой профиль|моя учётная запись|личный кабинет|настройки|הפרופיל שלי|החשבון שלי|הגדרות|mijn (profiel|account|gegevens)|instellingen|il mio (profilo|account)|impostazioni|(o )?meu perfil|minha conta|configurações|mój profil|moje konto|ustawienia)(?!\p{L})/iu
const OWN_PATH = /(^|\/)(my-?(profile|account|settings)|me|profile|account)(\/(edit|security|general))?\/?$/i
const SETTINGS_PATH = /(^|\/)(settings|preferences)(\/|$)/i

/** @param texts the page's main heading and the first part of its title */
export function isOwnPage(address: string, texts: readonly string[]): boolean {
  const url = URL.parse(address)
  const paths = url === null ? [] : [url.pathname, url.hash.slice(1)]
  // `/contacts/5/profile` is somebody else's.
  const isOwnPath = paths.some((path) => OWN_PATH.test(path)) && idOfAddress(address) === undefined
  const isSettings = paths.some((path) => SETTINGS_PATH.test(path))
  return isOwnPath || isSettings || texts.some((text) => OWN.test(text))
}
