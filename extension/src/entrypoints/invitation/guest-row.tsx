/** One guest, with a button for each way to hand the invitation out. @module */
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { InvitedGuest } from '../../desk/invitation-views.ts'
import { oneLine } from '../../invitations/clean-text.ts'
import { linkFor } from '../../invitations/link.ts'
import { Icon } from '../../ui/icons.tsx'
import { fitsQrCode, QrCode } from '../../ui/qr.tsx'
import { nameOf, type Way } from './ways.ts'

interface GuestRowProps {
  readonly guest: InvitedGuest
  readonly ways: readonly Way[]
  /** Whether there is one to show. */
  readonly hasLink: boolean
  /** The button that the Tab key comes to. */
  readonly column: number
  readonly isHandedOut: boolean
  onColumn(column: number): void
  onGive(way: Way): void
}

/** The guest's link stands nowhere in it, but as the squares of a code that was asked for. */
export function GuestRow({ guest, ways, hasLink, column, isHandedOut, onColumn, onGive }: GuestRowProps) {
  const id = useId()
  const showsCode = useSignal(false)
  const code = useRef<HTMLDivElement>(null)
  useEffect(() => void (showsCode.value && code.current?.scrollIntoView({ block: 'nearest' })), [showsCode.value])
  const link = hasLink ? linkFor(guest.link) : ''
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
        {hasLink && fitsQrCode(link) && (
          <button
            type="button"
            class="button button-small way-qr"
            tabIndex={ways.length === column ? 0 : -1}
            aria-expanded={showsCode.value}
            aria-controls={`${id}-code`}
            onFocus={() => onColumn(ways.length)}
            onClick={() => {
              showsCode.value = !showsCode.value
            }}
          >
            {i18n.t('invitation.qr')}
          </button>
        )}
      </div>
      <div ref={code} id={`${id}-code`} class="code" hidden={!showsCode.value}>
        {showsCode.value && <QrCode text={link} label={i18n.t('invitation.qrOf', [nameOf(guest)])} />}
        <p class="quiet small">{i18n.t('invitation.qrHelp')}</p>
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
