// Records as an examinee's browser makes them: numbered, hashed, chained.
import { hex } from '@ochno/evidence/bytes'
import { genesis } from '@ochno/evidence/node/chain'
import { sha256 } from '@ochno/evidence/node/hash'
import {
  FLAG,
  FORMAT,
  HEADER,
  KIND,
  type Kind,
  type RecordHeader,
  writeHeader,
  writePart,
} from '@ochno/evidence/record'
import type { Operation } from './history.ts'

export type MadeRecord = {
  readonly header: Uint8Array
  readonly payload: Uint8Array
  readonly frame: Uint8Array
  readonly op: Operation
}

export type RecordMaker = {
  readonly next: () => number
  readonly epoch: () => number
  readonly make: (kind: Kind, payload: Uint8Array, more?: Partial<RecordHeader>) => MadeRecord
  readonly restart: () => void
}

type Start = { readonly sid: string; readonly tid: string; readonly no: number; readonly nonce: Uint8Array }

export function recordMaker({ sid, tid, no, nonce }: Start, clock: () => number = Date.now): RecordMaker {
  let prev: Uint8Array = genesis(sid, tid, nonce)
  let seq = 0
  let epoch = 0
  const began = clock()
  return {
    next: () => seq,
    epoch: () => epoch,
    restart: () => {
      epoch++
    },
    make: (kind, payload, more = {}) => {
      const hash = more.sha256 ?? sha256(payload)
      const json = kind === KIND.gap || kind === KIND.event
      const now = clock()
      const header = writeHeader({
        kind,
        flags: kind === KIND.media ? FLAG.key | FLAG.audio | FLAG.video : 0,
        epoch,
        seq,
        wallMs: now,
        mediaTs: (now - began) / 1000,
        dur: kind === KIND.media ? 2 : 0,
        payloadLen: payload.length,
        track: no,
        format: json ? FORMAT.json : kind === KIND.end ? FORMAT.none : FORMAT.webmVp8,
        monoMs: now - began,
        ...more,
        sha256: hash,
        prev,
      })
      prev = sha256(header)
      const frame = new Uint8Array(HEADER + payload.length)
      frame.set(header)
      frame.set(payload, HEADER)
      const op = { sid, tid, epoch, seq, kind, size: payload.length, sha256: hex(hash), head: hex(prev) }
      seq++
      return { header: frame.subarray(0, HEADER), payload: frame.subarray(HEADER), frame, op }
    },
  }
}

export const partsOf = (
  no: number,
  epoch: number,
  seq: number,
  payload: Uint8Array,
  count: number,
): Uint8Array[] => {
  const size = Math.max(1, Math.ceil(payload.length / count))
  const parts: Uint8Array[] = []
  for (let offset = 0; offset < payload.length; offset += size)
    parts.push(writePart({ track: no, seq, offset, epoch, bytes: payload.subarray(offset, offset + size) }))
  return parts
}
