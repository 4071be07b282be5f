import { beforeAll, expect, test } from 'vitest'
import { base64, utf8 } from '../src/bytes.ts'
import type { RecordLine } from '../src/bundle/layout.ts'
import { FILES } from '../src/bundle/layout.ts'
import type { Problem } from '../src/bundle/report.ts'
import { verify } from '../src/bundle/verify.ts'
import { canonical } from '../src/jcs.ts'
import type { Manifest } from '../src/manifest.ts'
import { ephemeralSigner } from '../src/node/sign.ts'
import { type Files, filesOf, keys, type Random, random, recording, sourceOf } from './recording.ts'

const ROUNDS = 100
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const trust = { keys, heads: [] }
let bundles: Files[]

beforeAll(async () => {
  bundles = await Promise.all([1, 2, 3, 4].map((seed) => filesOf(recording(seed).input)))
})

const below = (draw: Random, n: number) => Math.floor(draw() * n)
const linesOf = (files: Files) =>
  decode(files.get(FILES.records))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RecordLine)
const setLines = (files: Files, lines: readonly RecordLine[]) =>
  files.set(FILES.records, utf8(lines.map((line) => `${canonical(line)}\n`).join('')))
const manifestOf = (files: Files) => JSON.parse(decode(files.get(FILES.manifest))) as Manifest
const setManifest = (files: Files, manifest: unknown) => files.set(FILES.manifest, utf8(canonical(manifest)))
const withMeta = (line: RecordLine, change: object): RecordLine => ({
  ...line,
  meta: { ...line.meta, ...change },
})

// Each mutation is what somebody with the whole bundle, but without the keys, could write; the ZIP itself stays sound.
const mutations: readonly [string, readonly Problem[], (files: Files, draw: Random) => void][] = [
  [
    'a flipped bit of the media',
    ['payload'],
    (files, draw) => {
      const media = [...files.keys()].filter((name) => name.startsWith('media/'))
      const name = media[below(draw, media.length)] as string
      const bytes = Uint8Array.from(files.get(name) as Uint8Array)
      const at = below(draw, bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << below(draw, 8))
      files.set(name, bytes)
    },
  ],
  [
    'a record deleted',
    ['count', 'root'],
    (files, draw) => setLines(files, linesOf(files).toSpliced(below(draw, linesOf(files).length), 1)),
  ],
  [
    'two records swapped',
    ['record_order'],
    (files, draw) => {
      const lines = linesOf(files)
      const a = below(draw, lines.length)
      const b = (a + 1 + below(draw, lines.length - 1)) % lines.length
      setLines(files, lines.with(a, lines[b] as RecordLine).with(b, lines[a] as RecordLine))
    },
  ],
  [
    'a record duplicated',
    ['record_order', 'count'],
    (files, draw) => {
      const lines = linesOf(files)
      const at = below(draw, lines.length)
      setLines(files, lines.toSpliced(at, 0, lines[at] as RecordLine))
    },
  ],
  [
    'a record of another session inserted',
    ['record_foreign', 'record_order', 'root'],
    (files, draw) => {
      const other = bundles.find((one) => manifestOf(one).sid !== manifestOf(files).sid) as Files
      const [lines, foreign] = [linesOf(files), linesOf(other)]
      setLines(
        files,
        lines.toSpliced(below(draw, lines.length), 0, foreign[below(draw, foreign.length)] as RecordLine),
      )
    },
  ],
  [
    'the tail of a track cut off, and the counts with it',
    ['manifest_signature', 'root', 'server_chain'],
    (files, draw) => {
      const manifest = manifestOf(files)
      const at = below(draw, manifest.tracks.length)
      const track = manifest.tracks[at] as Manifest['tracks'][number]
      const last = linesOf(files)
        .filter(({ meta }) => meta.tid === track.tid)
        .at(-1) as RecordLine
      setLines(
        files,
        linesOf(files).filter(({ meta }) => meta.tid !== track.tid || meta.seq !== last.meta.seq),
      )
      const cut = { ...track, count: track.count - 1 }
      setManifest(files, { ...manifest, leaves: manifest.leaves - 1, tracks: manifest.tracks.with(at, cut) })
    },
  ],
  [
    'a time moved',
    ['header', 'receipt', 'root'],
    (files, draw) => {
      const lines = linesOf(files)
      const at = below(draw, lines.length)
      const line = lines[at] as RecordLine
      const by = 1 + below(draw, 100_000)
      const member = (['srv_ms', 'cli_ms', 'mono_ms', 'late_ms'] as const)[below(draw, 4)] as 'srv_ms'
      setLines(files, lines.with(at, withMeta(line, { [member]: line.meta[member] + by })))
    },
  ],
  [
    'a count edited',
    ['manifest_signature', 'root', 'count', 'track', 'events_root'],
    (files, draw) => {
      const manifest = manifestOf(files)
      const by = 1 + below(draw, 9)
      const at = below(draw, manifest.tracks.length)
      const track = manifest.tracks[at] as Manifest['tracks'][number]
      const edits = [
        { ...manifest, leaves: manifest.leaves + by },
        { ...manifest, events: manifest.events + by },
        { ...manifest, tracks: manifest.tracks.with(at, { ...track, count: track.count + by }) },
        { ...manifest, tracks: manifest.tracks.with(at, { ...track, bytes: track.bytes + by }) },
      ]
      setManifest(files, edits[below(draw, edits.length)])
    },
  ],
  [
    'a root replaced',
    ['manifest_signature', 'root', 'events_root', 'server_chain'],
    (files, draw) => {
      const manifest = manifestOf(files)
      const hash = Array.from({ length: 64 }, () => below(draw, 16).toString(16)).join('')
      const track = { ...(manifest.tracks[0] as Manifest['tracks'][number]), chain: hash }
      const edits = [
        { ...manifest, root: hash },
        { ...manifest, events_root: hash },
        { ...manifest, tracks: manifest.tracks.with(0, track) },
      ]
      setManifest(files, edits[below(draw, edits.length)])
    },
  ],
  [
    'a signature replaced, by noise or by a key of our own',
    ['manifest_signature', 'key_not_trusted', 'receipt'],
    (files, draw) => {
      const own = ephemeralSigner('manifest')
      const lines = linesOf(files)
      const at = below(draw, lines.length)
      const noise = base64(Uint8Array.from({ length: 64 }, () => below(draw, 256)))
      const manifest = manifestOf(files)
      const resigned = { ...manifest, key: own.keyId }
      const edits = [
        () => files.set(FILES.signature, utf8(canonical({ key: manifest.key, sig: noise }))),
        () => setLines(files, lines.with(at, { ...(lines[at] as RecordLine), sig: noise })),
        () => {
          setManifest(files, resigned)
          const sig = base64(own.sign(utf8(canonical(resigned))))
          files.set(FILES.signature, utf8(canonical({ key: own.keyId, sig })))
          files.set(FILES.keys, utf8(canonical([...keys, own.publicKey])))
        },
      ]
      edits[below(draw, edits.length)]?.()
    },
  ],
]

test('E-T1 what was not touched is valid', async () => {
  for (const files of bundles) {
    const report = await verify(await sourceOf(files), trust)
    expect([report.verdict, report.problems, report.lacks]).toEqual(['valid', [], []])
  }
})

for (const [what, reasons, mutate] of mutations)
  test(`E-T1 ${what}: ${ROUNDS} of ${ROUNDS} are rejected for the right reason`, async () => {
    const slipped: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const files = new Map(bundles[round % bundles.length])
      mutate(files, random(round * 7919 + what.length))
      const { verdict, problems } = await verify(await sourceOf(files), trust)
      const right = problems.some(({ code }) => reasons.includes(code))
      if (verdict !== 'invalid' || !right)
        slipped.push(`${round}: ${verdict} ${problems.map(({ code }) => code)}`)
    }
    expect(slipped).toEqual([])
  })
