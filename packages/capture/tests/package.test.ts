// What would be published is complete in itself: no name of our other packages in code or types.
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, '../../node_modules/.bin', name)

test('the package builds, publint has nothing to say, and a stranger can use its types', () => {
  const built = spawnSync(process.execPath, [join(root, 'build.ts')], { encoding: 'utf8' })
  expect(built.stderr + built.stdout).not.toMatch(/error/i)
  expect(built.status).toBe(0)
  const dist = join(root, 'dist')
  for (const file of readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => /\.(js|d\.ts)$/.test(name)))
    expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(/from\s*["'](@ochno|mediabunny)/)
  const lint = spawnSync(bin('publint'), [dist], { encoding: 'utf8' })
  expect(lint.stdout).toContain('All good!')

  const stranger = mkdtempSync(join(tmpdir(), 'capture-stranger-'))
  try {
    mkdirSync(join(stranger, 'node_modules/@ochno'), { recursive: true })
    symlinkSync(dist, join(stranger, 'node_modules/@ochno/capture'))
    writeFileSync(join(stranger, 'package.json'), '{"type":"module"}')
    writeFileSync(
      join(stranger, 'use.ts'),
      `import { createRecorder, type Receipts } from '@ochno/capture'
const recorder = createRecorder({ baseUrl: 'https://example.org', sessionId: 'ses_x' })
const seconds: number = recorder.getState().backlog.seconds
const receipts: Promise<Receipts> = recorder.finish()
// @ts-expect-error seconds are a number
const wrong: string = recorder.getState().backlog.seconds
export { receipts, seconds, wrong }`,
    )
    const types = spawnSync(
      bin('tsc'),
      [
        '--noEmit',
        '--ignoreConfig',
        '--strict',
        '--target',
        'esnext',
        '--module',
        'nodenext',
        '--lib',
        'esnext,dom',
        '--types',
        '',
        'use.ts',
      ],
      { cwd: stranger, encoding: 'utf8' },
    )
    expect(types.stdout).toBe('')
    expect(types.status).toBe(0)
  } finally {
    rmSync(stranger, { recursive: true })
  }
})
