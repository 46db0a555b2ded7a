/**
 * How fields are labelled, by language; a further language is a further entry.
 *
 * One word of `email`, `phone`, `staff` or `ignored` makes a label, whatever else stands there; `*` is any ending, and after `=`
 * nothing else may stand there. The other kinds are whole labels. Hyphens are blanks, dots and quotes left out.
 * @module
 */

/** What a label may say. */
export type LabelKind =
  | 'email'
  | 'phone'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'company'
  /** The person for whom a ticket, a case or an order is. */
  | 'person'
  /** The person from whom a message comes: in a ticket the customer, in a message that is being written the user. */
  | 'sender'
  /** Somebody of one's own organisation. */
  | 'staff'
  /** Looks like one of the above and is none: a fax, a user name. */
  | 'ignored'

/** The words, separated by commas. */
export const LABEL_WORDS: Readonly<Record<string, Readonly<Record<LabelKind, string>>>> = {
  en: {
    email: 'email*, mail, mailbox',
    phone:
      'phone*, telephone, tel, mobile, cell, cellphone, landline, direct, =call, smartphone, whatsapp, contact number, contact numbers',
    name: 'name, full name, fullname, first and last name, first name last name, contact name, customer name, client name, display name, real name, lead name, name of contact',
    firstName: 'first name, firstname, given name, forename, fname, first',
    lastName: 'last name, lastname, surname, family name, lname, last, second name',
    company:
      'company, company name, organisation, organization, organisation name, organization name, org, account, account name, employer, business, business name, works for, firm',
    person:
      'requester, requestor, requestors, requested by, requested for, customer, client, contact, contact person, primary contact, main contact, user, caller, reporter, reported by, submitter, submitted by, lead, person, patient, guest, member, candidate, applicant, subscriber, attendee, end user, buyer, bill to, ship to',
    sender: 'from, sender',
    staff:
      'owner, owned, assignee, assigned, agent, manager, rep, representative, salesperson, created, creator, modified, updated, edited, author, handler, supervisor, technician, follower*, watcher*, advisor, adviser, consultant',
    ignored: 'fax, username, login, user name, password, file, nickname, domain, subject, =cc, =bcc, =to',
  },
  de: {
    email: 'mailadress*',
    phone: 'telefon*, mobil*, handy*, rufnummer, festnetz, durchwahl, diensttelefon',
    name: 'vor und nachname, vorname name, vorname nachname, name vorname, nachname vorname, vollständiger name, ansprechpartner name, kundenname, name des kunden, anzeigename',
    firstName: 'vorname, rufname',
    lastName: 'nachname, familienname, zuname',
    company: 'firma, unternehmen, firmenname, arbeitgeber, betrieb',
    person:
      'kunde, kundin, kontakt, kontaktperson, ansprechpartner, ansprechpartnerin, anfragender, melder, gemeldet von, anrufer, interessent, patient, mitglied, auftraggeber, besteller, teilnehmer',
    sender: 'absender, von',
    staff:
      'besitzer*, betreuer*, bearbeiter*, sachbearbeiter*, zuständig*, verantwortlich*, verkäufer*, vertreter*, erstellt*, angelegt*, geändert*, zugewiesen*, techniker, kundenbetreuer*, berater*',
    ignored: 'telefax, benutzername, kennwort, passwort, betreff, dateiname, =an',
  },
  es: {
    email: 'correo*',
    phone: 'teléfono*, telefono*, móvil, movil, celular',
    name: 'nombre, nombre completo, nombre y apellidos, nombre y apellido, nombre del cliente',
    firstName: 'nombre de pila, primer nombre, nombres',
    lastName: 'apellido, apellidos',
    company: 'empresa, compañía, compania, organización, nombre de la empresa, cuenta',
    person: 'cliente, contacto, solicitante, persona de contacto, interesado, paciente, socio',
    sender: 'remitente, de',
    staff:
      'propietario, asignado, asignada, responsable, creado, modificado, agente, vendedor, comercial, gestor, asesor',
    ignored: 'usuario, contraseña, asunto, =para',
  },
  fr: {
    email: 'courriel*, mél, mel, messagerie, électronique',
    phone: 'téléphone*, tél, portable, gsm',
    name: 'nom, nom complet, nom et prénom, nom prénom, prénom et nom, nom du contact, nom du client',
    firstName: 'prénom, prénoms, prenom',
    lastName: 'nom de famille',
    company: 'société, entreprise, compagnie, organisme, raison sociale, employeur, nom de la société',
    person: 'client, cliente, contact, demandeur, demandeuse, interlocuteur, appelant, patient, adhérent',
    sender: 'expéditeur, de',
    staff:
      'propriétaire, responsable, attribué*, assigné*, affecté*, créé*, modifié*, vendeur, commercial, gestionnaire, technicien, conseiller',
    ignored: 'télécopie, utilisateur, identifiant, objet, =à',
  },
  ru: {
    email: 'почта, почты, почте, имейл, емейл, мейл, мыло',
    phone: 'телефон*, тел, моб, мобильный, сотовый',
    name: 'имя, фио, имя и фамилия, фамилия и имя, фамилия имя отчество, полное имя, имя клиента, контактное лицо имя',
    firstName: 'личное имя',
    lastName: 'фамилия',
    company: 'компания, организация, фирма, предприятие, название компании, работодатель, юрлицо',
    person: 'клиент, контакт, контактное лицо, заявитель, инициатор, заказчик, покупатель, пациент, абонент',
    sender: 'от, от кого, отправитель',
    staff:
      'ответственный, ответственная, владелец, исполнитель, создал*, создан*, изменил*, изменен*, менеджер, автор, куратор, консультант',
    ignored: 'факс, логин, пользователя, пароль, тема, отчество, =кому, =копия',
  },
  he: {
    email: 'דואל, אימייל, מייל, דואר',
    phone: 'טלפון, נייד, סלולרי, סלולארי, פלאפון',
    name: 'שם, שם מלא, שם לקוח, שם הלקוח, שם איש קשר',
    firstName: 'שם פרטי',
    lastName: 'שם משפחה',
    company: 'חברה, ארגון, שם חברה, שם החברה, עסק, מקום עבודה',
    person: 'לקוח, איש קשר, פונה, מטופל, מתקשר, ליד',
    sender: 'מאת, שולח',
    staff: 'אחראי, בעלים, נציג, מטפל, נוצר, עודכן, מוקצה, סוכן, יועץ',
    ignored: 'פקס, משתמש, סיסמה, נושא, =אל',
  },
  nl: {
    email: 'mailadres*',
    phone: 'telefoon*, mobiel*, gsm',
    name: 'naam, volledige naam, voor en achternaam, klantnaam, naam contactpersoon',
    firstName: 'voornaam, roepnaam',
    lastName: 'achternaam, familienaam',
    company: 'bedrijf, bedrijfsnaam, organisatie, werkgever',
    person: 'klant, contactpersoon, aanvrager, melder, beller, relatie',
    sender: 'afzender, van',
    staff: 'eigenaar, toegewezen, aangemaakt, gewijzigd, behandelaar, beheerder, accountmanager, verkoper, adviseur',
    ignored: 'gebruikersnaam, wachtwoord, onderwerp, =aan',
  },
  it: {
    email: 'posta, pec',
    phone: 'telefono*, cellulare, tel',
    name: 'nome, nome completo, nome e cognome, cognome e nome, nominativo, nome cliente',
    firstName: 'nome di battesimo',
    lastName: 'cognome',
    company: 'azienda, società, ditta, ragione sociale, organizzazione, impresa',
    person: 'cliente, contatto, richiedente, referente, paziente, chiamante',
    sender: 'mittente, da',
    staff:
      'proprietario, assegnato, assegnatario, responsabile, creato, modificato, venditore, agente, operatore, consulente',
    ignored: 'utente, oggetto',
  },
  pt: {
    email: 'correio',
    phone: 'telefone*, telemóvel, celular',
    name: 'nome, nome completo, nome e sobrenome, nome e apelido, nome do cliente, nome do contato',
    firstName: 'primeiro nome, nome próprio',
    lastName: 'sobrenome, apelido, último nome',
    company: 'empresa, companhia, organização, conta',
    person: 'cliente, contato, contacto, solicitante, requerente, utente, paciente',
    sender: 'remetente, de',
    staff: 'proprietário, responsável, atribuído, criado, modificado, vendedor, gestor, consultor',
    ignored: 'usuário, utilizador, senha, assunto, =para',
  },
  pl: {
    email: 'poczta, pocztowy',
    phone: 'telefon*, komórka, komórkowy, tel, kom',
    name: 'imię i nazwisko, nazwisko i imię, pełna nazwa, imię nazwisko',
    firstName: 'imię',
    lastName: 'nazwisko',
    company: 'firma, nazwa firmy, przedsiębiorstwo, organizacja, spółka',
    person: 'klient, klientka, kontakt, zgłaszający, osoba kontaktowa, pacjent, zamawiający',
    sender: 'nadawca, od',
    staff: 'właściciel, opiekun, przypisany, utworzony, utworzył, zmodyfikowany, handlowiec, odpowiedzialny, doradca',
    ignored: 'faks, użytkownika, hasło, temat, =do',
  },
}
