/** The plugin's texts, in the languages of Joinery. @module */
import type { Text } from '@joinery/sdk'

export const device: Text = {
  en: 'Device',
  de: 'Gerät',
  es: 'Dispositivo',
  fr: 'Appareil',
  ru: 'Устройство',
  he: 'מכשיר',
}
export const deviceId: Text = {
  en: 'RustDesk ID',
  de: 'RustDesk-ID',
  es: 'ID de RustDesk',
  fr: 'ID RustDesk',
  ru: 'ID RustDesk',
  he: 'מזהה RustDesk',
}
export const deviceIdHint: Text = {
  en: 'digits, such as 123 456 789, or the name that the device was given',
  de: 'Ziffern, etwa 123 456 789, oder der Name, den das Gerät bekam',
  es: 'cifras, como 123 456 789, o el nombre que se dio al dispositivo',
  fr: 'des chiffres, comme 123 456 789, ou le nom donné à l’appareil',
  ru: 'цифры, например 123 456 789, или имя, данное устройству',
  he: 'ספרות, כגון ‎123 456 789, או השם שניתן למכשיר',
}
export const label: Text = {
  en: 'Name',
  de: 'Name',
  es: 'Nombre',
  fr: 'Nom',
  ru: 'Название',
  he: 'שם',
}
export const company: Text = {
  en: 'Company',
  de: 'Firma',
  es: 'Empresa',
  fr: 'Société',
  ru: 'Компания',
  he: 'חברה',
}
export const relay: Text = {
  en: 'Always connect through the relay server',
  de: 'Immer über den Relay-Server verbinden',
  es: 'Conectar siempre a través del servidor de retransmisión',
  fr: 'Toujours se connecter par le serveur relais',
  ru: 'Всегда подключаться через сервер-ретранслятор',
  he: 'להתחבר תמיד דרך שרת הממסר',
}
export const control: Text = {
  en: 'Remote control',
  de: 'Fernsteuern',
  es: 'Control remoto',
  fr: 'Prise en main',
  ru: 'Удалённое управление',
  he: 'שליטה מרחוק',
}
export const transfer: Text = {
  en: 'Transfer files',
  de: 'Dateien übertragen',
  es: 'Transferir archivos',
  fr: 'Transférer des fichiers',
  ru: 'Передать файлы',
  he: 'העברת קבצים',
}
