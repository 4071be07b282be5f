import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bytesSource } from '../src/bundle/source.ts'
import { verify } from '../src/bundle/verify.ts'
import { spoil } from './damage.ts'
import { filesOf, keys, random, recording, zipped } from './recording.ts'

const BUNDLES = process.env.OCHNO_NIGHTLY ? 10_000 : 200
const run = promisify(execFile)

test(`E-T6 two verifiers that share no line agree about ${BUNDLES} bundles, half of them changed`, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'ochno-bundles-'))
  try {
    await writeFile(join(dir, 'keys.json'), JSON.stringify(keys))
    const [first, paths]: [string[], string[]] = [[], []]
    for (let seed = 0; seed < BUNDLES; seed++) {
      const draw = random(seed)
      const lose = draw() < 0.3 ? [1 + Math.floor(draw() * 4)] : []
      const files = await filesOf(
        recording(seed, { fragments: 1 + Math.floor(draw() * 3), lose, withoutLog: draw() < 0.2 }).input,
      )
      if (seed % 2 === 1) spoil(files, draw)
      const bytes = await zipped(files)
      const path = join(dir, `${seed}.zip`)
      await writeFile(path, bytes)
      paths.push(path)
      first.push((await verify(bytesSource(bytes), { keys, heads: [] })).verdict)
    }
    const second: string[] = []
    for (let at = 0; at < paths.length; at += 100) {
      const { stdout } = await run('python3', [
        join(import.meta.dirname, 'verify_second.py'),
        join(dir, 'keys.json'),
        ...paths.slice(at, at + 100),
      ])
      second.push(...stdout.trim().split('\n'))
    }
    const disagree = first.map((verdict, seed) => `${seed}: ${verdict} ${second[seed]}`)
    expect(disagree.filter((_, seed) => first[seed] !== second[seed])).toEqual([])
    expect(new Set(first)).toEqual(new Set(['valid', 'invalid', 'incomplete']))
  } finally {
    await rm(dir, { recursive: true })
  }
}, 3_600_000)
