// A platform that shows tools in a frame gets one link there, which opens the launch in a window of its own.
import type { FastifyReply } from 'fastify'
import type { Initiation } from '../features/lms/launch.ts'
import type { KnownPlatform } from '../ports/lms.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem;color:#1b2733;background:#fff}a{font-size:1.1em}'

export async function beginInFrame(
  reply: FastifyReply,
  tid: string,
  asked: Initiation,
  { issuer, loginUrl }: KnownPlatform,
): Promise<void> {
  const given = Object.entries(asked).filter((one): one is [string, string] => typeof one[1] === 'string')
  const again = `/api/lms/${tid}/login?${new URLSearchParams(given)}`
  const framedBy = [...new Set([issuer, loginUrl].map((address) => new URL(address).origin))].join(' ')
  const nonce = reply.request.id
  await reply
    .header('content-type', 'text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'none'; frame-ancestors ${framedBy}; base-uri 'none'`,
    )
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(`<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Очно</title><style nonce="${nonce}">${STYLE}</style></head>
<body><p>Экзамен с наблюдением открывается в отдельном окне: так работают камера и полный экран.</p>
<p><a href="${escaped(again)}" target="_blank" rel="noopener">Открыть экзамен в новом окне</a></p>
<p lang="en">A proctored exam opens in a window of its own. Use the link above.</p></body></html>`)
}
