// The offline verifier (E-08): recomputes everything a bundle claims. It trusts the keys it was given and nothing else.
import { hex, unbase64 } from '../bytes.ts'
import { sha256 } from '../hash.ts'
import { canonical } from '../jcs.ts'
import { keyId, type PublicKey, verifySignature } from '../keys.ts'
import { type Manifest, manifestBytes } from '../manifest.ts'
import { KIND } from '../record.ts'
import { checkLog } from './check-log.ts'
import { checkPayloads, checkTree, type Files, type Progress } from './check-content.ts'
import { checkTrack, readRecords } from './check-records.ts'
import { FILES } from './layout.ts'
import { Findings, type Report } from './report.ts'
import { readEntry, readFacts, readHeads, readKeys, readManifest, readSignature } from './schema.ts'
import { checksumHolds, readZip, type Source, Unreadable } from './zip-read.ts'

export type Trust = {
  /** Null: the commission brought none, and the keys inside the bundle vouch only for themselves. */
  readonly keys: readonly PublicKey[] | null
  /** Checkpoint texts held outside the institution's server. */
  readonly heads: readonly string[]
}

const MAX_TEXT = 400 * 1024 * 1024

export async function verify(source: Source, trust: Trust, progress: Progress = () => {}): Promise<Report> {
  const findings = new Findings()
  try {
    const files = await readZip(source)
    return await verifyFiles(source, files, trust, findings, progress)
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    return {
      ...empty(findings),
      verdict: 'unreadable',
      unreadable: cause.why,
    }
  }
}

const empty = (findings: Findings): Report => ({
  verdict: findings.verdict,
  unreadable: null,
  manifest: null,
  digest: null,
  checks: findings.checks,
  problems: findings.problems,
  lacks: findings.lacks,
  late: { records: 0, longestMs: 0 },
  keys: [],
  head: null,
})

async function verifyFiles(
  source: Source,
  files: Files,
  trust: Trust,
  findings: Findings,
  progress: Progress,
): Promise<Report> {
  for (const file of files.values()) {
    findings.count('file')
    if (!(await checksumHolds(source, file))) findings.problem('checksum', file.name)
  }
  const text = (name: string) => textOf(source, files, name, findings)
  const manifestText = await text(FILES.manifest)
  const manifest = readManifest(manifestText)
  findings.count('manifest')
  if (!manifest) {
    findings.problem('manifest_form', FILES.manifest)
    return empty(findings)
  }
  const keys = await keysOf(await text(FILES.keys), trust, findings)
  await checkSignature(manifest, await text(FILES.signature), keys, findings)
  const digest = hex(await sha256(manifestBytes(manifest)))

  const records = await readRecords(await text(FILES.records), manifest, findings)
  for (const track of manifest.tracks) {
    const own = records.filter(({ meta }) => meta.tid === track.tid)
    if (own.length !== track.count) findings.problem('count', `${track.tid}: ${own.length} ≠ ${track.count}`)
    await checkTrack(manifest.sid, track, own, keys, findings)
  }
  await checkTree(manifest, records, readFacts(await text(FILES.events)), findings)
  await checkPayloads(source, files, records, findings, progress)
  const head = await logOf(source, files, { digest, sid: manifest.sid }, keys, trust, findings)
  lacksOf(manifest, trust, findings)

  const late = records.filter(({ meta, header }) => header.kind === KIND.media && meta.late_ms > LATE_MS)
  return {
    ...empty(findings),
    manifest,
    digest,
    late: {
      records: late.length,
      longestMs: late.reduce((most, { meta }) => Math.max(most, meta.late_ms), 0),
    },
    keys: keys.map(({ id, use }) => ({ id, use, trusted: trust.keys !== null })),
    head,
  }
}

/** Later than this after its last sample, a record came from the examinee's own disk, not live. */
const LATE_MS = 30_000

async function textOf(source: Source, files: Files, name: string, findings: Findings): Promise<string> {
  const file = files.get(name)
  if (!file) {
    findings.problem('file_missing', name)
    return ''
  }
  if (file.size > MAX_TEXT) throw new Unreadable('a text file is too large')
  const bytes = await source.read(file.from, file.from + file.size)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return ''
  }
}

/** The commission's keys if it brought any; the bundle's own must then not contradict them. */
async function keysOf(text: string, trust: Trust, findings: Findings): Promise<readonly PublicKey[]> {
  const inside = readKeys(text)
  findings.count('file')
  if (!inside) findings.problem('keys', FILES.keys)
  const named: PublicKey[] = []
  for (const key of trust.keys ?? inside ?? []) {
    if (await namesItself(key)) named.push(key)
    else findings.problem('keys', key.id)
  }
  for (const key of trust.keys ? (inside ?? []) : []) {
    const known = named.find(({ id }) => id === key.id)
    // A key that signed still when the commission got it may have been replaced since.
    const agrees =
      !known || canonical({ ...key, until_ms: known.until_ms ?? key.until_ms }) === canonical(key)
    const same = !known || canonical({ ...known, until_ms: null }) === canonical({ ...key, until_ms: null })
    if (!agrees || !same || !(await namesItself(key))) findings.problem('keys', key.id)
  }
  return named
}

const namesItself = async (key: PublicKey): Promise<boolean> =>
  (await keyId(unbase64(key.key) ?? new Uint8Array())) === key.id

async function checkSignature(
  manifest: Manifest,
  text: string,
  keys: readonly PublicKey[],
  findings: Findings,
): Promise<void> {
  const signature = readSignature(text)
  const sig = signature && unbase64(signature.sig)
  findings.count('manifest')
  const key = keys.find(({ id, use }) => id === manifest.key && use === 'manifest')
  if (!key) findings.problem('key_not_trusted', manifest.key)
  else if (
    !sig ||
    signature.key !== manifest.key ||
    !(await verifySignature(key, manifestBytes(manifest), sig))
  )
    findings.problem('manifest_signature', manifest.key)
}

async function logOf(
  source: Source,
  files: Files,
  manifest: { readonly digest: string; readonly sid: string },
  keys: readonly PublicKey[],
  trust: Trust,
  findings: Findings,
) {
  const names = [FILES.entry, FILES.checkpoint, FILES.heads]
  if (!names.some((name) => files.has(name))) {
    findings.lack('log_absent')
    return null
  }
  const [entryText, checkpoint, headsText] = await Promise.all(
    names.map((name) => textOf(source, files, name, findings)),
  )
  const [entry, heads] = [readEntry(entryText ?? ''), readHeads(headsText ?? '')]
  if (!entry || !heads || checkpoint === undefined) {
    findings.problem('log_form', 'log/')
    return null
  }
  return checkLog({ entry, checkpoint, heads }, manifest, keys, trust.heads, findings)
}

function lacksOf(manifest: Manifest, trust: Trust, findings: Findings): void {
  if (!trust.keys) findings.lack('trust_absent')
  for (const track of manifest.tracks) {
    for (const [from, to] of track.gaps) findings.lack('gap', `${track.tid} ${from} ${to}`)
    for (const [from, to] of track.missing) findings.lack('missing', `${track.tid} ${from} ${to}`)
    if (!track.ended) findings.lack('not_ended', track.tid)
  }
}
