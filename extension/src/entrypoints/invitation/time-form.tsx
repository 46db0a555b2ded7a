/** When a meeting is to be, where the vendor does not say. @module */
import { type Signal, useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { userLanguage } from '../../desk/problem.ts'
import { instantOf, wallTimeAt } from '../../invitations/wall-clock.ts'

/** A time that the user chose. */
export interface ChosenTime {
  /** Milliseconds since 1970. */
  readonly start: number
  readonly minutes: number
}

interface TimeFormProps {
  readonly chosen: Signal<ChosenTime | undefined>
  readonly timeZone: string
}

const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240]
const HOUR_MILLISECONDS = 60 * 60 * 1000
const TYPED = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/

/** A button; once it was pressed date, time and length, which count at once. */
export function TimeForm({ chosen, timeZone }: TimeFormProps) {
  if (chosen.value === undefined) {
    return (
      <div>
        <button
          type="button"
          class="button button-small set-time"
          onClick={() => {
            chosen.value = { start: nextHour(), minutes: 30 }
          }}
        >
          {i18n.t('invitation.setTime')}
        </button>
      </div>
    )
  }
  return <Inputs chosen={chosen} start={chosen.value} timeZone={timeZone} />
}

function Inputs({ chosen, start: { start, minutes }, timeZone }: TimeFormProps & { readonly start: ChosenTime }) {
  const id = useId()
  const [date = '', time = ''] = typedFor(start, timeZone).split('T')
  // What is typed may be no time yet; the last one that was counts on.
  const typed = useSignal({ date, time })

  function change(part: { readonly date?: string; readonly time?: string }) {
    typed.value = { ...typed.value, ...part }
    const instant = instantTyped(`${typed.value.date}T${typed.value.time}`, timeZone)
    if (instant !== undefined) chosen.value = { start: instant, minutes }
  }

  const unit = new Intl.NumberFormat(userLanguage(), { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  return (
    <div class="time-form">
      <div class="field">
        <label class="field-label" for={`${id}-date`}>
          {i18n.t('invitation.date')}
        </label>
        <input
          id={`${id}-date`}
          class="input"
          type="date"
          value={typed.value.date}
          ref={(input) => void (input !== null && document.activeElement === document.body && input.focus())}
          onInput={(event) => change({ date: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-time`}>
          {i18n.t('invitation.time')}
        </label>
        <input
          id={`${id}-time`}
          class="input"
          type="time"
          value={typed.value.time}
          onInput={(event) => change({ time: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-length`}>
          {i18n.t('invitation.length')}
        </label>
        <select
          id={`${id}-length`}
          class="input"
          value={String(minutes)}
          onChange={(event) => {
            chosen.value = { start, minutes: Number(event.currentTarget.value) }
          }}
        >
          {LENGTHS.map((length) => (
            <option key={length} value={String(length)}>
              {unit.format(length)}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        class="button button-plain button-small"
        onClick={() => {
          chosen.value = undefined
        }}
      >
        {i18n.t('invitation.noTimeAfterAll')}
      </button>
    </div>
  )
}

function nextHour(): number {
  return Math.ceil((Date.now() + 1) / HOUR_MILLISECONDS) * HOUR_MILLISECONDS
}

function typedFor(milliseconds: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeAt(milliseconds, timeZone)
  const [, ...parts] = [year, month, day, hour, minute].map((part) => String(part).padStart(2, '0'))
  const [months, days, hours, minutes] = parts
  return `${String(year).padStart(4, '0')}-${months}-${days}T${hours}:${minutes}`
}

function instantTyped(text: string, timeZone: string): number | undefined {
  const [, ...parts] = TYPED.exec(text) ?? []
  const [year, month = 1, day = 1, hour = 0, minute = 0] = parts.map(Number)
  return year === undefined ? undefined : instantOf({ year, month, day, hour, minute, second: 0 }, timeZone)
}
