// One letter over one connection: what a school sends in an evening does not need more, and nothing hangs on between.
import { createTransport } from 'nodemailer'
import type { Handed, Mailer } from '../../ports/mail.ts'
import { troubleOf } from './trouble.ts'

const CONNECT_MS = 10_000
const ANSWER_MS = 20_000

/** `authorities`: certificates trusted besides those of the system. */
export const smtpMailer =
  (authorities: readonly string[] = []): Mailer =>
  async (server, letter): Promise<Handed> => {
    const transport = createTransport({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
      tls: { minVersion: 'TLSv1.2', ...(authorities.length ? { ca: [...authorities] } : {}) },
      connectionTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
      // A letter is made of our own words alone.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({
        from: { name: server.senderName, address: server.sender },
        to: { name: '', address: letter.to },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        messageId: letter.messageId,
        // RFC 3834: an absent person's machine need not answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(letter.calendar === null
          ? {}
          : {
              attachments: [
                {
                  filename: 'exam.ics',
                  content: letter.calendar,
                  contentType: `text/calendar; charset=utf-8; method=${letter.cancels ? 'CANCEL' : 'PUBLISH'}`,
                },
              ],
            }),
      })
      return { ok: true }
    } catch (cause) {
      return troubleOf(cause)
    } finally {
      transport.close()
    }
  }
