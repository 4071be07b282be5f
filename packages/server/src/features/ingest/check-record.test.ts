import { utf8 } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { FORMAT, KIND, type RecordHeader } from '@ochno/evidence/record'
import { expect, test } from 'vitest'
import { checkRecord } from './check-record.ts'

const check = (payload: Uint8Array, change: Partial<RecordHeader> = {}, tid: 'cam' | 'events' = 'events') =>
  checkRecord(
    {
      kind: KIND.event,
      flags: 0,
      epoch: 1,
      seq: 0,
      wallMs: 0,
      mediaTs: 0,
      dur: 0,
      payloadLen: payload.length,
      track: tid === 'cam' ? 1 : 3,
      format: FORMAT.json,
      sha256: sha256(payload),
      prev: new Uint8Array(32),
      monoMs: 0,
      ...change,
    },
    payload,
    tid,
    sha256,
  )

test('ING-6 an event is an object in sound UTF-8 with a type', () => {
  expect(check(utf8('{"type":"mode","why":"сеть"}'))).toBeNull()
  expect(check(utf8('{"why":1}'))).toBe('malformed')
  expect(check(utf8('[]'))).toBe('malformed')
  const broken = utf8('{"type":"x","why":"с"}')
  broken[broken.length - 3] = 0xff
  expect(check(broken)).toBe('malformed')
})

test('ING-6 an event nested deeper than any of ours is refused before it is parsed', () => {
  expect(check(utf8(`{"type":"x","a":${'['.repeat(8000)}${']'.repeat(8000)}}`))).toBe('malformed')
})

test('ING-6 pictures do not belong on the track of events, and no fragment claims more time than one can last', () => {
  const bytes = utf8('bytes')
  const media = { kind: KIND.media, format: FORMAT.webmVp9, dur: 2 }
  expect(check(bytes, media)).toBe('malformed')
  expect(check(bytes, media, 'cam')).toBeNull()
  expect(check(bytes, { ...media, dur: 15 }, 'cam')).toBeNull()
  expect(check(bytes, { ...media, dur: 15.1 }, 'cam')).toBe('malformed')
})

test('ING-12 a damaged payload is a checksum fault, also when it is no longer JSON', () => {
  const sound = utf8('{"type":"x"}')
  expect(check(utf8('{"type":"y"}'), { sha256: sha256(sound) })).toBe('checksum')
})
