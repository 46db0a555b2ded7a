/** Counts down to when something may be tried again. @module */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem } from '../desk/views.ts'

const SECOND = 1000

/** The seconds that a problem asks to wait still; 0 where it asks for none. */
export function useCountdown(problem: Pick<Problem, 'retryAfter'> | undefined): number {
  const seconds = useSignal(0)
  useEffect(() => {
    const until = Date.now() + (problem?.retryAfter ?? 0)
    const count = () => {
      seconds.value = Math.max(0, Math.ceil((until - Date.now()) / SECOND))
      if (seconds.value === 0) clearInterval(ticking)
    }
    const ticking = setInterval(count, SECOND / 4)
    count()
    return () => clearInterval(ticking)
  }, [problem])
  return seconds.value
}
