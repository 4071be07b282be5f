import { expect, test } from 'vitest'
import { troubleOf } from './trouble.ts'

for (const [name, cause, why, about, forGood] of [
  [
    'nobody listens there',
    { code: 'ESOCKET', message: 'connect ECONNREFUSED' },
    'unreachable',
    'server',
    false,
  ],
  [
    'there is no such host',
    { code: 'EDNS', message: 'getaddrinfo ENOTFOUND' },
    'unreachable',
    'server',
    false,
  ],
  [
    'it never greets',
    { code: 'ETIMEDOUT', message: 'Greeting never received' },
    'no_answer',
    'server',
    false,
  ],
  ['it offers no encryption', { code: 'ETLS', responseCode: 502 }, 'no_tls', 'server', false],
  ['a port in clear', { code: 'ESOCKET', message: 'wrong version number' }, 'no_tls', 'server', false],
  [
    'another certificate',
    { code: 'ESOCKET', message: 'self-signed certificate' },
    'wrong_certificate',
    'server',
    false,
  ],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'wrong_user', 'server', false],
  ['signing in fails for now', { code: 'EAUTH', responseCode: 454 }, 'try_later', 'server', false],
  [
    'the sender is not welcome',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
    'sender_refused',
    'server',
    false,
  ],
  [
    'there is no such address',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    'address_refused',
    'letter',
    true,
  ],
  [
    'the address is put off',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 },
    'try_later',
    'letter',
    false,
  ],
  [
    'the letter is taken for spam',
    { code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
    'letter_refused',
    'letter',
    true,
  ],
  [
    'the server goes to sleep',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 },
    'try_later',
    'server',
    false,
  ],
] as const)
  test(`${name}: ${why}`, () => {
    expect(troubleOf(cause)).toMatchObject({ ok: false, why, about, forGood })
  })

test('the words of the server come as one short line; of what is no mail server nothing is repeated', () => {
  const response = `550-5.1.1 no\r\n550 such${' user'.repeat(100)}\u001b[31m`
  const { said } = troubleOf({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response })
  expect(said.startsWith('550-5.1.1 no 550 such user')).toBe(true)
  expect(said.length).toBeLessThanOrEqual(200)
  expect(troubleOf({ code: 'EPROTOCOL', response: '-ERR redis', message: 'Invalid greeting' }).said).toBe('')
})
