// P-30: the archive as it is handed out: what is written, papers, and the person's own recordings, put together while it is read.
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Instant } from '@ochno/domain/time'
import { bytesSource } from '@ochno/evidence/bundle/source'
import { readZip } from '@ochno/evidence/bundle/zip-read'
import { zip, type ZipEntry } from '@ochno/evidence/bundle/zip-write'
import { base64 } from '@ochno/evidence/bytes'
import { FORMAT, KIND, readHeader } from '@ochno/evidence/record'
import { dayIn, entry, type Keeper, no, zoneOf } from './deps.ts'
import { archivePage } from './archive-page.ts'
import { mayTake } from './export-ask.ts'
import type { ExportDeps } from './export-deps.ts'
import { archiveKey } from './export-make.ts'
import type { OwnRecording, SubjectExportId } from '../../ports/subject-exports.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A call holds the voice of somebody else; what the browser noticed is in the written part. */
const OWN: readonly TrackId[] = ['cam', 'screen', 'cam2']

const trackNames: Partial<Record<TrackId, string>> = {
  cam: 'camera',
  screen: 'screen',
  cam2: 'second-camera',
}

export type ArchivedRecording = OwnRecording & { readonly folder: string; readonly day: string }

type Run = { readonly file: string; readonly tid: TrackId; readonly from: number; readonly to: number }

/** A file of video begins with every INIT: one for each life of the recorder. */
async function runsOf(
  { recordings }: Pick<ExportDeps, 'recordings'>,
  tenant: TenantId,
  session: SessionId,
): Promise<readonly Run[]> {
  const runs: Run[] = []
  for (const { tid } of await recordings.tracks(tenant, session)) {
    if (!OWN.includes(tid)) continue
    const starts: { seq: number; ending: string }[] = []
    const index = await recordings.index(tenant, session, tid)
    for (const { seq, header } of index) {
      const read = readHeader(header)
      if (read?.kind === KIND.init)
        starts.push({ seq, ending: read.format === FORMAT.mp4Avc ? 'mp4' : 'webm' })
    }
    const last = index.at(-1)?.seq ?? -1
    starts.forEach(({ seq, ending }, at) => {
      const to = (starts[at + 1]?.seq ?? last + 1) - 1
      runs.push({ file: `${trackNames[tid] ?? tid}-${at + 1}.${ending}`, tid, from: seq, to })
    })
  }
  return runs
}

async function* media(
  { recordings }: Pick<ExportDeps, 'recordings'>,
  tenant: TenantId,
  session: SessionId,
  { tid, from, to }: Run,
): AsyncGenerator<Uint8Array> {
  for await (const { header, payload } of recordings.read(tenant, session, tid, from, to)) {
    const kind = readHeader(header)?.kind
    if (kind === KIND.init || kind === KIND.media) yield payload
  }
}

async function* recordingEntries(
  deps: ExportDeps,
  tenant: TenantId,
  { session, folder }: ArchivedRecording,
  runs: readonly Run[],
): AsyncGenerator<ZipEntry> {
  const signed = await deps.manifests.find(tenant, session)
  if (signed) {
    yield { name: `${folder}/manifest.json`, chunks: [signed.body] }
    const signature = {
      key: signed.keyId,
      signature: base64(signed.sig),
      closedAt: signed.closedAt.toString(),
    }
    yield {
      name: `${folder}/manifest-signature.json`,
      chunks: [utf8(`${JSON.stringify(signature, null, 1)}\n`)],
    }
  }
  for (const run of runs)
    yield { name: `${folder}/${run.file}`, chunks: media(deps, tenant, session, run), mayBeHuge: true }
}

type Ready = {
  readonly person: AccountId
  readonly personName: string
  readonly zone: string
  readonly madeAt: Instant
  readonly plain: Uint8Array
  readonly recordings: readonly ArchivedRecording[]
  readonly left: readonly (Omit<ArchivedRecording, 'folder'> & { readonly reason: string })[]
}

async function* entries(deps: ExportDeps, tenant: TenantId, ready: Ready): AsyncGenerator<ZipEntry> {
  const stored = [...(await readZip(bytesSource(ready.plain))).values()]
  const bytesOf = ({ from, size }: (typeof stored)[number]) => ready.plain.subarray(from, from + size)
  const jsonOf = (asked: string) => {
    const found = stored.find(({ name }) => name === asked)
    return (found ? JSON.parse(new TextDecoder().decode(bytesOf(found))) : {}) as Record<string, unknown>
  }
  const withRuns = []
  for (const one of ready.recordings) withRuns.push({ one, runs: await runsOf(deps, tenant, one.session) })
  const page = archivePage({
    name: ready.personName,
    at: ready.madeAt,
    zone: ready.zone,
    data: jsonOf('data.json'),
    papers: Object.entries(jsonOf('papers.json')).map(([file, title]) => ({ file, title: String(title) })),
    recordings: withRuns.map(({ one, runs }) => ({ ...one, files: runs.map(({ file }) => file) })),
    left: ready.left,
  })
  yield { name: 'index.html', chunks: [utf8(page)] }
  for (const one of stored) yield { name: one.name, chunks: [bytesOf(one)] }
  for (const { one, runs } of withRuns) yield* recordingEntries(deps, tenant, one, runs)
}

/** The rows of the journal are there before the first byte: one for the person, one for each recording (E-T9). */
export async function takeArchive(deps: ExportDeps, keeper: Keeper, id: SubjectExportId, now: Instant) {
  const found = await deps.store.inTenant(keeper.tenant, async (tx) => {
    const row = await tx.subjectExports.lock(id)
    if (!row || !(await mayTake(deps, tx, row, keeper.account, now))) return no('not_found')
    const { object, key, madeAt } = row
    if (row.releasedAt === null || row.goneAt || !object || !key || !madeAt) return no('not_now')
    if (row.until && now.epochMilliseconds >= row.until.epochMilliseconds) return no('not_now')
    const zone = await zoneOf(tx)
    const reasons = new Map(row.withheld.map(({ session, reason }) => [session, reason]))
    const all = (await tx.subjectExports.recordings(row.person)).map((one, at) => {
      const day = dayIn(one.recordedAt, zone).toString()
      return { ...one, day, folder: `recordings/${String(at + 1).padStart(2, '0')}-${day}` }
    })
    const recordings = all.filter(({ session, blocked }) => !blocked && !reasons.has(session))
    const left = all
      .filter((one) => !recordings.includes(one))
      .map((one) => ({ ...one, reason: reasons.get(one.session) ?? 'запись закрыта, её только хранят' }))
    await tx.audit(entry(keeper, now, 'archive_taken', row.person, { export: id }))
    for (const { session } of recordings)
      await tx.audit(entry(keeper, now, 'recording_in_archive', session, { export: id }))
    if (row.takenAt === null) await tx.subjectExports.save({ ...row, takenAt: now })
    const { person, personName } = row
    return { ok: true as const, person, personName, zone, madeAt, object, key, recordings, left }
  })
  if (!found.ok) return found
  const stored = await deps.objects.get(archiveKey(keeper.tenant, found.object))
  if (!stored) return no('not_found')
  const plain = deps.seal.open(found.object, found.key, stored)
  return { ok: true as const, bytes: zip(entries(deps, keeper.tenant, { ...found, plain })) }
}
