// Reads just enough of WebM to know what a cluster holds and to cut a stream at cluster and block borders.
import { concat } from '@ochno/evidence/bytes'

const CLUSTER = 0x1f43b675
const TIMESTAMP = 0xe7
const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const SEGMENT = 0x18538067

export type Element = {
  readonly id: number
  readonly body: number /** null: unknown size */
  readonly size: number | null
}

export function readElement(bytes: Uint8Array, at: number): Element | null {
  const id = readVint(bytes, at, false)
  if (!id) return null
  const size = readVint(bytes, at + id.length, true)
  if (!size) return null
  return { id: id.value, body: at + id.length + size.length, size: size.unknown ? null : size.value }
}

function readVint(bytes: Uint8Array, at: number, strip: boolean) {
  const first = bytes[at]
  if (first === undefined || first === 0) return null
  const length = Math.clz32(first) - 23
  if (length > 8 || at + length > bytes.length) return null
  let value = strip ? first & (0xff >> length) : first
  let ones = (first & (0xff >> length)) === 0xff >> length
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0
    value = value * 256 + byte
    ones &&= byte === 0xff
  }
  return { value, length, unknown: strip && ones }
}

export type ClusterFacts = {
  readonly startMs: number
  readonly lastMs: number
  /** Track number → time of its last block. */
  readonly lastByTrack: ReadonlyMap<number, number>
  readonly key: boolean
  /** Length up to the last whole block: what is left of a cluster whose writer was killed. */
  readonly whole: number
}

/** Null when the bytes do not begin with a cluster that holds a timestamp and one whole block. */
export function clusterFacts(bytes: Uint8Array): ClusterFacts | null {
  const head = readElement(bytes, 0)
  if (head?.id !== CLUSTER) return null
  const end = head.size === null ? bytes.length : Math.min(bytes.length, head.body + head.size)
  let startMs: number | null = null
  let lastMs = 0
  let key = false
  let whole = 0
  const lastByTrack = new Map<number, number>()
  for (let at = head.body; at < end; ) {
    const element = readElement(bytes, at)
    if (!element || element.size === null || element.body + element.size > end) break
    const next = element.body + element.size
    if (element.id === TIMESTAMP) {
      startMs = 0
      for (let i = element.body; i < next; i++) startMs = startMs * 256 + (bytes[i] ?? 0)
    } else if ((element.id === SIMPLE_BLOCK || element.id === BLOCK_GROUP) && startMs !== null) {
      const body = element.id === SIMPLE_BLOCK ? element.body : innerBlock(bytes, element)
      const number = body === null ? null : readVint(bytes, body, true)
      if (body === null || !number) break
      const view = new DataView(bytes.buffer, bytes.byteOffset)
      const time = startMs + view.getInt16(body + number.length)
      if (lastByTrack.size === 0)
        key = element.id === BLOCK_GROUP || ((bytes[body + number.length + 2] ?? 0) & 0x80) !== 0
      lastByTrack.set(number.value, Math.max(lastByTrack.get(number.value) ?? 0, time))
      lastMs = Math.max(lastMs, time)
      whole = next
    }
    at = next
  }
  return startMs === null || lastByTrack.size === 0 ? null : { startMs, lastMs, lastByTrack, key, whole }
}

function innerBlock(bytes: Uint8Array, group: Element): number | null {
  for (let at = group.body; at < group.body + (group.size ?? 0); ) {
    const element = readElement(bytes, at)
    if (!element || element.size === null) return null
    if (element.id === BLOCK) return element.body
    at = element.body + element.size
  }
  return null
}

/**
 * Cuts MediaRecorder's stream, whose chunks do not begin at clusters, into head and clusters. A walk over the elements,
 * not a search for the id, which also occurs inside pictures.
 */
export class WebmSplitter {
  #held: Uint8Array = new Uint8Array(0)
  #head: number | null = null
  /** Walked so far inside the held bytes. */
  #at = 0
  #inCluster = false

  push(chunk: Uint8Array): { init: Uint8Array | null; clusters: Uint8Array[] } {
    this.#held = concat(this.#held, chunk)
    const clusters: Uint8Array[] = []
    let init: Uint8Array | null = null
    for (;;) {
      const element = readElement(this.#held, this.#at)
      if (!element) break
      const opens = element.id === CLUSTER
      if (opens) {
        const before = this.#held.slice(0, this.#at)
        if (this.#head === null) {
          this.#head = this.#at
          init = before
        } else if (this.#inCluster && before.length > 0) clusters.push(before)
        this.#held = this.#held.slice(this.#at)
        this.#inCluster = true
        this.#at = (readElement(this.#held, 0) as Element).body
        continue
      }
      if (element.id === SEGMENT) {
        this.#at = element.body
        continue
      }
      if (element.size === null || element.body + element.size > this.#held.length) break
      this.#at = element.body + element.size
    }
    return { init, clusters }
  }

  /** The last cluster, when the recorder has stopped. */
  rest(): Uint8Array | null {
    const facts = this.#inCluster ? clusterFacts(this.#held) : null
    return facts ? this.#held.slice(0, facts.whole) : null
  }
}
