import { expect, test } from 'vitest'
import { equal } from '../src/bytes.ts'
import { bytesSource } from '../src/bundle/source.ts'
import { verify } from '../src/bundle/verify.ts'
import { changed, spoil } from './damage.ts'
import { filesOf, keys, random, recording, zipped } from './recording.ts'

const INPUTS = process.env.OCHNO_NIGHTLY ? 100_000 : 3000

test(`E-T7 ${INPUTS} damaged archives: no crash and none is valid`, async () => {
  const files = await filesOf(recording(1, { fragments: 1 }).input)
  const whole = await zipped(files)
  const verdicts = new Map<string, number>()
  const valid: number[] = []
  for (let round = 0; round < INPUTS; round++) {
    const draw = random(round)
    const copy = new Map(files)
    let bytes = whole
    if (round % 2 === 0) {
      for (let times = Math.floor(draw() * 3); times >= 0; times--) spoil(copy, draw)
      bytes = await zipped(copy)
    } else {
      for (let times = Math.floor(draw() * 3); times >= 0; times--)
        if (bytes.length > 0) bytes = changed(bytes, draw)
    }
    const { verdict } = await verify(bytesSource(bytes), { keys, heads: [] })
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    // A change may undo itself (a line swapped with itself).
    if ((verdict === 'valid' || verdict === 'incomplete') && !equal(bytes, whole) && !withoutLog(copy))
      valid.push(round)
  }
  expect(valid).toEqual([])
  expect(verdicts.get('unreadable')).toBeGreaterThan(INPUTS / 10)
  expect(verdicts.get('invalid')).toBeGreaterThan(INPUTS / 10)
}, 3_600_000)

/** Without any file of the log a bundle is a smaller claim, not a false one. */
const withoutLog = (files: ReadonlyMap<string, unknown>) =>
  ![...files.keys()].some((name) => name.startsWith('log/'))

for (const [what, bytes] of [
  ['nothing', new Uint8Array()],
  ['zeros', new Uint8Array(100_000)],
  ['an empty ZIP', Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)])],
  [
    'a ZIP that promises 4 GiB',
    Uint8Array.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 255, 255, 255, 255, ...new Array(8).fill(255), 0, 0]),
  ],
] as const)
  test(`E-T7 ${what} is not read or not valid, and does not crash`, async () => {
    const { verdict } = await verify(bytesSource(bytes), { keys, heads: [] })
    expect(['unreadable', 'invalid']).toContain(verdict)
  })

test('E-T7 JSON a hundred thousand levels deep does not crash', async () => {
  for (const name of [
    'manifest.json',
    'records.jsonl',
    'events.json',
    'keys.json',
    'log/entry.json',
    'log/heads.json',
  ]) {
    const files = await filesOf(recording(1, { fragments: 1 }).input)
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`
    files.set(name, new TextEncoder().encode(deep))
    expect((await verify(bytesSource(await zipped(files)), { keys, heads: [] })).verdict, name).toBe(
      'invalid',
    )
  }
})
