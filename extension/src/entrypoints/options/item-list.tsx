/** A list of what is set up, each item with Edit and Remove. @module */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import type { SaveReply } from '../../desk/views.ts'
import type { ShortcutColour } from '../../shortcut-colours.ts'
import { problemIn } from '../../ui/ask.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { iconColour } from '../../ui/icon-colour.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { useArranging } from './arranging.tsx'
import { notice, refreshDesk } from './desk.ts'
import type { Section } from './route.ts'
import { TypedConfirmation } from './typed-confirmation.tsx'

/** One line of a list. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly icon: IconName
  readonly colour?: ShortcutColour
  /** Why it can be neither edited nor removed. */
  readonly managed?: string
}

/** The dialog before a removal. */
interface Question {
  readonly title: string
  readonly text: ComponentChildren
  /** A word to be typed first. */
  readonly word?: string
}

interface ItemListProps {
  readonly section: Section
  readonly items: readonly Item[]
  /** What the link to an item's page says, where it is not Edit. */
  readonly opensWith?: string
  /** The dialog's question and what it says of the consequences. */
  askRemoval(item: Item): Question
  remove(id: string): Promise<SaveReply | undefined>
  /** Stores another order of what is not managed; without it there is but one. */
  arrange?(ids: readonly string[]): Promise<SaveReply | undefined>
}

/** The items, and the dialog before one is removed. */
export function ItemList({
  section,
  items,
  opensWith = i18n.t('ui.edit'),
  askRemoval,
  remove,
  arrange,
}: ItemListProps) {
  const leaving = useSignal<Item | undefined>(undefined)

  async function confirm(item: Item) {
    leaving.value = undefined
    const problem = problemIn(await remove(item.id))
    await refreshDesk()
    notice.value =
      problem === undefined ? { tone: 'done', text: i18n.t('ui.removed') } : { tone: 'problem', text: problem.text }
    document.querySelector<HTMLElement>('h1')?.focus()
  }

  const { order, said, rowProps, controlsFor } = useArranging(items, arrange)
  const question = leaving.value === undefined ? undefined : askRemoval(leaving.value)
  return (
    <>
      <ul class="items">
        {order.map((item) => (
          <li class="item" key={item.id} {...rowProps(item)}>
            <span class="item-icon" style={iconColour(item.colour)}>
              <Icon name={item.icon} />
            </span>
            <span class="item-words">
              <bdi class="item-name" id={`name-${item.id}`}>
                {item.name}
              </bdi>
              <span class="quiet small">{[item.detail, item.managed].filter(Boolean).join(' · ')}</span>
            </span>
            {controlsFor(item)}
            {item.managed === undefined ? (
              <Controls
                item={item}
                section={section}
                opensWith={opensWith}
                onRemove={() => {
                  leaving.value = item
                }}
              />
            ) : (
              <Icon name="vault" />
            )}
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {said}
      </p>
      {leaving.value !== undefined && question !== undefined && (
        <RemovalDialog
          question={question}
          onConfirm={() => leaving.value !== undefined && void confirm(leaving.value)}
          onClose={() => {
            leaving.value = undefined
          }}
        />
      )}
    </>
  )
}

interface ControlsProps {
  readonly item: Item
  readonly section: Section
  readonly opensWith: string
  onRemove(): void
}

function Controls({ item, section, opensWith, onRemove }: ControlsProps) {
  return (
    <>
      <a
        class="button button-plain button-icon"
        href={`#${section}/${item.id}`}
        title={opensWith}
        aria-label={`${opensWith}: ${item.name}`}
      >
        <Icon name={opensWith === i18n.t('ui.edit') ? 'edit' : 'open'} />
      </a>
      <button
        type="button"
        class="button button-plain button-icon"
        title={i18n.t('ui.remove')}
        aria-label={`${i18n.t('ui.remove')}: ${item.name}`}
        onClick={onRemove}
      >
        <Icon name="remove" />
      </button>
    </>
  )
}

interface RemovalDialogProps {
  readonly question: Question
  onConfirm(): void
  onClose(): void
}

function RemovalDialog({ question: { title, text, word }, onConfirm, onClose }: RemovalDialogProps) {
  const shared = { title, onConfirm, onClose }
  if (word === undefined) return <Confirm {...shared}>{text}</Confirm>
  return (
    <TypedConfirmation {...shared} word={word} confirm={i18n.t('ui.remove')}>
      {text}
    </TypedConfirmation>
  )
}

/** The link that opens the form of a new item. */
export function AddLink({ section, label }: { readonly section: Section; readonly label: string }) {
  return (
    <div>
      <a class="button button-primary" href={`#${section}/new`}>
        <Icon name="add" />
        {label}
      </a>
    </div>
  )
}
