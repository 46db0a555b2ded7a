/** The diagnosis report: made when asked, shown whole, to copy or to save. @module */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import { Message, type Notice } from '../../../ui/message.tsx'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import { makeReport } from './report-text.ts'

/** The user reads it before anybody else does. */
export function ReportPanel() {
  const report = useSignal<string | undefined>(undefined)
  const isMaking = useSignal(false)
  const ending = useSignal<Notice | undefined>(undefined)
  const place = useRef<HTMLTextAreaElement>(null)
  const made = report.value
  useEffect(() => {
    // It is read from its beginning.
    place.current?.setSelectionRange(0, 0)
    place.current?.focus()
  }, [made])

  async function make() {
    if (isMaking.value) return
    isMaking.value = true
    ending.value = undefined
    report.value = await makeReport()
    isMaking.value = false
    if (report.value === undefined) ending.value = { tone: 'problem', text: i18n.t('error.noAnswer') }
  }

  async function copy(text: string) {
    ending.value = await navigator.clipboard.writeText(text).then(
      () => ({ tone: 'done', text: i18n.t('report.copied') }) as const,
      () => ({ tone: 'problem', text: i18n.t('report.notCopied') }) as const,
    )
  }

  return (
    <section class="form" aria-labelledby="report">
      <header class="section-head">
        <h2 id="report">{i18n.t('report.title')}</h2>
        <p class="quiet">{i18n.t('report.intro')}</p>
      </header>
      <div>
        <button type="button" class="button" aria-disabled={isMaking.value} onClick={() => void make()}>
          {isMaking.value ? i18n.t('report.making') : i18n.t('report.make')}
        </button>
      </div>
      {made !== undefined && (
        <>
          <textarea
            ref={place}
            class="input report"
            dir="ltr"
            readOnly
            rows={14}
            spellcheck={false}
            aria-label={i18n.t('report.title')}
            value={made}
          />
          <div class="form-buttons">
            <button type="button" class="button button-primary" onClick={() => void copy(made)}>
              {i18n.t('report.copy')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => saveFile(datedName('joinery-report', 'json'), made, 'application/json')}
            >
              {i18n.t('report.save')}
            </button>
          </div>
        </>
      )}
      <Message notice={ending.value} />
    </section>
  )
}
