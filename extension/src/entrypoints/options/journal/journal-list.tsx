/** The lines of the journal, by day. @module */
import { Fragment } from 'preact'
import { i18n } from '#i18n'
import type { JournalLine } from '../../../desk/journal-view.ts'
import { actionIcon, Icon } from '../../../ui/icons.tsx'
import { byDay } from './by-day.ts'
import { accountName, actionName, dayName, kindName, outcomeNames, targetName, timeName } from './words.ts'

/** One list for each day. */
export function JournalList({ lines }: { readonly lines: readonly JournalLine[] }) {
  return (
    <>
      {byDay(lines).map(({ begins, lines: those }) => (
        <section class="group" key={begins} aria-labelledby={`day-${begins}`}>
          <h2 class="journal-day" id={`day-${begins}`}>
            {dayName(begins)}
          </h2>
          <ul class="items">
            {those.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Line({ line }: { readonly line: JournalLine }) {
  const { at, code, icon = 'shortcut', id, outcome, text } = line
  const target = targetName(line)
  return (
    <li class="item journal-line" data-line={id} tabIndex={-1}>
      <span class="item-icon">
        <Icon name={actionIcon(icon)} />
      </span>
      <span class="item-words">
        <span class="item-name">
          <bdi>{actionName(line)}</bdi>
          {target !== '' && (
            <>
              {' · '}
              <bdi>{target}</bdi>
            </>
          )}
        </span>
        <span class="quiet small">
          {partsOf(line).map((part, index) => (
            <Fragment key={part}>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </Fragment>
          ))}
        </span>
        {text !== undefined && <span class="small journal-reason">{text}</span>}
      </span>
      <span class="journal-end">
        <time dateTime={new Date(at).toISOString()}>{timeName(at)}</time>
        <span class={`state state-${outcome}`} title={code}>
          {outcomeNames[outcome]()}
        </span>
      </span>
    </li>
  )
}

function partsOf(line: JournalLine): readonly string[] {
  const { contact, record, site, user } = line
  const parts = [
    accountName(line),
    contact === undefined ? '' : i18n.t('journal.for', [contact]),
    record === undefined ? '' : i18n.t('journal.recordName', [kindName(record.kind), record.key]),
    site ?? '',
    user === undefined ? '' : i18n.t('journal.by', [user]),
  ]
  return parts.filter((part) => part !== '')
}
