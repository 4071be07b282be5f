// What nodemailer reports becomes one of our words, and whether it is about the server or about this one letter.
import type { Handed, Trouble } from '../../ports/mail.ts'

type Failure = Extract<Handed, { ok: false }>
type SmtpError = {
  readonly code?: unknown
  readonly command?: unknown
  readonly message?: unknown
  readonly response?: unknown
  readonly responseCode?: unknown
}

const MOST = 200
const CERTIFICATE = /certificate|self.signed|altname|issuer/i
const NOT_TLS = /wrong version number|packet length too long|EPROTO|ssl routines|upgrade/i

/** One line, without anything that a terminal or a page would take for more than words, and without anybody's address. */
const oneLine = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .replace(/\S+@\S+/g, '…')
        .replace(/[\p{C}\p{Z}]+/gu, ' ')
        .trim()
        .slice(0, MOST)
    : ''

export function troubleOf(cause: unknown): Failure {
  const { code, command, message, response, responseCode } = (cause ?? {}) as SmtpError
  const answer = typeof responseCode === 'number' ? responseCode : 0
  const later = answer >= 400 && answer < 500
  const words = `${String(code ?? '')} ${String(message ?? '')}`
  // Only what a mail server said is repeated: whatever else listens at that port keeps its words to itself.
  const said = answer > 0 ? oneLine(response) : ''
  const fail = (why: Trouble, about: Failure['about'], forGood = false): Failure => ({
    ok: false,
    why,
    said,
    about,
    forGood,
  })
  if (code === 'EAUTH' || code === 'ENOAUTH') return fail(later ? 'try_later' : 'wrong_user', 'server')
  if (CERTIFICATE.test(words)) return fail('wrong_certificate', 'server')
  if (code === 'ETLS' || NOT_TLS.test(words)) return fail('no_tls', 'server')
  if (answer === 421) return fail('try_later', 'server')
  if (code === 'EENVELOPE' && String(command).startsWith('MAIL'))
    return fail(later ? 'try_later' : 'sender_refused', 'server')
  if (code === 'EENVELOPE') return fail(later ? 'try_later' : 'address_refused', 'letter', !later)
  if (code === 'EMESSAGE' || command === 'DATA')
    return fail(later ? 'try_later' : 'letter_refused', 'letter', !later)
  if (code === 'ETIMEDOUT' || code === 'EPROTOCOL') return fail('no_answer', 'server')
  return fail('unreachable', 'server')
}
