// ING-33: rows, spool and objects must tell the same story. Reports and changes nothing.
import { equal } from '@ochno/evidence/bytes'
import type { FsckLoose, FsckRecord, FsckSegment } from '../../ports/fsck.ts'
import type { Digest, Place } from '../../ports/ingest.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import { tagsOf } from './tags.ts'

export type FsckDeps = {
  readonly segments: () => AsyncIterable<FsckSegment>
  readonly loose: () => AsyncIterable<FsckLoose>
  readonly objects: Pick<ObjectStore, 'get' | 'list'>
  readonly readSpool: (place: Place, bytes: number) => Promise<Uint8Array>
  /** Decrypts one record: what was changed on disk does not open. */
  readonly opens: (record: FsckRecord, stored: Uint8Array) => Promise<boolean>
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
    else if (!(await isWhole(deps, segment, bytes))) corrupt.push(segment.key)
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

async function isWhole(deps: FsckDeps, segment: FsckSegment, bytes: Uint8Array): Promise<boolean> {
  const stored = segment.records.map((record) => record.stored)
  if (bytes.length !== segment.bytes || bytes.length !== stored.reduce((sum, length) => sum + length, 0))
    return false
  if (!equal(deps.digest(tagsOf(bytes, stored)), segment.sha256)) return false
  let at = 0
  for (const record of segment.records) {
    if (!(await deps.opens(record, bytes.subarray(at, at + record.stored)))) return false
    at += record.stored
  }
  return true
}
