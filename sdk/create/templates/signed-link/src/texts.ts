/** What users read, in every language of the host. @module */

/** The texts of forms and buttons. */
export const TEXTS = {
  key: { en: 'Key', de: 'Schlüssel', es: 'Clave', fr: 'Clé', ru: 'Ключ', he: 'מפתח' },
  room: { en: 'Room', de: 'Raum', es: 'Sala', fr: 'Salle', ru: 'Комната', he: 'חדר' },
  join: { en: 'Join', de: 'Beitreten', es: 'Unirse', fr: 'Rejoindre', ru: 'Войти', he: 'הצטרפות' },
  invite: { en: 'Invite', de: 'Einladen', es: 'Invitar', fr: 'Inviter', ru: 'Пригласить', he: 'הזמנה' },
} as const
