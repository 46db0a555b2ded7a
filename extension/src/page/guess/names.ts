/** What looks like a person's name, and whether it agrees with an e-mail address. @module */
import { isLabelWord } from './labels.ts'
import { remember } from './remember.ts'
import { localPart } from './values.ts'

/** Letters with apostrophes and hyphens, and initials with their dot. */
const WORD = /^\p{L}[\p{L}\p{M}'’‘`‑-]*\.?$/u
/** What may be small within a name: `van der`, `de la`, `bin`, `y`. */
const PARTICLE =
  /^(van|von|de|der|den|del|della|dei|di|da|dos|das|do|du|le|la|las|los|el|al|bin|ibn|ben|bat|y|e|i|te|ter|ten|zu|zum|zur|af|av|'t|d')$/
const HONORIFIC =
  /^(dr|prof|mr|mrs|ms|miss|mx|sir|herrn?|frau|hr|fr|dipl|ing|mag|señora?|sra?|srta|don|doña|m|mme|mlle|dhr|mevr|dott|sig|sigra|pani?|г-н|г-жа|מר|גב|גברת)[.׳']?$/i
/** Endings of companies' names. */
const COMPANY_WORD =
  /^(ltd|limited|llc|llp|inc|corp|corporation|co|company|plc|gmbh|mbh|ag|kg|ohg|ug|se|e\.?k|sa|s\.a|sarl|s\.à|sas|sl|s\.l|srl|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|lda|ltda|z\.?o\.?o|sp|oy|ab|as|aps|ооо|оао|зао|пао|ао|ип|בעמ|בע"מ|בע״מ|group|holding|industries|trading|solutions|services)\.?$/i
/** Words of headings that begin with a capital and are no names. */
const HEADING_WORDS = new Set(
  (
    'detail,details,profile,overview,setting,settings,dashboard,report,reports,deal,deals,task,tasks,activity,activities,user,users,contacts,customers,' +
    'clients,accounts,companies,leads,opportunity,opportunities,ticket,tickets,case,cases,new,edit,create,add,view,show,delete,search,results,inbox,welcome,home,' +
    'team,members,people,list,information,info,notes,note,history,summary,general,order,orders,invoice,invoices,calendar,event,events,meeting,meetings,project,' +
    'projects,address,personal,data,record,records,directory,registry,incoming,outgoing,open,closed,recent,latest,top,my,your,our,the,of,and,for,with,how,' +
    'what,when,where,why,not,is,are,hello,hi,back,log,sign,in,out,up,forgot,help,about,related,quick,actions,files,documents,timeline,emails,quarterly,monthly,' +
    'annual,weekly,daily,sales,marketing,support,service,desk,crm,inc,page,menu,main,send,message,messages,conversation,conversations,feed,stage,status,pipeline,' +
    'details,kontakte,kunden,übersicht,einstellungen,neu,neuer,neue,bearbeiten,aufgaben,daten,bericht,suche,anzeigen,willkommen,angaben,stammdaten,aktivitäten,' +
    'karte,kartei,ficha,datos,nuevo,nueva,editar,clientes,contactos,buscar,resumen,bienvenido,fiche,coordonnées,nouveau,nouvelle,modifier,détails,suivi,clients,' +
    'карточка,клиента,клиенты,контакты,данные,сделки,задачи,новый,новая,поиск,история,כרטיס,פרטי,פרטים,לקוחות,חדש,חיפוש,הגדרות,היסטוריה,scheda,dati,clienti,' +
    'nuovo,nuova,cerca,modifica,gegevens,klanten,nieuw,zoeken,dados,novo,nova,pesquisar,dane,klienta,klienci,nowy,szukaj,edycja'
  ).split(','),
)

/** Whether one of the words is the ending of a company's name. */
export function isCompany(text: string): boolean {
  return (
    text.split(/[\s,]+/).some((word, index) => index > 0 && COMPANY_WORD.test(word)) ||
    /^(ООО|ОАО|ЗАО|ПАО|ИП)\s/.test(text)
  )
}

/** The name in a text such as `Contact: Dr. Ada Byron`, `Byron, Ada`, `Ada Byron <ada@example.com>`, `Ada Byron | Acme`. */
export function nameIn(text: string): string | undefined {
  return text.length > MOST_LETTERS ? undefined : readName(text)
}

const MOST_LETTERS = 150

const readName = remember((text): string | undefined => {
  const segments = text
    .replace(/<[^>]*>?|\([^)]*\)|\[[^\]]*\]|"/g, ' ')
    .split(/[:|·•–—›»>/]|\s-\s|\s{3,}/)
    .map((segment) => segment.trim())
  for (const segment of segments) {
    const name = inOrder(segment)
    if (name !== undefined) return name
  }
  return undefined
})

// `Byron, Ada` is turned round; in `Ada Byron, Engineer` the rest falls.
function inOrder(segment: string): string | undefined {
  const [before = '', after, more] = segment.split(',').map((part) => part.trim())
  if (after === undefined || more !== undefined) return plainName(before)
  const isLastName = !before.includes(' ') || before === before.toUpperCase()
  return (isLastName ? plainName(`${after} ${before}`) : undefined) ?? plainName(before)
}

function plainName(text: string): string | undefined {
  let words = withoutHonorifics(text).split(' ')
  // `Edit Ada Byron`, `Contact Ada Byron`
  if (words.length > 2 && isCommon(words[0] ?? '')) words = words.slice(1)
  const name = words.join(' ')
  return looksLikeName(name) ? name : undefined
}

/** `Dr. Ada` is `Ada`. */
export function withoutHonorifics(text: string): string {
  const words = text.split(' ').filter((word) => word !== '')
  const start = words.findIndex((word) => !HONORIFIC.test(word))
  return words.slice(Math.max(0, start)).join(' ')
}

/** Two to five words with capitals, where the script has them, none of which is common in headings. */
export function looksLikeName(text: string): boolean {
  const words = text.split(' ')
  if (words.length < 2 || words.length > 5 || text.length > 60 || isCompany(text)) return false
  const main = words.filter((word) => !PARTICLE.test(word))
  return main.length >= 2 && main.every((word) => WORD.test(word) && isCapital(word) && !isCommon(word))
}

/** What may be a name where a label says that it is one. */
export function isLabelledName(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= 80 && !/[@\d{}<>]|https?:/u.test(text) && text.split(' ').length <= 6
}

function isCapital(word: string): boolean {
  const [first = ''] = word
  return first === first.toUpperCase()
}

function isCommon(word: string): boolean {
  return HEADING_WORDS.has(word.toLowerCase()) || isLabelWord(word)
}

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а a,б b,в v,г g,д d,е e,ё e,ж zh,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ sch,ъ ,ы y,ь ,э e,ю yu,я ya,і i,ї yi,є ye,ґ g'
    .split(',')
    .map((pair) => pair.split(' ')),
)
const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe', å: 'aa', æ: 'ae' }

/** How names are written in addresses; umlauts in the two ways that there are. */
const spellings = remember((text): readonly string[] => {
  const small = text.toLowerCase().replace(/[а-яёіїєґ]/g, (letter) => CYRILLIC[letter] ?? letter)
  const plain = (spelled: string) =>
    spelled.replace(/ł/g, 'l').replace(/ß/g, 'ss').replace(/ø/g, 'o').normalize('NFD').replace(/\p{M}/gu, '')
  return [plain(small), plain(small.replace(/[äöüßøåæ]/g, (letter) => GERMAN[letter] ?? letter))]
})

/**
 * How well a name fits an address: 2 where the whole name does (`ada.byron`, `abyron`, `adab`), 1 where a part or the
 * initials do, else 0.
 */
export function agreement(name: string, address: string): 0 | 1 | 2 {
  const local = localPart(address).normalize('NFD').replace(/\p{M}/gu, '')
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const levels = spellings(name).map((spelled) => agreementOf(spelled, local, domain))
  return Math.max(...levels) as 0 | 1 | 2
}

function agreementOf(name: string, local: string, domain: string): 0 | 1 | 2 {
  const words = name.split(/[^\p{L}]+/u).filter((word) => word.length >= 2 && !PARTICLE.test(word))
  const tokens = local.split(/[^\p{L}]+/u).filter((token) => token !== '')
  const joined = tokens.join('')
  const isIn = (word: string) =>
    tokens.includes(word) ||
    (word.length >= 3 &&
      (joined.startsWith(word) || joined.endsWith(word) || (word.length >= 4 && joined.includes(word))))
  const found = words.filter(isIn)
  if (found.length >= 2) return 2
  const [match] = found
  if (match === undefined) {
    const initials = words.map(([first]) => first).join('')
    const isNickname = tokens.some((token) => token.length >= 3 && words.some((word) => word.startsWith(token)))
    return isNickname || (initials.length >= 2 && joined === initials) ? 1 : 0
  }
  const rest = joined.replace(match, '')
  const others = words.filter((word) => word !== match)
  const isInitialThere = others.some((word) => rest.startsWith(word[0] ?? '?') || rest.endsWith(word[0] ?? '?'))
  return isInitialThere || others.some((word) => word.length >= 4 && domain.includes(word)) ? 2 : 1
}

/** Whether a text is the name of the organisation that an address belongs to. */
export function isOfDomain(text: string, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const words =
    spellings(text)[0]
      ?.split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 3) ?? []
  return words.length > 0 && words.every((word) => domain.includes(word)) && agreement(text, address) === 0
}
