// E-08: everything a commission needs to check a recording without us, in one file.
import { base64, utf8 } from '../bytes.ts'
import { canonical } from '../jcs.ts'
import type { PublicKey } from '../keys.ts'
import { type Accepted, type Manifest, manifestBytes, type SessionFact } from '../manifest.ts'
import { byPlace } from '../meta.ts'
import { type EarlierHead, FILES, type LogEntry, type Placed, place } from './layout.ts'
import type { ZipEntry } from './zip-write.ts'

export type Receipted = Accepted & {
  readonly headerBytes: Uint8Array
  readonly sig: Uint8Array
  readonly keyId: string
}

export type LogPart = {
  readonly checkpoint: string
  readonly entry: LogEntry
  readonly heads: readonly EarlierHead[]
}

export type BundleInput = {
  readonly readme: string
  readonly manifest: Manifest
  readonly signature: Uint8Array
  readonly keys: readonly PublicKey[]
  readonly events: readonly SessionFact[]
  readonly records: readonly Receipted[]
  /** Decrypted payloads seqFrom..seqTo of a track, in order; one that is lost is left out. */
  readonly read: (
    tid: string,
    seqFrom: number,
    seqTo: number,
  ) => AsyncIterable<{ readonly seq: number; readonly payload: Uint8Array }>
  /** Null when the log has no head that covers the recording yet. */
  readonly log: LogPart | null
}

const HUGE = 0xf0000000

export function* bundleEntries(input: BundleInput): Generator<ZipEntry> {
  const text = (name: string, ...lines: readonly string[]): ZipEntry => ({ name, chunks: lines.map(utf8) })
  const { placed, sizes } = place(input.records.toSorted((a, b) => byPlace(a.meta, b.meta)))
  yield text(FILES.readme, input.readme)
  yield { name: FILES.manifest, chunks: [manifestBytes(input.manifest)] }
  yield text(FILES.signature, canonical({ key: input.manifest.key, sig: base64(input.signature) }))
  yield text(FILES.keys, canonical(input.keys))
  yield { name: FILES.records, chunks: recordLines(placed) }
  yield text(FILES.events, canonical(input.events))
  if (input.log) {
    yield text(FILES.entry, canonical(input.log.entry))
    yield text(FILES.checkpoint, input.log.checkpoint)
    yield text(FILES.heads, canonical(input.log.heads))
  }
  for (const [file, size] of sizes) {
    const inside = placed.filter((one) => one.file === file)
    yield { name: file, chunks: payloads(input, inside, file.endsWith('.jsonl')), mayBeHuge: size >= HUGE }
  }
}

function* recordLines(placed: readonly Placed<Receipted>[]): Generator<Uint8Array> {
  for (const { record, file, at } of placed) {
    const { meta, headerBytes, sig, keyId } = record
    const line = { meta, header: base64(headerBytes), sig: base64(sig), key: keyId, file, at }
    yield utf8(`${canonical(line)}\n`)
  }
}

const NEWLINE = utf8('\n')

async function* payloads(
  input: BundleInput,
  inside: readonly Placed<Receipted>[],
  lines: boolean,
): AsyncGenerator<Uint8Array> {
  for (const run of runs(inside)) {
    const [first, last] = [run[0] as Receipted, run[run.length - 1] as Receipted]
    const came = input.read(first.meta.tid, first.meta.seq, last.meta.seq)[Symbol.asyncIterator]()
    let next = await came.next()
    for (const { meta } of run) {
      const here = !next.done && next.value.seq === meta.seq ? next.value.payload : null
      if (here) next = await came.next()
      // A lost payload leaves zeros, so that the others keep their places; the verifier names the one that is lost.
      yield here?.length === meta.size ? here : new Uint8Array(meta.size)
      if (lines) yield NEWLINE
    }
  }
}

/** Neighbours by seq are read in one go. */
function runs(inside: readonly Placed<Receipted>[]): Receipted[][] {
  const out: Receipted[][] = []
  for (const { record } of inside) {
    const run = out.at(-1)
    if (run && (run.at(-1) as Receipted).meta.seq + 1 === record.meta.seq) run.push(record)
    else out.push([record])
  }
  return out
}
