import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { bootServer } from '@ochno/testkit/server'
import { expect, test } from 'vitest'

test('the server speaks TLS with the operator’s certificate, and refuses what is not HTTP', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ochno-tls-'))
  const [certFile, keyFile] = [join(dir, 'cert.pem'), join(dir, 'key.pem')]
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat([
      ...['-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile],
    ]),
    { stdio: 'pipe' },
  )
  const plain = await bootServer()
  const over = { database: plain.database, dataDir: mkdtempSync(join(tmpdir(), 'ochno-tls-data-')) }
  // The builders of a test server speak to it through fetch, which trusts no certificate of our own making.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  const server = await bootServer({ over, config: { tls: { certFile, keyFile } } })
  expect(server.url).toMatch(/^https:/)
  const status = await new Promise<number>((resolve, reject) => {
    request(`${server.url}/api/me`, { rejectUnauthorized: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(401)
  await server.stop()
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  await plain.stop()
})

test('T-38 requests that two servers would read differently are refused and the connection closed', async () => {
  const server = await bootServer()
  const { port } = new URL(server.url)
  const say = (bytes: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1')
      let text = ''
      socket.on('data', (data) => {
        text += data
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
      socket.write(bytes)
    })
  const head = 'POST /api/sign-in HTTP/1.1\r\nHost: x\r\n'
  for (const [name, bytes] of [
    ['CL and TE', `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two CL', `${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`],
    ['bad TE', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['space before colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['CR in a value', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n'],
    ['negative CL', `${head}Content-Length: -1\r\n\r\n`],
    ['not HTTP', 'HELO mail\r\n\r\n'],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`],
  ] as const) {
    const text = await say(bytes)
    expect([name, /^HTTP\/1\.1 (400|431) /.test(text)]).toEqual([name, true])
    expect(text).toMatch(/"code":"(malformed|too_large)"/)
  }
  await server.stop()
})
