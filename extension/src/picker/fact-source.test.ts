import { expect, test } from 'vitest'
import { factAt } from './fact-source.ts'
import { pageOf } from './page-fixture.ts'

const page = pageOf(`
  <form><label class="mail-field">E-mail <input name="email" value="ada@engines.example"></label>
    <input type="password" name="secret" value="hunter"></form>
  <div data-field="mail"><a href="mailto:ada@engines.example?subject=Hello"><i class="envelope"></i></a></div>
  <div data-field="author">Ada Byron &lt;ada@engines.example&gt;</div>
  <div data-field="call"><span>Phone</span><a href="tel:+442079460001">+44 20 7946 0001</a></div>
  <div data-field="dial"><a href="tel:+442079460001">Call</a></div>
  <div data-field="empty"></div>
  <ul><li class="person"><b class="who">Ada</b></li><li class="person"><b class="who">Mary</b></li></ul>`)
const at = (fact: Parameters<typeof factAt>[0], selector: string, scope?: string) =>
  factAt(fact, page.querySelector(selector) as Element, scope)

test('a field is read by what it holds, and its label stands for it', () => {
  expect(at('email', 'input')).toEqual({ selector: 'input[name="email"]', value: true })
  expect(at('email', 'label')).toEqual({ selector: 'input[name="email"]', value: true })
})

test('a password is never read', () => {
  expect(at('name', '[name="secret"]')).toBeUndefined()
})

test('a link that shows no address is read by where it leads', () => {
  const target = { attribute: 'href', clean: ['target-of-link'] }
  expect(at('email', '.envelope')).toEqual({ selector: '[data-field="mail"] a[href^="mailto:"]', ...target })
  expect(at('phone', '[data-field="dial"]')).toEqual({ selector: '[data-field="dial"] a[href^="tel:"]', ...target })
})

test('a link that shows its number is read as it stands, from what is around it too', () => {
  expect(at('phone', '[data-field="call"]')).toEqual({ selector: '[data-field="call"] a[href^="tel:"]' })
})

test('of a mailbox the fact’s own part is read', () => {
  const selector = '[data-field="author"]'
  expect(at('name', selector)).toEqual({ selector, clean: ['name-of-mailbox'] })
  expect(at('email', selector)).toEqual({ selector, clean: ['address-of-mailbox'] })
})

test('where nothing stands, nothing is read', () => {
  expect(at('name', '[data-field="empty"]')).toBeUndefined()
})

test('in a row the row is not mentioned', () => {
  expect(at('name', '.who', 'li.person')).toEqual({ selector: 'b.who' })
})
