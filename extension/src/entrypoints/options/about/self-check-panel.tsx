/** The self-check: runs when asked, and shows each part as it ends. @module */
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { type CheckResult, runSelfCheck } from '../../../desk/self-check.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Message, type Notice } from '../../../ui/message.tsx'
import { checkNames, remedies } from './check-words.ts'

/** A button, and what was found. */
export function SelfCheckPanel() {
  const results = useSignal<readonly CheckResult[]>([])
  const isRunning = useSignal(false)
  const ending = useSignal<Notice | undefined>(undefined)

  async function run() {
    if (isRunning.value) return
    isRunning.value = true
    results.value = []
    ending.value = undefined
    await runSelfCheck((result) => {
      results.value = [...results.value, result]
    })
    isRunning.value = false
    const failed = results.value.filter(({ isPassed }) => !isPassed).length
    ending.value =
      failed === 0
        ? { tone: 'done', text: i18n.t('selfCheck.allWell') }
        : { tone: 'problem', text: i18n.t('selfCheck.failed', failed) }
  }

  return (
    <section class="form" aria-labelledby="self-check">
      <header class="section-head">
        <h2 id="self-check">{i18n.t('selfCheck.title')}</h2>
        <p class="quiet">{i18n.t('selfCheck.intro')}</p>
      </header>
      <div>
        <button type="button" class="button" aria-disabled={isRunning.value} onClick={() => void run()}>
          {isRunning.value ? i18n.t('selfCheck.running') : i18n.t('selfCheck.run')}
        </button>
      </div>
      <Message notice={ending.value} />
      {results.value.length > 0 && (
        <ul class="checks">
          {results.value.map((result) => (
            <Result key={result.name} result={result} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Result({ result: { name, isPassed, count } }: { readonly result: CheckResult }) {
  return (
    <li class={isPassed ? 'check-passed' : 'check-failed'} data-check={name}>
      <Icon name={isPassed ? 'done' : 'problem'} />
      <div class="check-words">
        <p>
          {checkNames[name]()}
          <span class="check-word small">
            {isPassed ? i18n.t('selfCheck.inOrder') : i18n.t('selfCheck.notInOrder')}
          </span>
        </p>
        {!isPassed && (
          <p class="small">
            {count !== undefined && count > 0 && `${i18n.t('selfCheck.wrong', count)} `}
            {remedies[name]()}
          </p>
        )}
      </div>
    </li>
  )
}
