// ING-33: rows, spool and objects must tell the same story. Reports and changes nothing.
import type { ObjectStore } from '../../ports/objects.ts'
import type { Digest, Place } from '../../ports/ingest.ts'

export type SegmentRow = { readonly key: string; readonly bytes: number; readonly sha256: Uint8Array }
export type LooseRow = { readonly id: string; readonly place: Place; readonly stored: number }

export type FsckDeps = {
  readonly segments: () => AsyncIterable<SegmentRow>
  readonly loose: () => AsyncIterable<LooseRow>
  readonly objects: Pick<ObjectStore, 'get' | 'list'>
  readonly readSpool: (place: Place, bytes: number) => Promise<Uint8Array>
  /** Decrypts one loose record: what was changed on disk does not open. */
  readonly opens: (row: LooseRow, stored: Uint8Array) => Promise<boolean>
  readonly digest: Digest
}

export type FsckReport = {
  readonly checked: number
  readonly missing: readonly string[]
  readonly orphan: readonly string[]
  readonly corrupt: readonly string[]
}

export async function fsck(deps: FsckDeps): Promise<FsckReport> {
  const missing: string[] = []
  const corrupt: string[] = []
  const named = new Set<string>()
  let checked = 0
  for await (const segment of deps.segments()) {
    checked += 1
    named.add(segment.key)
    const bytes = await deps.objects.get(segment.key)
    if (!bytes) missing.push(segment.key)
    else if (bytes.length !== segment.bytes || !equal(deps.digest(bytes), segment.sha256))
      corrupt.push(segment.key)
  }
  for await (const row of deps.loose()) {
    checked += 1
    const stored = await deps.readSpool(row.place, row.stored).catch(() => null)
    if (!stored) missing.push(row.id)
    else if (!(await deps.opens(row, stored))) corrupt.push(row.id)
  }
  const orphan: string[] = []
  for await (const { key } of deps.objects.list('m/')) if (!named.has(key)) orphan.push(key)
  return { checked, missing: missing.sort(), orphan: orphan.sort(), corrupt: corrupt.sort() }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
