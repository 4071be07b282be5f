import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  const webDir = mkdtempSync(join(tmpdir(), 'ochno-web-'))
  mkdirSync(join(webDir, 'assets'))
  writeFileSync(
    join(webDir, 'index.html'),
    '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/a.js"></script><link nonce="__CSP_NONCE__">',
  )
  writeFileSync(join(webDir, 'assets', 'a.js'), `console.log('${'a'.repeat(2000)}')`)
  writeFileSync(join(webDir, 'assets', 'a.js.map'), '{}')
  writeFileSync(join(webDir, 'assets', 'detect-worker-Ab_1-x.js'), '')
  server = await bootServer({ config: { webDir } })
})
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  server.stranger().raw('GET', path, { headers: { cookie: '', ...headers } })

const onEverything = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
}

describe('B-02 B-03 B-04 what every response says to the browser', () => {
  for (const [path, status, cache] of [
    ['/', 200, 'no-store'],
    ['/exam/ses_x', 200, 'no-store'],
    ['/assets/a.js', 200, 'public, max-age=31536000, immutable'],
    ['/assets/none.js', 404, 'no-store'],
    ['/api/me', 401, 'no-store'],
    ['/api/none', 404, 'no-store'],
    ['/healthz', 200, 'no-store'],
  ] as const)
    test(path, async () => {
      const { status: got, headers } = await get(path)
      expect(got).toBe(status)
      for (const [name, value] of Object.entries(onEverything)) expect(headers.get(name)).toBe(value)
      expect(headers.get('cache-control')).toBe(cache)
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('server')).toBeNull()
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    })

  test('B-02 the page’s policy, with a nonce of its own each time', async () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { headers, text } = await get('/')
      const policy = headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThanOrEqual(22)
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3)
      expect(text).not.toContain('__CSP_NONCE__')
      expect(policy.replace(nonce, 'N')).toBe(
        "default-src 'none'; script-src 'self' 'nonce-N'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types ochno-capture ochno-detect; report-to csp",
      )
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test('B-02 WebAssembly is compiled by the worker that watches the camera and by nothing else', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy')
    expect(await policy('/assets/detect-worker-Ab_1-x.js')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    for (const path of ['/', '/exam/ses_x', '/assets/a.js', '/assets/detect-worker-none.js', '/api/me'])
      expect(await policy(path)).not.toMatch(/unsafe/)
  })

  test('B-03 camera, microphone and screen on the exam page alone; the wall may call with voice and picture', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('permissions-policy')
    const never =
      'geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), browsing-topics=()'
    expect(await policy('/exam/x')).toBe(`camera=(self), microphone=(self), display-capture=(self), ${never}`)
    expect(await policy('/wall')).toBe(`camera=(self), microphone=(self), display-capture=(), ${never}`)
    for (const path of ['/', '/wall/x', '/examiner', '/api/me'])
      expect(await policy(path)).toBe(`camera=(), microphone=(), display-capture=(), ${never}`)
  })
})

test('B-03 the exam page may ask how hard the processor works and how full the battery is: nothing takes their default away', async () => {
  const { headers } = await get('/exam/ses_x')
  expect(headers.get('permissions-policy')).toContain('camera=(self)')
  for (const asked of ['compute-pressure', 'battery'])
    expect(headers.get('permissions-policy')).not.toContain(asked)
})

test('T-33 an unknown address under /api, /media, /ingest, /ws and /assets is never the page', async () => {
  for (const path of [
    '/api/x',
    '/api/x.css',
    '/media/v1/x/y.css',
    '/media/x;.js',
    '/ingest/x',
    '/ws/x',
    '/assets/x',
    '/index.html',
    '/assets/a.js.map',
    '/x.js',
    '/..%2fpackage.json',
  ]) {
    const { status, text } = await get(path)
    expect([path, status, text.includes('<!doctype')]).toEqual([path, 404, false])
  }
})

test('a hashed file is sent packed to those who can read it, and once', async () => {
  const first = await get('/assets/a.js', { 'accept-encoding': 'br' })
  expect(first.text).toContain('console.log')
  const again = await get('/assets/a.js', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('B-15 no CORS header, whoever asks', async () => {
  for (const method of ['OPTIONS', 'GET', 'POST'])
    for (const path of ['/', '/api/me', '/api/sign-in', '/healthz']) {
      const { headers } = await server.stranger().raw(method, path, {
        headers: {
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
          'access-control-request-method': 'POST',
        },
      })
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
})

test('B-16 a refusal is a code, a sentence in the asked language and a request id', async () => {
  for (const [language, sentence] of [
    ['ru', 'Войдите, чтобы продолжить.'],
    ['en-GB,en;q=0.9', 'Sign in to continue.'],
    ['', 'Войдите, чтобы продолжить.'],
  ] as const) {
    const { status, body } = await get('/api/me', { 'accept-language': language })
    expect(status).toBe(401)
    expect(body).toEqual({
      code: 'not_signed_in',
      message: sentence,
      requestId: expect.stringMatching(/^req_[a-z2-7]{26}$/),
    })
  }
  const wrong = await server.stranger().raw('PATCH', '/api/me')
  expect([wrong.status, wrong.code]).toEqual([405, 'no_such_method'])
})

test('reports of the content policy are taken from anyone and not kept', async () => {
  const report = await server.stranger().raw('POST', '/api/csp-report', {
    headers: { origin: '', 'sec-fetch-site': '', 'content-type': 'application/reports+json' },
    body: '[{"type":"csp-violation"}]',
  })
  expect(report.status).toBe(204)
  const { text } = await get('/metrics')
  expect(text).toContain('ochno_csp_reports_total 1')
  expect((await get('/metrics', { 'x-forwarded-for': '10.1.1.1' })).status).toBe(404)
})
