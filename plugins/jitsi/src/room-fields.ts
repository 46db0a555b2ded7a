/** The settings of a room. @module */
import type { Fields, Values } from '@joinery/sdk'

/**
 * What a room may be called. Jitsi Meet takes the signs that are left out here from a name without a word
 * (jitsi-meet, react/features/base/util/uri.ts, `_ROOM_EXCLUDE_PATTERN`), so that two rooms would be one; it decodes a
 * percent sign once more; `*` alone would be every room in a token; `.` and `..` would be other paths.
 */
const ROOM = '(?!\\.{1,2}$)(?!\\s)[^:?#\\[\\]@!$&\'()*+,;=<>/"\\\\%]+(?<!\\s)'

/** What one room needs. */
export const roomFields = {
  label: {
    type: 'text',
    label: { en: 'Name', de: 'Name', es: 'Nombre', fr: 'Nom', ru: 'Название', he: 'שם' },
    maxLength: 80,
    optional: true,
  },
  room: {
    type: 'text',
    label: {
      en: 'Room name',
      de: 'Raumname',
      es: 'Nombre de la sala',
      fr: 'Nom de la salle',
      ru: 'Имя комнаты',
      he: 'שם החדר',
    },
    help: {
      en: 'As it stands at the end of its address. Whoever guesses it may be able to enter, so make it long.',
      de: 'Wie am Ende der Adresse. Wer ihn errät, kommt vielleicht hinein; also ein langer Name.',
      es: 'Como figura al final de su dirección. Quien lo adivine quizá pueda entrar, así que hágalo largo.',
      fr: 'Comme à la fin de son adresse. Qui le devine pourra peut-être entrer ; choisissez-le long.',
      ru: 'Как в конце адреса. Угадавший его, возможно, сможет войти, поэтому пусть оно будет длинным.',
      he: 'כפי שהוא בסוף הכתובת. מי שינחש אותו אולי יוכל להיכנס, לכן בחרו שם ארוך.',
    },
    pattern: ROOM,
    patternHint: {
      en: "without : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % and quotes, and not only dots.",
      de: "ohne : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % und Anführungszeichen, nicht nur Punkte.",
      es: "sin : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % ni comillas, y no solo puntos.",
      fr: "sans : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % ni guillemets, et pas seulement des points.",
      ru: "без : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % и кавычек, и не только точки.",
      he: "בלי : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % ומרכאות, ולא נקודות בלבד.",
    },
    maxLength: 200,
  },
  subject: {
    type: 'text',
    label: {
      en: 'Title in the meeting',
      de: 'Titel in der Besprechung',
      es: 'Título en la reunión',
      fr: 'Titre dans la réunion',
      ru: 'Заголовок встречи',
      he: 'כותרת בפגישה',
    },
    maxLength: 200,
    optional: true,
  },
  prejoin: {
    type: 'choice',
    label: {
      en: 'Page to check camera and name first',
      de: 'Zuerst die Seite für Kamera und Namen',
      es: 'Primero la página de cámara y nombre',
      fr: 'D’abord la page de la caméra et du nom',
      ru: 'Сначала страница проверки камеры и имени',
      he: 'תחילה העמוד לבדיקת המצלמה והשם',
    },
    options: {
      server: {
        en: 'as the server has it',
        de: 'wie es der Server vorgibt',
        es: 'como lo tenga el servidor',
        fr: 'comme le serveur le prévoit',
        ru: 'как задано на сервере',
        he: 'כפי שהשרת קובע',
      },
      show: { en: 'show', de: 'zeigen', es: 'mostrar', fr: 'afficher', ru: 'показывать', he: 'להציג' },
      skip: { en: 'skip', de: 'auslassen', es: 'omitir', fr: 'passer', ru: 'пропускать', he: 'לדלג' },
    },
    default: 'server',
  },
  audioMuted: {
    type: 'boolean',
    label: {
      en: 'Start with the microphone off',
      de: 'Mit ausgeschaltetem Mikrofon beginnen',
      es: 'Empezar con el micrófono apagado',
      fr: 'Commencer micro coupé',
      ru: 'Начинать с выключенным микрофоном',
      he: 'להתחיל במיקרופון כבוי',
    },
    default: false,
  },
  videoMuted: {
    type: 'boolean',
    label: {
      en: 'Start with the camera off',
      de: 'Mit ausgeschalteter Kamera beginnen',
      es: 'Empezar con la cámara apagada',
      fr: 'Commencer caméra coupée',
      ru: 'Начинать с выключенной камерой',
      he: 'להתחיל במצלמה כבויה',
    },
    default: false,
  },
  knocks: {
    type: 'boolean',
    label: {
      en: 'Knock at the lobby at once',
      de: 'In der Lobby sofort anklopfen',
      es: 'Llamar en la sala de espera de inmediato',
      fr: 'Frapper tout de suite à la salle d’attente',
      ru: 'Сразу стучаться в лобби',
      he: 'לדפוק מיד בלובי',
    },
    help: {
      en: 'Where the room has a lobby, which a moderator switches on in the room or the server has for all.',
      de: 'Wenn der Raum eine Lobby hat; ein Moderator schaltet sie im Raum ein, oder der Server hat sie für alle.',
      es: 'Si la sala tiene sala de espera; la activa un moderador en la sala o el servidor para todas.',
      fr: 'Si la salle a une salle d’attente ; un modérateur l’active dans la salle, ou le serveur pour toutes.',
      ru: 'Если у комнаты есть лобби; его включает модератор в комнате или сервер для всех.',
      he: 'אם לחדר יש לובי; מנחה מפעיל אותו בחדר, או השרת עבור כולם.',
    },
    default: false,
  },
  parameters: {
    type: 'text',
    multiline: true,
    label: {
      en: 'Further parameters',
      de: 'Weitere Parameter',
      es: 'Otros parámetros',
      fr: 'Autres paramètres',
      ru: 'Другие параметры',
      he: 'פרמטרים נוספים',
    },
    help: {
      en: 'One in each line, with its value as JSON, such as config.startAudioOnly=true',
      de: 'Einer je Zeile, mit seinem Wert als JSON, etwa config.startAudioOnly=true',
      es: 'Uno por línea, con su valor en JSON, como config.startAudioOnly=true',
      fr: 'Un par ligne, avec sa valeur en JSON, comme config.startAudioOnly=true',
      ru: 'По одному в строке, значение в JSON, например config.startAudioOnly=true',
      he: 'אחד בכל שורה, עם ערכו כ־JSON, כגון config.startAudioOnly=true',
    },
    maxLength: 2000,
    optional: true,
  },
} as const satisfies Fields

/** A room's settings. */
export type Room = Values<typeof roomFields>
