// A small recording made as the real parts make it: client's chain, server's chain, receipts, manifest, log, bundle.
import { trackNumbers } from '@ochno/domain/recording/track'
import { base64, concat, hex, utf8 } from '../src/bytes.ts'
import type { EarlierHead } from '../src/bundle/layout.ts'
import { bytesSource } from '../src/bundle/source.ts'
import { type BundleInput, bundleEntries, type Receipted } from '../src/bundle/write.ts'
import { zip } from '../src/bundle/zip-write.ts'
import { checkpointBody, keyHint, signedCheckpoint } from '../src/checkpoint.ts'
import { canonical } from '../src/jcs.ts'
import { commitment } from '../src/journal.ts'
import { makeManifest, manifestBytes, type SessionFact } from '../src/manifest.ts'
import { consistencyProof, inclusionProof, leafHash, root, type Tree, tree } from '../src/merkle.ts'
import { metaOf } from '../src/meta.ts'
import { chainNext, genesis } from '../src/node/chain.ts'
import { hashingSync, sha256 } from '../src/node/hash.ts'
import type { KeyUse } from '../src/keys.ts'
import { type Signer, signerFromPem } from '../src/node/sign.ts'
import { FLAG, FORMAT, KIND, type Kind, type RecordHeader, writeHeader } from '../src/record.ts'
import { receiptBytes, receiptOf } from '../src/receipt.ts'

export type Random = () => number
/** mulberry32: the same seed, the same recording. */
export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same key in every run, so that a failed round can be made again. */
function fixedSigner(use: KeyUse): Signer {
  const der = concat(
    new Uint8Array(Buffer.from('302e020100300506032b657004220420', 'hex')),
    sha256(utf8(use)),
  )
  return signerFromPem(`-----BEGIN PRIVATE KEY-----\n${base64(der)}\n-----END PRIVATE KEY-----\n`, use, 7)
}

export const signers = {
  manifest: fixedSigner('manifest'),
  log: fixedSigner('log'),
  receipt: fixedSigner('receipt'),
}
export const keys = Object.values(signers).map((signer) => signer.publicKey)

const START = 1_800_000_000_000
const pick = (draw: Random, below: number) => Math.floor(draw() * below)
const octets = (draw: Random, length: number) => Uint8Array.from({ length }, () => pick(draw, 256))

type Made = { readonly header: RecordHeader; readonly bytes: Uint8Array; readonly payload: Uint8Array }

/** The client's side of one track: two epochs, each INIT + MEDIA, then END. */
function clientTrack(
  draw: Random,
  tid: 'cam' | 'screen' | 'events',
  start: Uint8Array,
  fragments: number,
): Made[] {
  const made: Made[] = []
  let prev = start
  const add = (kind: Kind, epoch: number, at: number, dur: number, payload: Uint8Array) => {
    const header: RecordHeader = {
      kind,
      flags: kind === KIND.media ? FLAG.key | FLAG.video : 0,
      epoch,
      seq: made.length,
      wallMs: START + at + 0.25,
      mediaTs: at / 1000,
      dur: dur / 1000,
      payloadLen: payload.length,
      track: trackNumbers[tid],
      format: tid === 'events' ? FORMAT.json : kind <= KIND.media ? FORMAT.webmVp9 : FORMAT.none,
      sha256: sha256(payload),
      prev,
      monoMs: at,
    }
    const bytes = writeHeader(header)
    prev = sha256(bytes)
    made.push({ header, bytes, payload })
  }
  const half = Math.ceil(fragments / 2)
  for (let i = 0; i < fragments; i++) {
    const epoch = i < half ? 0 : 1
    if (tid === 'events') add(KIND.event, epoch, i * 2000, 0, utf8(canonical({ type: 'mode', i })))
    else {
      if (i === 0 || i === half) add(KIND.init, epoch, i * 2000, 0, octets(draw, 12 + pick(draw, 20)))
      add(KIND.media, epoch, i * 2000, 2000, octets(draw, 40 + pick(draw, 200)))
    }
  }
  add(KIND.end, 1, fragments * 2000, 0, new Uint8Array())
  return made
}

export type Wishes = {
  readonly fragments?: number
  /** The n-th media record of `cam` that never reaches the server. */
  readonly lose?: readonly number[]
  readonly withoutLog?: boolean
  readonly signers?: Record<'manifest' | 'log' | 'receipt', Signer>
}

export type Recording = {
  readonly input: BundleInput
  /** Leaves of the journal before and after the closing. */
  readonly log: { readonly tree: Tree; readonly checkpoint: (size: number) => string }
}

export function recording(seed: number, wishes: Wishes = {}): Recording {
  const draw = random(seed)
  const by = wishes.signers ?? signers
  const fragments = wishes.fragments ?? 4
  const sid = `ses_${hex(octets(draw, 8))}`
  const events: SessionFact[] = [
    { type: 'authorized', at_ms: START, deadline_ms: START + fragments * 2000 },
    { type: 'deauthorized', at_ms: START + fragments * 2000, cause: 'by_examinee' },
  ]
  const payloads = new Map<string, Uint8Array>()
  const records: Receipted[] = []
  const tracks = (['cam', 'events', 'screen'] as const).map((tid) => {
    const nonce = octets(draw, 32)
    const start = genesis(sid, tid, nonce)
    const sent = clientTrack(draw, tid, start, fragments).filter(
      ({ header }) => !(tid === 'cam' && wishes.lose?.includes(header.seq)),
    )
    // Some come out of order, as after a lost connection.
    const order = sent
      .map((made, i) => ({ made, at: i + (draw() < 0.2 ? 2 : 0) }))
      .sort((a, b) => a.at - b.at)
    let [link, clock] = [start, 0]
    const accepted = order.map(({ made: { header, bytes, payload } }, n): Receipted => {
      clock = Math.max(clock, Math.round(header.wallMs + header.dur * 1000) + 300 + pick(draw, 400))
      const meta = metaOf(header, sha256(bytes), { sid, tid, n, srvMs: clock })
      link = chainNext(link, meta)
      payloads.set(`${tid} ${header.seq}`, payload)
      const sig = by.receipt.sign(receiptBytes(receiptOf(meta, link)))
      return { meta, header, headerBytes: bytes, sig, keyId: by.receipt.keyId }
    })
    records.push(...accepted)
    return { tid, nonce, records: accepted }
  })
  const manifest = hashingSync(
    makeManifest(
      {
        tenant: 'ten_school',
        exam: 'exm_algebra',
        sid,
        window: { from: START, to: START + fragments * 2000 },
        closedMs: START + fragments * 2000 + 60_000,
        policy: hex(sha256(utf8('policy'))),
        events,
        tracks,
      },
      by.manifest.keyId,
    ),
  )
  const salt = octets(draw, 16)
  const details = { manifest: hex(sha256(manifestBytes(manifest))) }
  const leaf = canonical({
    v: 1,
    seq: 9,
    action: 'recording.close',
    object: sid,
    details: hex(hashingSync(commitment(salt, details))),
  })
  const leaves = Array.from({ length: 20 }, (_, i) =>
    i === 9 ? leaf : canonical({ v: 1, seq: i, action: 'x' }),
  )
  const whole = hashingSync(tree(leaves.map((text) => hashingSync(leafHash(utf8(text))))))
  const checkpoint = (size: number): string => {
    const head = {
      origin: 'school.example/journal',
      size: BigInt(size),
      root: hashingSync(root((whole.levels[0] ?? []).slice(0, size))),
    }
    const raw = new Uint8Array(Buffer.from(by.log.publicKey.key, 'base64'))
    return signedCheckpoint(
      head,
      hashingSync(keyHint(head.origin, raw)),
      by.log.sign(utf8(checkpointBody(head))),
    )
  }
  const heads = [11, 16].map(
    (size): EarlierHead => ({
      checkpoint: checkpoint(size),
      proof: hashingSync(consistencyProof(whole, size)).map(base64),
    }),
  )
  const proof = hashingSync(inclusionProof(whole, 9)).map(base64)
  const entry = { leaf, index: 9, proof, salt: hex(salt), details }
  return {
    log: { tree: whole, checkpoint },
    input: {
      readme: 'Как проверить эту запись\n',
      manifest,
      signature: by.manifest.sign(manifestBytes(manifest)),
      keys: Object.values(by).map((signer) => signer.publicKey),
      events,
      records,
      log: wishes.withoutLog ? null : { checkpoint: checkpoint(20), entry, heads },
      read: async function* (tid, from, to) {
        for (let seq = from; seq <= to; seq++) {
          const payload = payloads.get(`${tid} ${seq}`)
          if (payload) yield { seq, payload }
        }
      },
    },
  }
}

export type Files = Map<string, Uint8Array>

export async function filesOf(input: BundleInput): Promise<Files> {
  const files: Files = new Map()
  for (const { name, chunks } of bundleEntries(input)) {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(Uint8Array.from(chunk))
    files.set(name, concat(...parts))
  }
  return files
}

export async function zipped(files: Files): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of zip([...files].map(([name, bytes]) => ({ name, chunks: [bytes] }))))
    parts.push(part)
  return concat(...parts)
}

export const sourceOf = async (files: Files) => bytesSource(await zipped(files))
