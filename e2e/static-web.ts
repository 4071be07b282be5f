import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { commonHeaders, pagePolicy } from '@ochno/server/http/headers'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Built pages alone, without any API, under the very headers of the server. For screens that need nothing but themselves. */
export async function staticWeb(
  folder: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    for (const [name, value] of Object.entries(commonHeaders(pathname))) response.setHeader(name, value)
    response.setHeader('content-security-policy', pagePolicy('e2e'))
    const file = join(folder, normalize(pathname))
    if (pathname !== '/' && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      createReadStream(file).pipe(response)
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page.replaceAll('__CSP_NONCE__', 'e2e'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}
