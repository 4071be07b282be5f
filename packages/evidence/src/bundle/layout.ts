// What lies where in a bundle (E-08; docs/spec/evidence.md EVD-20 …). The writer and the verifier share these names.
import type { FragmentMeta } from '../chain.ts'
import type { JournalDetails } from '../journal.ts'
import { FORMAT, KIND, type RecordHeader } from '../record.ts'

export const FILES = {
  readme: 'README.txt',
  manifest: 'manifest.json',
  signature: 'manifest.sig.json',
  keys: 'keys.json',
  records: 'records.jsonl',
  events: 'events.json',
  entry: 'log/entry.json',
  checkpoint: 'log/checkpoint.txt',
  heads: 'log/heads.json',
} as const

export type ManifestSignature = { readonly key: string; readonly sig: string }

/** One line of records.jsonl. `file` and `at` say where the payload begins; both empty when there is none. */
export type RecordLine = {
  readonly meta: FragmentMeta
  /** 128 bytes in base64. */
  readonly header: string
  readonly sig: string
  readonly key: string
  readonly file: string
  readonly at: number
}

/** The journal's leaf that says "this recording was closed with this manifest", and the way to it. */
export type LogEntry = {
  /** Canonical JSON of the leaf, as hashed. */
  readonly leaf: string
  readonly index: number
  readonly proof: readonly string[]
  readonly salt: string
  readonly details: JournalDetails
}

/** An earlier head with the proof that the bundle's head continues it. */
export type EarlierHead = { readonly checkpoint: string; readonly proof: readonly string[] }

export type Placed<R> = { readonly record: R; readonly file: string; readonly at: number }

const extensions: Readonly<Record<number, string>> = {
  [FORMAT.webmVp9]: 'webm',
  [FORMAT.webmVp8]: 'webm',
  [FORMAT.webmAv1]: 'webm',
  [FORMAT.mp4Avc]: 'mp4',
}

const isMedia = (header: RecordHeader) => header.kind === KIND.init || header.kind === KIND.media

/**
 * Where every payload of a session lies. Records come in the order of the tree (track, epoch, seq). The media of an
 * epoch make one playable file; everything else of it is JSON, one line each.
 */
export function place<R extends { readonly meta: FragmentMeta; readonly header: RecordHeader }>(
  records: readonly R[],
): { readonly placed: readonly Placed<R>[]; readonly sizes: ReadonlyMap<string, number> } {
  const sizes = new Map<string, number>()
  const formats = new Map<string, string>()
  const placed = records.map((record): Placed<R> => {
    const { meta, header } = record
    const size = header.payloadLen
    if (size === 0) return { record, file: '', at: 0 }
    const stem = `media/${meta.tid}-${meta.epoch}`
    if (isMedia(header) && !formats.has(stem)) formats.set(stem, extensions[header.format] ?? 'bin')
    const file = `${stem}.${isMedia(header) ? formats.get(stem) : 'jsonl'}`
    const at = sizes.get(file) ?? 0
    sizes.set(file, at + size + (isMedia(header) ? 0 : 1))
    return { record, file, at }
  })
  return { placed, sizes }
}
