// What a bundle contains against what its manifest says: the tree made anew, every payload hashed.
import { hex } from '../bytes.ts'
import { hashing, sha256 } from '../hash.ts'
import { canonical } from '../jcs.ts'
import { type Manifest, makeManifest, nonceOf, type SessionFact } from '../manifest.ts'
import { type Checked, nameOf } from './check-records.ts'
import { FILES, place } from './layout.ts'
import type { Findings } from './report.ts'
import type { Source, Stored } from './zip-read.ts'

export type Progress = (done: number, of: number) => void
export type Files = ReadonlyMap<string, Stored>

const NEWLINE = 10

/** Builds the manifest anew from the records and names what differs. */
export async function checkTree(
  manifest: Manifest,
  records: readonly Checked[],
  events: readonly SessionFact[] | null,
  findings: Findings,
): Promise<void> {
  const again = await hashing(
    makeManifest(
      {
        ...manifest,
        window: { from: manifest.from_ms, to: manifest.to_ms },
        closedMs: manifest.closed_ms,
        events: events ?? [],
        tracks: manifest.tracks.map((track) => ({
          tid: track.tid,
          nonce: nonceOf(track),
          records: records.filter(({ meta }) => meta.tid === track.tid),
        })),
      },
      manifest.key,
    ),
  )
  findings.count('tree', 2 + manifest.tracks.length)
  if (again.root !== manifest.root || again.leaves !== manifest.leaves)
    findings.problem('root', manifest.root)
  if (!events || again.events_root !== manifest.events_root || again.events !== manifest.events)
    findings.problem('events_root', FILES.events)
  for (const [at, track] of manifest.tracks.entries())
    if (canonical(again.tracks[at]) !== canonical(track)) findings.problem('track', track.tid)
}

export async function checkPayloads(
  source: Source,
  files: Files,
  records: readonly Checked[],
  findings: Findings,
  progress: Progress,
): Promise<void> {
  const { placed, sizes } = place(records)
  for (const [name, size] of sizes) {
    const file = files.get(name)
    if (!file) findings.problem('file_missing', name)
    else if (file.size !== size) findings.problem('file_size', name)
  }
  const own = new Set<string>(Object.values(FILES))
  for (const name of files.keys())
    if (!own.has(name) && !sizes.has(name)) findings.problem('file_unknown', name)
  for (const [done, { record, file, at }] of placed.entries()) {
    if (done % 64 === 0) progress(done, placed.length)
    const { meta, line } = record
    findings.count('payloads')
    if (line.file !== file || line.at !== at) findings.problem('record_form', nameOf(meta))
    const from = (files.get(file)?.from ?? 0) + at
    const within = file === '' || at + meta.size <= (files.get(file)?.size ?? -1)
    const read = within && file ? await source.read(from, from + meta.size + 1) : new Uint8Array()
    const bytes = read.subarray(0, meta.size)
    // The one byte of a .jsonl that no hash covers.
    const parted = !file.endsWith('.jsonl') || read[meta.size] === NEWLINE
    if (!within || !parted || hex(await sha256(bytes)) !== meta.sha256)
      findings.problem('payload', nameOf(meta))
  }
  progress(placed.length, placed.length)
}
