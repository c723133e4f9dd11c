import t from 'tap'
import { readyMadeCard, spaced, testCard, testCards } from '../../src/billing/cards.ts'

/** The check digit that every card number ends in. */
const isValid = (number: string): boolean =>
  [...number].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

t.test('every test card has a number that forms accept, and no two are alike', async (t) => {
  for (const { number } of testCards) t.ok(isValid(number), number)
  t.equal(new Set(testCards.map(({ number }) => number)).size, testCards.length)
})

t.test('cards are known with or without spaces, and by their last four digits', async (t) => {
  t.equal(testCard('4242 4242 4242 4242')?.number, '4242424242424242')
  t.equal(testCard('0002')?.number, '4000000000000002')
  for (const number of ['', '1234', '4111111111111111']) t.equal(testCard(number), undefined)
  t.equal(spaced('378282246310005'), '3782 8224 6310 005')
})

t.test('ready-made payment methods and tokens stand for cards', async (t) => {
  t.equal(readyMadeCard('pm_card_visa')?.number, '4242424242424242')
  t.equal(readyMadeCard('tok_visa_chargeDeclined')?.number, '4000000000000002')
  for (const id of ['pm_1234', 'pm_card_', 'pm_card_toString'])
    t.equal(readyMadeCard(id), undefined)
})
