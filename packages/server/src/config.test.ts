import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const wrongNames = (env: Record<string, string>): string[] => {
  const read = readConfig(env, null)
  return read.ok ? [] : read.wrong.map(({ name }) => name)
}

test('an empty environment is a whole configuration that only this machine can reach', () => {
  const read = readConfig({ PATH: '/bin' }, '/web')
  expect(read.ok && read.config).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    tls: null,
    s3: null,
    databaseUrl: null,
    webDir: '/web',
  })
})

for (const [what, env, names] of [
  ['a misspelt name', { OCHNO_PROT: '80' }, ['OCHNO_PROT']],
  ['a port that is no number', { OCHNO_PORT: '80a' }, ['OCHNO_PORT']],
  ['a port beyond the last', { OCHNO_PORT: '70000' }, ['OCHNO_PORT']],
  ['an origin with a path', { OCHNO_ORIGINS: 'https://exam.example.ru/x' }, ['OCHNO_ORIGINS']],
  ['a certificate without its key', { OCHNO_TLS_CERT: 'c.pem' }, ['OCHNO_TLS_KEY']],
  [
    'a store without its keys',
    { OCHNO_S3_ENDPOINT: 'http://s3', OCHNO_S3_BUCKET: 'b' },
    ['OCHNO_S3_ACCESS_KEY', 'OCHNO_S3_SECRET_KEY'],
  ],
  ['a relay without its secret', { OCHNO_ICE_URLS: 'turn:calls.school.ru:3478' }, ['OCHNO_TURN_SECRET']],
  ['a secret without its relay', { OCHNO_TURN_SECRET: 'north' }, ['OCHNO_ICE_URLS']],
  ['an address of a page for a relay', { OCHNO_ICE_URLS: 'https://calls.school.ru' }, ['OCHNO_ICE_URLS']],
  ['only a relay, and none named', { OCHNO_CALLS_RELAY_ONLY: 'yes' }, ['OCHNO_CALLS_RELAY_ONLY']],
  ['a scanner of no known kind', { OCHNO_MALWARE_SCAN: 'clamscan' }, ['OCHNO_MALWARE_SCAN']],
  ['a database of another kind', { OCHNO_DATABASE_URL: 'mysql://x' }, ['OCHNO_DATABASE_URL']],
  [
    'a secret file that is not there',
    { OCHNO_S3_SECRET_KEY_FILE: '/nowhere/secret' },
    ['OCHNO_S3_SECRET_KEY_FILE'],
  ],
] as const)
  test(`${what} is named and stops the start`, () => expect(wrongNames(env)).toEqual(names))

for (const [given, scan] of [
  ['clamd:/run/clamav/clamd.ctl', { clamd: { path: '/run/clamav/clamd.ctl' } }],
  ['clamd:scan.school.ru:3310', { clamd: { host: 'scan.school.ru', port: 3310 } }],
  ['command:/usr/local/bin/look', { program: '/usr/local/bin/look' }],
] as const)
  test(`R0-5.1c the check for malware is named as ${given}`, () => {
    const read = readConfig({ OCHNO_MALWARE_SCAN: given }, null)
    expect(read.ok && read.config.malwareScan).toEqual(scan)
  })

test('why a setting does not fit is said in both languages', () => {
  const read = readConfig({ OCHNO_PORT: '70000' }, null)
  expect(read.ok ? null : read.wrong[0]?.why).toEqual({
    ru: 'нужно целое число от 0 до 65535',
    en: 'a whole number from 0 to 65535 is needed',
  })
})

test('B-30 a secret may come from a file instead of the environment', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ochno-config-')), 'url')
  writeFileSync(file, 'postgres://u:p@db/ochno\n')
  const read = readConfig({ OCHNO_DATABASE_URL_FILE: file }, null)
  expect(read.ok && read.config.databaseUrl).toBe('postgres://u:p@db/ochno')
})
