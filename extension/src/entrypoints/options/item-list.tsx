/** A list of what is set up, each item with Edit and Remove. @module */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import type { SaveReply } from '../../desk/views.ts'
import { problemIn } from '../../ui/ask.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { notice, refreshDesk } from './desk.ts'
import type { Section } from './route.ts'

/** One line of a list. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly icon: IconName
}

interface ItemListProps {
  readonly section: Section
  readonly items: readonly Item[]
  /** The dialog's question and what it says of the consequences. */
  askRemoval(item: Item): { readonly title: string; readonly text: ComponentChildren }
  remove(id: string): Promise<SaveReply | undefined>
}

/** The items, and the dialog before one is removed. */
export function ItemList({ section, items, askRemoval, remove }: ItemListProps) {
  const leaving = useSignal<Item | undefined>(undefined)

  async function confirm(item: Item) {
    leaving.value = undefined
    const problem = problemIn(await remove(item.id))
    await refreshDesk()
    notice.value =
      problem === undefined ? { tone: 'done', text: i18n.t('ui.removed') } : { tone: 'problem', text: problem.text }
    document.querySelector<HTMLElement>('h1')?.focus()
  }

  const question = leaving.value === undefined ? undefined : askRemoval(leaving.value)
  return (
    <>
      <ul class="items">
        {items.map((item) => (
          <li class="item" key={item.id}>
            <span class="item-icon">
              <Icon name={item.icon} />
            </span>
            <span class="item-words">
              <bdi class="item-name" id={`name-${item.id}`}>
                {item.name}
              </bdi>
              <span class="quiet small">{item.detail}</span>
            </span>
            <a
              class="button button-plain button-icon"
              href={`#${section}/${item.id}`}
              title={i18n.t('ui.edit')}
              aria-label={`${i18n.t('ui.edit')}: ${item.name}`}
            >
              <Icon name="edit" />
            </a>
            <button
              type="button"
              class="button button-plain button-icon"
              title={i18n.t('ui.remove')}
              aria-label={`${i18n.t('ui.remove')}: ${item.name}`}
              onClick={() => {
                leaving.value = item
              }}
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ul>
      {leaving.value !== undefined && question !== undefined && (
        <Confirm
          title={question.title}
          onConfirm={() => leaving.value !== undefined && void confirm(leaving.value)}
          onClose={() => {
            leaving.value = undefined
          }}
        >
          {question.text}
        </Confirm>
      )}
    </>
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
