/** Everybody who is invited, and what each may be given. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { InvitedGuest } from '../../desk/invitation-views.ts'
import { failureWords } from '../../invitations/failure-words.ts'
import type { Meeting } from '../../invitations/meeting.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { GuestRow } from './guest-row.tsx'
import { moveFocus } from './move-focus.ts'
import { type Way, waysFor } from './ways.ts'

interface GuestListProps {
  readonly meeting: Meeting
  readonly guests: readonly InvitedGuest[]
  /** Of the texts. */
  readonly language: string
}

/** The Tab key goes from guest to guest, the arrow keys go everywhere. */
export function GuestList({ meeting, guests, language }: GuestListProps) {
  const ways = waysFor(meeting, language)
  const column = useSignal(0)
  const handedOut = useSignal<ReadonlySet<number>>(new Set())
  const notice = useSignal<Notice | undefined>(undefined)

  async function give(way: Way, row: number, guest: InvitedGuest) {
    notice.value = undefined
    notice.value = await way.go(guest).then(
      (said): Notice => ({ tone: 'done', text: said }),
      (): Notice => ({ tone: 'problem', text: failureWords(way.name) }),
    )
    if (notice.value.tone === 'done') handedOut.value = new Set([...handedOut.value, row])
  }

  return (
    <>
      <section class="guests">
        <h2>{i18n.t('invitation.guests')}</h2>
        {!meeting.isCancelled && (
          <p class="quiet small">
            {i18n.t(guests.every(({ isForAll }) => isForAll) ? 'invitation.forAll' : 'invitation.ownLinks')}
          </p>
        )}
        <ul class="guest-list" onKeyDown={moveFocus}>
          {guests.map((guest, row) => (
            <GuestRow
              key={row}
              guest={guest}
              hasLink={!meeting.isCancelled}
              ways={ways}
              column={column.value}
              isHandedOut={handedOut.value.has(row)}
              onColumn={(chosen) => {
                column.value = chosen
              }}
              onGive={(way) => void give(way, row, guest)}
            />
          ))}
        </ul>
      </section>
      <footer class="said">
        <Message notice={notice.value} />
      </footer>
    </>
  )
}
