/** Names from many scripts, all invented combinations. A table of data. @module */

/** A name, and how its bearer spells it in an e-mail address where that cannot be derived. */
export type Name = string | readonly [native: string, latin: string]

/** The names of one language, and where its bearers live. */
export type NameGroup = {
  readonly given: readonly Name[]
  readonly family: readonly Name[]
  readonly places: readonly (readonly [city: string, country: string])[]
  /** The share of contacts, relative to the other groups. */
  readonly weight: number
  /** The family name is written first. */
  readonly familyFirst?: true
}

const ENGLISH: NameGroup = {
  weight: 7,
  given: [
    'Siobhán',
    'Amelia',
    'Declan',
    'Grace',
    'Harvey',
    'Isla',
    'Jean-Luc',
    'Naomi',
    'Owen',
    'Priscilla',
    'Ruth',
    'Theo',
  ],
  family: [
    "O'Brien",
    "D'Angelo",
    "O'Shaughnessy",
    'Ashworth',
    'Fairweather',
    'Smith-Jones',
    'Holloway',
    'Marsh',
    'Pemberton',
    'Whitlock',
  ],
  places: [
    ['Dublin', 'Ireland'],
    ['Leeds', 'United Kingdom'],
    ['Washington', 'United States'],
    ['Portland', 'United States'],
  ],
}

const GERMAN: NameGroup = {
  weight: 5,
  given: ['Jürgen', 'Änne', 'Björn', 'Käthe', 'Lorenz', 'Mirjam', 'Karl-Heinz', 'Ute'],
  family: ['Groß', 'Müller', 'Schäfer-Köhler', 'von Ölsen', 'Weiß', 'Böttcher', 'Lübke', 'Krämer'],
  places: [
    ['Berlin', 'Germany'],
    ['Köln', 'Germany'],
    ['Zürich', 'Switzerland'],
  ],
}

const FRENCH: NameGroup = {
  weight: 4,
  given: ['François', 'Élodie', 'Anaïs', 'Jérôme', 'Maëlle', 'Noël', 'Chloé', 'Benoît'],
  family: ['Lefèvre', "L'Hôpital", 'Béranger', 'Saint-Étienne', 'Garçon', 'Châtelain', 'Dupré', 'Maçon'],
  places: [
    ['Lyon', 'France'],
    ['Genève', 'Switzerland'],
    ['Montréal', 'Canada'],
  ],
}

const NORDIC: NameGroup = {
  weight: 3,
  given: ['Søren', 'Åsa', 'Þóra', 'Jörgen', 'Bjarne', 'Aino', 'Øyvind', 'Linnéa'],
  family: ['Ångström', 'Bjørnstad', 'Hämäläinen', 'Jónsdóttir', 'Kjær', 'Lindqvist', 'Sæther'],
  places: [
    ['København', 'Denmark'],
    ['Malmö', 'Sweden'],
    ['Reykjavík', 'Iceland'],
  ],
}

const SLAVIC_LATIN: NameGroup = {
  weight: 3,
  given: ['Łukasz', 'Jiří', 'Željko', 'Małgorzata', 'Božena', 'Ondřej', 'Šárka'],
  family: ['Wójcik', 'Dvořák', 'Šimić', 'Grzędziński', 'Krejčí', 'Đurić', 'Mazur'],
  places: [
    ['Łódź', 'Poland'],
    ['Plzeň', 'Czechia'],
    ['Zagreb', 'Croatia'],
  ],
}

const IBERIAN: NameGroup = {
  weight: 3,
  given: ['João', 'Begoña', 'Iñaki', 'Conceição', 'Ángel', 'Lucía', 'Simão'],
  family: ['Núñez', 'Gonçalves', 'Ibáñez de la Peña', 'Magalhães', 'Ordóñez', 'Araújo'],
  places: [
    ['Málaga', 'Spain'],
    ['Porto', 'Portugal'],
    ['São Paulo', 'Brazil'],
  ],
}

const TURKISH: NameGroup = {
  weight: 2,
  given: ['İbrahim', 'Gülşen', 'Çağla', 'Ömer', 'Işıl', 'Tuğba'],
  family: ['Şahin', 'Çelik', 'Yıldız', 'Öztürk', 'Doğan', 'Işık'],
  places: [['İzmir', 'Türkiye']],
}

const VIETNAMESE: NameGroup = {
  weight: 2,
  familyFirst: true,
  given: ['Thị Hạnh', 'Văn Đức', 'Minh Châu', 'Quốc Bảo', 'Thùy Dương'],
  family: ['Nguyễn', 'Trần', 'Phạm', 'Đặng', 'Võ'],
  places: [['Đà Nẵng', 'Vietnam']],
}

const CYRILLIC: NameGroup = {
  weight: 4,
  given: [
    ['Олена', 'olena'],
    ['Тарас', 'taras'],
    ['Юлія', 'yuliia'],
    ['Дмитро', 'dmytro'],
    ['Ольга', 'olha'],
    ['Богдан', 'bohdan'],
  ],
  family: [
    ['Шевчук', 'shevchuk'],
    ['Коваленко', 'kovalenko'],
    ['Бондаренко', 'bondarenko'],
    ['Мельник', 'melnyk'],
    ['Їжакевич', 'yizhakevych'],
    ['Гончаренко', 'honcharenko'],
  ],
  places: [
    ['Lviv', 'Ukraine'],
    ['Kyiv', 'Ukraine'],
  ],
}

const GREEK: NameGroup = {
  weight: 3,
  given: [
    ['Ελένη', 'eleni'],
    ['Γιώργος', 'giorgos'],
    ['Κατερίνα', 'katerina'],
    ['Αλέξης', 'alexis'],
    ['Σοφία', 'sofia'],
  ],
  family: [
    ['Γεωργίου', 'georgiou'],
    ['Νικολάου', 'nikolaou'],
    ['Ιωάννου', 'ioannou'],
    ['Βασιλείου', 'vasileiou'],
    ['Οικονόμου', 'oikonomou'],
  ],
  places: [['Thessaloniki', 'Greece']],
}

const ARABIC: NameGroup = {
  weight: 3,
  given: [
    ['ليلى', 'layla'],
    ['يوسف', 'yousef'],
    ['نور', 'nour'],
    ['عمر', 'omar'],
    ['هالة', 'hala'],
  ],
  family: [
    ['الحداد', 'alhaddad'],
    ['منصور', 'mansour'],
    ['القاسم', 'alqasim'],
    ['بن سالم', 'bensalem'],
    ['الزين', 'alzein'],
  ],
  places: [
    ['Amman', 'Jordan'],
    ['Rabat', 'Morocco'],
  ],
}

const HEBREW: NameGroup = {
  weight: 2,
  given: [
    ['נועה', 'noa'],
    ['איתן', 'eitan'],
    ['יעל', 'yael'],
    ['דוד', 'david'],
    ['מרים', 'miriam'],
  ],
  family: [
    ['לוי', 'levi'],
    ['בן-דוד', 'bendavid'],
    ['שפירא', 'shapira'],
    ['אברהמי', 'avrahami'],
  ],
  places: [['Haifa', 'Israel']],
}

const DEVANAGARI: NameGroup = {
  weight: 3,
  given: [
    ['प्रिया', 'priya'],
    ['अर्जुन', 'arjun'],
    ['संध्या', 'sandhya'],
    ['विक्रम', 'vikram'],
    ['कृष्णा', 'krishna'],
  ],
  family: [
    ['शर्मा', 'sharma'],
    ['त्रिपाठी', 'tripathi'],
    ['देशमुख', 'deshmukh'],
    ['मिश्रा', 'mishra'],
  ],
  places: [['Pune', 'India']],
}

const CHINESE: NameGroup = {
  weight: 3,
  familyFirst: true,
  given: [
    ['小明', 'xiaoming'],
    ['丽华', 'lihua'],
    ['伟', 'wei'],
    ['思远', 'siyuan'],
    ['雨桐', 'yutong'],
  ],
  family: [
    ['王', 'wang'],
    ['李', 'li'],
    ['欧阳', 'ouyang'],
    ['陈', 'chen'],
    ['赵', 'zhao'],
  ],
  places: [
    ['Chengdu', 'China'],
    ['Taipei', 'Taiwan'],
  ],
}

const JAPANESE: NameGroup = {
  weight: 3,
  familyFirst: true,
  given: [
    ['さくら', 'sakura'],
    ['健太', 'kenta'],
    ['ユウキ', 'yuki'],
    ['直美', 'naomi'],
    ['陽翔', 'haruto'],
  ],
  family: [
    ['佐々木', 'sasaki'],
    ['鈴木', 'suzuki'],
    ['髙橋', 'takahashi'],
    ['小野寺', 'onodera'],
  ],
  places: [['Sendai', 'Japan']],
}

const KOREAN: NameGroup = {
  weight: 2,
  familyFirst: true,
  given: [
    ['지우', 'jiwoo'],
    ['서연', 'seoyeon'],
    ['민준', 'minjun'],
    ['하늘', 'haneul'],
  ],
  family: [
    ['김', 'kim'],
    ['박', 'park'],
    ['남궁', 'namgung'],
    ['최', 'choi'],
  ],
  places: [['Busan', 'South Korea']],
}

const THAI: NameGroup = {
  weight: 2,
  given: [
    ['สมชาย', 'somchai'],
    ['พิมพ์ใจ', 'phimchai'],
    ['ณัฐวุฒิ', 'nattawut'],
    ['กาญจนา', 'kanchana'],
  ],
  family: [
    ['ใจดี', 'jaidee'],
    ['ศรีสุข', 'srisuk'],
    ['วงศ์ทอง', 'wongthong'],
  ],
  places: [['Chiang Mai', 'Thailand']],
}

const SINGLE_WORD: NameGroup = {
  weight: 1,
  given: ['Wulandari', 'Prasetyo', 'Kartika', 'Zipporah', 'Thiha'],
  family: [''],
  places: [['Yogyakarta', 'Indonesia']],
}

const WITH_EMOJI: NameGroup = {
  weight: 1,
  given: ['Luna 🌙', 'Max 🚀', 'Ivy 👩🏽‍💻', 'Sol ☀️'],
  family: ['Archer', 'Bell 🔔', 'Winter ❄️', 'Reyes'],
  places: [['Wellington', 'New Zealand']],
}

/** Every group of names. */
export const NAME_GROUPS: readonly NameGroup[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  NORDIC,
  SLAVIC_LATIN,
  IBERIAN,
  TURKISH,
  VIETNAMESE,
  CYRILLIC,
  GREEK,
  ARABIC,
  HEBREW,
  DEVANAGARI,
  CHINESE,
  JAPANESE,
  KOREAN,
  THAI,
  SINGLE_WORD,
  WITH_EMOJI,
]
