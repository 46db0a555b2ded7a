/** One guest, with a button for each way to hand the invitation out. @module */
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { InvitedGuest } from '../../desk/views.ts'
import { oneLine } from '../../invitations/clean-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { Way } from './ways.ts'

interface GuestRowProps {
  readonly guest: InvitedGuest
  readonly ways: readonly Way[]
  /** The button that the Tab key comes to. */
  readonly column: number
  readonly isHandedOut: boolean
  onColumn(column: number): void
  onGive(way: Way): void
}

/** The guest's link stands nowhere in it. */
export function GuestRow({ guest, ways, column, isHandedOut, onColumn, onGive }: GuestRowProps) {
  const id = useId()
  return (
    <li class="guest">
      <div class="person" id={id}>
        <Person guest={guest} />
        {isHandedOut && (
          <span class="handed-out small">
            <Icon name="done" />
            {i18n.t('invitation.handedOut')}
          </span>
        )}
      </div>
      <div class="ways" role="toolbar" aria-labelledby={id}>
        {ways.map((way, index) => (
          <button
            key={way.name}
            type="button"
            class={`button button-small way-${way.name}`}
            tabIndex={index === column ? 0 : -1}
            onFocus={() => onColumn(index)}
            onClick={() => onGive(way)}
          >
            {way.label}
          </button>
        ))}
      </div>
    </li>
  )
}

function Person({ guest: { name, email, isForAll } }: Pick<GuestRowProps, 'guest'>) {
  if (isForAll) return <span class="name">{i18n.t('invitation.everybody')}</span>
  const address = oneLine(email ?? '')
  return (
    <>
      <bdi class="name">{oneLine(name) || address || '?'}</bdi>{' '}
      {address === '' ? (
        <span class="quiet small">{i18n.t('invitation.noEmail')}</span>
      ) : (
        <bdi class="quiet small address">{address}</bdi>
      )}
    </>
  )
}
