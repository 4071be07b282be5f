import { randomBytes } from 'node:crypto'
import type { docsRoutes } from '@ochno/contract/docs'
import type { Route } from '@ochno/contract/route'
import { openApi, openApiPage } from './openapi.ts'
import type { Handlers } from './seam.ts'

/** `routes` is asked when the document is read: by then every area has told its own. */
export const docsHandlers = (
  routes: () => readonly Route[],
  version: string,
): Handlers<typeof docsRoutes> => {
  let document: ReturnType<typeof openApi> | null = null
  return {
    readOpenApi: async () => {
      document ??= openApi(routes(), version)
      return { ok: true, body: document }
    },
    readDocs: async (_context, _input, { reply }) => {
      const nonce = randomBytes(18).toString('base64')
      reply
        .header(
          'content-security-policy',
          `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
        )
        .type('text/html; charset=utf-8')
        .send(openApiPage(routes(), nonce))
      return undefined
    },
  }
}
