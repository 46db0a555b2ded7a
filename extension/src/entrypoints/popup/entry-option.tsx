/** One line of the popup's list. @module */
import { i18n } from '#i18n'
import type { PopupEntry } from '../../desk/popup-views.ts'
import { iconColour } from '../../ui/icon-colour.ts'
import { actionIcon, Icon, type IconName } from '../../ui/icons.tsx'

/** What can be done with a line beside running it; each has a key, too. */
export interface EntryHandlers {
  onChoose(entry: PopupEntry): void
  onRun(entry: PopupEntry): void
  onCopy(entry: PopupEntry): void
  onCode(entry: PopupEntry): void
  onPin(entry: PopupEntry): void
  onDragStart(entry: PopupEntry, event: PointerEvent): void
}

interface EntryOptionProps extends EntryHandlers {
  readonly entry: PopupEntry
  readonly obstacle: string | undefined
  readonly isDisabled: boolean
  readonly isChosen: boolean
  /** Whether it can be dragged among its neighbours. */
  readonly isMovable: boolean
}

/** The id of a line's element. */
export function optionId({ id }: PopupEntry): string {
  return `entry-${id}`
}

/** Whether a guest's link can be had for it now. */
export function hasGuestLink({ lacksForGuest }: PopupEntry): boolean {
  return lacksForGuest?.length === 0
}

/** An option whose click runs it. */
export function EntryOption(props: EntryOptionProps) {
  const { entry, obstacle, isDisabled, isChosen, isMovable, onChoose, onRun, onDragStart } = props
  function click(event: Event) {
    const extra = extraAt(event)
    if (extra === undefined) onRun(entry)
    else ({ copy: props.onCopy, code: props.onCode, pin: props.onPin })[extra](entry)
  }
  return (
    // The focus stays in the search field and so do its keys; assistive technology may put it here all the same.
    <div
      id={optionId(entry)}
      class="shortcut"
      role="option"
      tabIndex={-1}
      data-id={entry.id}
      aria-selected={isChosen}
      aria-disabled={isDisabled}
      onPointerMove={() => onChoose(entry)}
      onPointerDown={(event) => isMovable && extraAt(event) === undefined && onDragStart(entry, event)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => click(event)}
      onKeyDown={(event) => event.key === 'Enter' && onRun(entry)}
    >
      <span class="shortcut-icon" style={iconColour(entry.colour)}>
        <Icon name={actionIcon(entry.icon)} />
      </span>
      <span class="shortcut-words">
        <bdi class="shortcut-name">{entry.name}</bdi>
        <bdi class="quiet small">{entry.account}</bdi>
        {obstacle !== undefined && (
          <span class="shortcut-obstacle small">
            <Icon name="about" />
            {obstacle}
          </span>
        )}
      </span>
      <Extras entry={entry} />
    </div>
  )
}

type ExtraName = 'copy' | 'code' | 'pin'

// For the pointer: by keys the same is done from the search field, so none of them is a stop of its own.
function Extras({ entry }: { readonly entry: PopupEntry }) {
  const isPinned = entry.pin !== undefined
  return (
    <span class="shortcut-extras" aria-hidden="true">
      {hasGuestLink(entry) && (
        <>
          <Extra name="copy" icon="copy" title={i18n.t('quickLinks.copyGuestLink')} />
          <Extra name="code" icon="code" title={i18n.t('quickLinks.showCode')} />
        </>
      )}
      {'shortcutId' in entry.way && (
        <Extra
          name="pin"
          icon={isPinned ? 'unpin' : 'pin'}
          title={isPinned ? i18n.t('quickLinks.unpin') : i18n.t('quickLinks.pin')}
        />
      )}
    </span>
  )
}

function Extra({ name, icon, title }: { readonly name: ExtraName; readonly icon: IconName; readonly title: string }) {
  return (
    <span class={`shortcut-extra shortcut-extra-${icon}`} data-extra={name} title={title}>
      <Icon name={icon} />
    </span>
  )
}

function extraAt({ target }: Event): ExtraName | undefined {
  const extra = target instanceof Element ? target.closest<HTMLElement>('[data-extra]') : null
  return extra?.dataset.extra as ExtraName | undefined
}
