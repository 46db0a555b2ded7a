import { expect, test } from 'vitest'
import { until, within } from './wait.ts'

test('the first truthy answer is given', async () => {
  const answers = [false, '', undefined, 'here', 'later']
  expect(await until('the answer', () => answers.shift())).toBe('here')
})

test('a question that fails is asked again', async () => {
  let count = 0
  const ask = () => {
    count += 1
    if (count < 3) throw new Error('not yet')
    return count
  }
  expect(await until('the third time', ask)).toBe(3)
})

test('the error names what was waited for, the detail and the last failure', async () => {
  const ask = () => Promise.reject(new Error('no such button'))
  await expect(until('a button', ask, { milliseconds: 30, detail: () => 'The page is empty.' })).rejects.toThrow(
    'Waited 30 ms in vain for a button. The page is empty. The last failure: no such button',
  )
})

test('a detail that cannot be told does not hide the error', async () => {
  const detail = () => Promise.reject(new Error('closed'))
  await expect(until('a button', () => false, { milliseconds: 30, detail })).rejects.toThrow('in vain for a button.')
})

test('waiting ends at once when it is pointless', async () => {
  const waiting = until('a button', () => false, { pointless: () => 'the page was closed' })
  await expect(waiting).rejects.toThrow('Waited for a button, but the page was closed.')
})

test('a question that is never answered is not waited for longer than the limit', async () => {
  const never = new Promise<string>(() => undefined)
  await expect(until('the moon', () => never, { milliseconds: 30 })).rejects.toThrow('the moon')
  await expect(within('the sun', 30, never)).rejects.toThrow('No answer within 30 ms to the sun.')
})
