import { instant } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import { iceWays } from './ice-ways.ts'

const now = instant('2026-12-01T09:00:00Z')

test('TR-49 without the institution’s own servers there is no foreign one either', () =>
  expect(iceWays({ iceUrls: [], turnSecret: null, relayOnly: false })(now)).toEqual({
    servers: [],
    relayOnly: false,
  }))

test('T-68 the password of the relay is made for an hour from its shared secret', () => {
  const ways = iceWays({
    iceUrls: ['stun:calls.school.ru:3478', 'turn:calls.school.ru:3478?transport=udp'],
    turnSecret: 'north',
    relayOnly: true,
  })(now)
  const [stun, turn] = ways.servers
  expect([stun, ways.relayOnly]).toEqual([{ urls: ['stun:calls.school.ru:3478'] }, true])
  expect(turn?.urls).toEqual(['turn:calls.school.ru:3478?transport=udp'])
  const [until, nonce] = (turn?.username ?? '').split(':')
  expect(Number(until)).toBe(now.epochMilliseconds / 1000 + 3_600)
  expect(nonce).toMatch(/^[0-9a-f]{16}$/)
  // HMAC-SHA1 is twenty bytes.
  expect(Buffer.from(turn?.credential ?? '', 'base64')).toHaveLength(20)
  expect(turn?.credential).not.toBe(
    iceWays({ iceUrls: ['turn:x'], turnSecret: 'south', relayOnly: false })(now).servers[0]?.credential,
  )
})
