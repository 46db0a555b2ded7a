/** The user's own texts for invitations, one for each language, sealed like everything that the user writes. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import { list, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import { change, forget } from './holdings.ts'
import type { Invitation, InvitationText, StoredInvitationText } from './invitation-views.ts'
import { unlockedVault } from './vault-session.ts'
import type { PersonView } from './views.ts'

const KIND = 'text'

/** One for each language; where a backup brought a second one, the first counts. */
export async function readInvitationTexts(): Promise<readonly StoredInvitationText[]> {
  const texts = await readAll()
  return texts.filter(({ language }, index) => texts.findIndex((text) => text.language === language) === index)
}

/**
 * Stores the text for a language, over the version that was looked at.
 *
 * @throws PluginError `conflict` where there is one for this language already.
 */
export async function saveInvitationText({ stored, ...text }: Payload<'texts.save'>): Promise<string> {
  const vault = await unlockedVault()
  return await navigator.locks.request('invitation-texts', async () => {
    const others = (await readInvitationTexts()).filter(({ language }) => language === text.language)
    if (others.some(({ id }) => id !== stored?.id)) throw new PluginError('conflict', i18n.t('texts.conflict'))
    const id = stored?.id ?? newRecordId()
    await change(vault, [stored === undefined ? { id, kind: KIND, values: text } : { ...stored, values: text }])
    return id
  })
}

/** Goes back to what is said where the user wrote nothing. */
export async function resetInvitationText({ id }: Payload<'texts.reset'>): Promise<undefined> {
  const texts = await readAll()
  const language = texts.find((text) => text.id === id)?.language
  const ids = texts.filter((text) => text.language === language).map((text) => text.id)
  await forget(await unlockedVault(), ids)
}

/** An invitation with what the user says in such, and in whose name. */
export async function withTexts(invitation: Invitation, me: PersonView): Promise<Invitation> {
  const texts = await readInvitationTexts().catch((error: unknown) => {
    // Guests are to have their links all the same.
    console.error(error)
    return []
  })
  const { firstName = '', lastName = '', email, phone } = me
  const name = `${firstName} ${lastName}`.trim()
  return {
    ...invitation,
    sender: { name, ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) },
    texts: Object.fromEntries(
      texts.map(({ language, subject, body }): [string, InvitationText] => [language, { subject, body }]),
    ),
  }
}

function textIn({ id, revision, values: { language, subject, body } }: VaultRecord): StoredInvitationText {
  return { id, revision, language: String(language), subject: String(subject), body: String(body) }
}

async function readAll(): Promise<readonly StoredInvitationText[]> {
  const vault = await unlockedVault()
  const lines = await list(vault, KIND)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records.map(textIn).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
