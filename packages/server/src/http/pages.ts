// The built web application: hashed files for ever, the page itself never, each page with a nonce of its own (B-02).
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TenantId } from '@ochno/domain/ids'
import type { Embedders } from '../ports/embedding.ts'
import { pagePolicy } from './headers.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
}
const PACKED = /\.(js|css|svg|json|wasm)$/
const NONCE = '__CSP_NONCE__'
const brotli = promisify(brotliCompress)

type Asset = {
  readonly type: string
  readonly bytes: Buffer
  readonly etag: string
  packed: Buffer | null
}

/** T-33: under these an unknown address is an error, never the page. */
const notPages = /^\/(api|ingest|media|ws|assets)(\/|$)/
const isPage = (path: string): boolean => !notPages.test(path) && extname(path) === ''

/** The one page that stands in frames of others, and of which institution it is (001 7.5). */
const EMBEDDED = '/embed/technical-requirements'
/** The page of a launch posts its answer to the learning platform. */
const LAUNCH = '/launch'
const institutionOf = (query: unknown): TenantId | null => {
  const { institution } = query as { institution?: unknown }
  return typeof institution === 'string' && /^ten_[a-z2-7]{26}$/.test(institution)
    ? (institution as TenantId)
    : null
}

export function mountPages(
  app: FastifyInstance,
  webDir: string,
  embedders: Embedders = async () => [],
  launchers: (institution: TenantId) => Promise<readonly string[]> = async () => [],
): (path: string) => boolean {
  const assets = new Map<string, Asset>()
  const html = readFileSync(join(webDir, 'index.html'), 'utf8')
  for (const name of readdirSync(webDir, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)]
    // Source maps and the page itself are not files to hand out (B-33).
    if (!type || name === 'index.html') continue
    const bytes = readFileSync(join(webDir, name))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    assets.set(`/${name.replaceAll('\\', '/')}`, { type, bytes, etag, packed: null })
  }
  for (const [path, asset] of assets) if (PACKED.test(path)) void pack(asset)

  const page = (reply: FastifyReply, framedBy: readonly string[] = [], postsTo: readonly string[] = []) => {
    const nonce = randomBytes(18).toString('base64')
    return reply
      .header('content-security-policy', pagePolicy(nonce, framedBy, postsTo))
      .header('content-type', types['.html'])
      .send(html.replaceAll(NONCE, nonce))
  }
  const file = (path: string, asset: Asset, request: FastifyRequest, reply: FastifyReply) => {
    const lasting = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    reply.headers({ 'cache-control': lasting, etag: asset.etag, vary: 'accept-encoding' })
    // A worker started from a file takes its policy from the file's own response.
    if (path.endsWith('.js')) reply.header('content-security-policy', workerPolicy(path))
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
    reply.header('content-type', asset.type)
    if (asset.packed && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return reply.header('content-encoding', 'br').send(asset.packed)
    return reply.send(asset.bytes)
  }
  app.get('/', (_request, reply) => page(reply))
  app.get(EMBEDDED, async (request, reply) => page(reply, await embedders(institutionOf(request.query))))
  app.get(LAUNCH, async (request, reply) => {
    const institution = institutionOf(request.query)
    return page(reply, [], institution ? await launchers(institution) : [])
  })
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] as string
    const asset = assets.get(path)
    if (asset) return file(path, asset, request, reply)
    return isPage(path) ? page(reply) : reply.callNotFound()
  })
  return isPage
}

/** The worker that looks at the camera compiles WebAssembly; nothing else may, not even the page that starts it (ADR 25). */
const compiles = /^\/assets\/detect-worker-[\w-]+\.js$/
const workerPolicy = (path: string): string =>
  `default-src 'none'; script-src 'self'${compiles.test(path) ? " 'wasm-unsafe-eval'" : ''}; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'`

async function pack(asset: Asset): Promise<void> {
  asset.packed = await brotli(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
