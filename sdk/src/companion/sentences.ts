/** What a host says where a companion does not do its part. @module */
import { PluginError } from '../errors.ts'
import type { Text } from '../text.ts'

const ABSENT: Text = {
  en: 'The extension that this plugin lives in does not answer: it was removed or disabled.',
  de: 'Die Erweiterung, in der dieses Plugin steckt, antwortet nicht: Sie wurde entfernt oder deaktiviert.',
  es: 'La extensión en la que vive este complemento no responde: se ha eliminado o desactivado.',
  fr: 'L’extension qui contient ce module ne répond pas : elle a été supprimée ou désactivée.',
  ru: 'Расширение, в котором находится этот плагин, не отвечает: его удалили или отключили.',
  he: 'ההרחבה שבה נמצא התוסף הזה אינה עונה: היא הוסרה או הושבתה.',
}
const LATE: Text = {
  en: 'The extension that this plugin lives in did not answer in time. What it was asked for may have been done.',
  de: 'Die Erweiterung, in der dieses Plugin steckt, hat nicht rechtzeitig geantwortet. Das Verlangte ist vielleicht geschehen.',
  es: 'La extensión en la que vive este complemento no respondió a tiempo. Es posible que lo pedido se haya hecho.',
  fr: 'L’extension qui contient ce module n’a pas répondu à temps. Ce qui lui était demandé a peut-être été fait.',
  ru: 'Расширение, в котором находится этот плагин, не ответило вовремя. Возможно, запрошенное было выполнено.',
  he: 'ההרחבה שבה נמצא התוסף הזה לא ענתה בזמן. ייתכן שמה שהתבקש בוצע.',
}
const BAD_ANSWER: Text = {
  en: 'The extension that this plugin lives in gave an answer that cannot be used. Nothing was opened.',
  de: 'Die Erweiterung, in der dieses Plugin steckt, gab eine unbrauchbare Antwort. Es wurde nichts geöffnet.',
  es: 'La extensión en la que vive este complemento dio una respuesta que no se puede usar. No se ha abierto nada.',
  fr: 'L’extension qui contient ce module a donné une réponse inutilisable. Rien n’a été ouvert.',
  ru: 'Расширение, в котором находится этот плагин, дало непригодный ответ. Ничего не было открыто.',
  he: 'ההרחבה שבה נמצא התוסף הזה נתנה תשובה שאין בה שימוש. דבר לא נפתח.',
}
const COMPANION_TOO_OLD: Text = {
  en: 'The extension that this plugin lives in is too old for this Joinery. Update that extension.',
  de: 'Die Erweiterung, in der dieses Plugin steckt, ist zu alt für dieses Joinery. Aktualisieren Sie jene Erweiterung.',
  es: 'La extensión en la que vive este complemento es demasiado antigua para este Joinery. Actualice esa extensión.',
  fr: 'L’extension qui contient ce module est trop ancienne pour ce Joinery. Mettez cette extension à jour.',
  ru: 'Расширение, в котором находится этот плагин, слишком старое для этого Joinery. Обновите то расширение.',
  he: 'ההרחבה שבה נמצא התוסף הזה ישנה מדי עבור Joinery זה. עדכנו את אותה הרחבה.',
}
const HOST_TOO_OLD: Text = {
  en: 'The extension that this plugin lives in is made for a newer Joinery. Update Joinery.',
  de: 'Die Erweiterung, in der dieses Plugin steckt, ist für ein neueres Joinery gemacht. Aktualisieren Sie Joinery.',
  es: 'La extensión en la que vive este complemento está hecha para un Joinery más reciente. Actualice Joinery.',
  fr: 'L’extension qui contient ce module est faite pour un Joinery plus récent. Mettez Joinery à jour.',
  ru: 'Расширение, в котором находится этот плагин, сделано для более нового Joinery. Обновите Joinery.',
  he: 'ההרחבה שבה נמצא התוסף הזה נוצרה עבור Joinery חדש יותר. עדכנו את Joinery.',
}
const STORES_NOTHING: Text = {
  en: 'A plugin in an extension of its own cannot store anything on the way.',
  de: 'Ein Plugin in einer eigenen Erweiterung kann unterwegs nichts speichern.',
  es: 'Un complemento en una extensión propia no puede guardar nada por el camino.',
  fr: 'Un module dans sa propre extension ne peut rien enregistrer en cours de route.',
  ru: 'Плагин в собственном расширении не может ничего сохранять по ходу работы.',
  he: 'תוסף בהרחבה משלו אינו יכול לשמור דבר באמצע הדרך.',
}

const CANCELLED: Text = {
  en: 'Cancelled.',
  de: 'Abgebrochen.',
  es: 'Cancelado.',
  fr: 'Annulé.',
  ru: 'Отменено.',
  he: 'בוטל.',
}

/** Nobody is there. */
export const absent = (cause: unknown) => new PluginError('unreachable', ABSENT, { cause })
/** The answer did not come in time. */
export const late = () => new PluginError('timeout', LATE)
/** It was called off. */
export const cancelled = () => new PluginError('cancelled', CANCELLED)
/** The answer is none that can be used; the reason is for debuggers. */
export const badAnswer = (reason: string) => new PluginError('bad-answer', BAD_ANSWER, { cause: new Error(reason) })
/** The companion is to be updated. */
export const companionTooOld = () => new PluginError('unsupported', COMPANION_TOO_OLD)
/** The host is to be updated. */
export const hostTooOld = () => new PluginError('unsupported', HOST_TOO_OLD)
/** The envelope has no way to store a target before the outcome. */
export const storesNothing = () => new PluginError('unsupported', STORES_NOTHING)
