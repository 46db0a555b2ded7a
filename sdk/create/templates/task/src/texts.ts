/** What users read, in every language of the host. @module */

/** The texts of forms and buttons. */
export const TEXTS = {
  server: { en: 'Server', de: 'Server', es: 'Servidor', fr: 'Serveur', ru: 'Сервер', he: 'שרת' },
  key: { en: 'Key', de: 'Schlüssel', es: 'Clave', fr: 'Clé', ru: 'Ключ', he: 'מפתח' },
  room: { en: 'Room', de: 'Raum', es: 'Sala', fr: 'Salle', ru: 'Комната', he: 'חדר' },
  title: { en: 'Title', de: 'Titel', es: 'Título', fr: 'Titre', ru: 'Название', he: 'כותרת' },
  book: { en: 'Book', de: 'Buchen', es: 'Reservar', fr: 'Réserver', ru: 'Забронировать', he: 'הזמנה' },
  join: { en: 'Join', de: 'Beitreten', es: 'Unirse', fr: 'Rejoindre', ru: 'Войти', he: 'הצטרפות' },
} as const
