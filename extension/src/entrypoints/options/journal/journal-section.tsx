/** The journal: what was done, by day, the newest first. @module */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { DeskView } from '../../../desk/views.ts'
import { Message } from '../../../ui/message.tsx'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import { notice } from '../desk.ts'
import { SectionHead } from '../section-head.tsx'
import { journalCsv } from './csv.ts'
import { everything, filter, found, keeping, type Read, readAgain, readAll, readFirst, readMore } from './journal.ts'
import { isFiltered, JournalFilter } from './journal-filter.tsx'
import { JournalList } from './journal-list.tsx'
import { KeepingPanel } from './keeping-panel.tsx'

/** It is read when the section opens, and again with each new line and when the user comes back to the page. */
export function JournalSection({ desk }: { readonly desk: DeskView }) {
  useEffect(() => {
    filter.value = everything
    found.value = undefined
    void readFirst()
    const again = () => void readAgain()
    const hear = (message: unknown) => {
      if (Object(message).notice === 'journal-changed') again()
    }
    addEventListener('focus', again)
    browser.runtime.onMessage.addListener(hear)
    return () => {
      removeEventListener('focus', again)
      browser.runtime.onMessage.removeListener(hear)
    }
  }, [])
  const read = found.value
  return (
    <>
      <SectionHead title={i18n.t('journal.title')} intro={i18n.t('journal.intro')} />
      {(keeping.value?.daysWithLines ?? 0) > 0 && <JournalFilter accounts={desk.accounts} />}
      {read === undefined && (
        <p class="quiet" role="status">
          {i18n.t('ui.loading')}
        </p>
      )}
      {read === 'failed' && <Message notice={{ tone: 'problem', text: i18n.t('error.noAnswer') }} />}
      {typeof read === 'object' && <Lines read={read} />}
      {keeping.value !== undefined && <KeepingPanel keeping={keeping.value} />}
    </>
  )
}

function Lines({ read: { damagedDays, lines, more } }: { readonly read: Read }) {
  return (
    <>
      {damagedDays > 0 && (
        <p class="message message-notice small">
          <span>
            {i18n.t('journal.damaged', damagedDays)} <a href="#vault">{i18n.t('journal.openVault')}</a>
          </span>
        </p>
      )}
      {/* Stays in the page, so that what changes is heard. */}
      <p class="unseen" role="status">
        {lines.length === 0 ? nothingText() : countText(lines.length, more)}
      </p>
      {lines.length === 0 && <p class="nothing">{nothingText()}</p>}
      {lines.length > 0 && <Head text={countText(lines.length, more)} />}
      <JournalList lines={lines} />
      {more && <More />}
    </>
  )
}

function Head({ text }: { readonly text: string }) {
  const isSaving = useSignal(false)

  async function save() {
    isSaving.value = true
    const all = await readAll()
    isSaving.value = false
    if (all === undefined) {
      notice.value = { tone: 'problem', text: i18n.t('error.noAnswer') }
      return
    }
    saveFile(datedName('joinery-journal', 'csv'), journalCsv(all), 'text/csv')
    notice.value = { tone: 'done', text: i18n.t('journal.saved', all.length) }
  }

  return (
    <div class="journal-head">
      <p class="quiet small" aria-hidden="true">
        {text}
      </p>
      <button
        type="button"
        class="button"
        aria-disabled={isSaving.value}
        onClick={() => !isSaving.value && void save()}
      >
        {i18n.t('journal.csv')}
      </button>
    </div>
  )
}

function countText(count: number, more: boolean): string {
  return more ? i18n.t('journal.newest', count) : i18n.t('journal.lines', count)
}

function nothingText(): string {
  if (isFiltered(filter.value)) return i18n.t('journal.noMatch')
  return keeping.value?.days === 0 ? i18n.t('journal.noneKept') : i18n.t('journal.nothing')
}

function More() {
  const isReading = useSignal(false)

  async function read() {
    if (isReading.value) return
    isReading.value = true
    const first = await readMore()
    isReading.value = false
    // Where the new lines begin; the button may be gone by now.
    if (first !== undefined) document.querySelector<HTMLElement>(`[data-line="${first}"]`)?.focus()
  }

  return (
    <div>
      <button type="button" class="button" aria-disabled={isReading.value} onClick={() => void read()}>
        {i18n.t('journal.more')}
      </button>
    </div>
  )
}
