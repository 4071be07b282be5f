// B-16: a refusal is a stable code, one sentence in the person's language and a code for support; nothing else leaves the server.
import { type RefusalCode, refusals, type Sentence } from '@ochno/contract/refusals'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refused } from './seam.ts'

const table: Readonly<Record<string, Sentence>> = refusals

export const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusals, code)

export function sentence(code: string, language: 'ru' | 'en'): Sentence & { readonly text: string } {
  const row = isRefusal(code) ? (table[code] as Sentence) : refusals.internal
  return { ...row, text: row[language] }
}

/** The first language of the two that the browser names. */
export function languageOf(header: string | undefined, otherwise: 'ru' | 'en' = 'ru'): 'ru' | 'en' {
  const found = /\b(ru|en)\b/i.exec(header ?? '')
  return found ? (found[1]?.toLowerCase() as 'ru' | 'en') : otherwise
}

const BUSY_RETRY_S = 5

export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Pick<Refused, 'why' | 'retryAfterS'> & { readonly fields?: readonly string[] },
): FastifyReply {
  const code = isRefusal(refused.why) ? refused.why : 'internal'
  const said = sentence(code, request.who.language)
  const after = refused.retryAfterS ?? (said.status === 503 ? BUSY_RETRY_S : undefined)
  if (after !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(after)))
  return reply
    .code(said.status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(
      JSON.stringify({
        code,
        message: said.text,
        requestId: request.id,
        ...(after === undefined ? {} : { retryAfterS: Math.max(1, Math.ceil(after)) }),
        ...(refused.fields?.length ? { fields: refused.fields } : {}),
      }),
    )
}
