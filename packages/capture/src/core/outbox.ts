// One track's records on the examinee's disk: written and flushed before they are sent, deleted only when the uploader says
// that a verified receipt matches. Append-only files of about 8 MiB; a file goes when nothing in it is needed.
import { equal, hex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/hash'
import { HEADER, type RecordHeader, readHeader } from '@ochno/evidence/record'
import { crc32 } from './crc32.ts'
import type { SealBox } from './seal-box.ts'
import type { Store, StoreFile } from './store.ts'
import { type TrackState, TrackStateFile } from './track-state.ts'
import type { Waiting } from './uploader-types.ts'

const FILE_BYTES = 8 * 1024 * 1024
const PREFIX = 16
const MAGIC = 0x4f425831 // 'OBX1'

type Spot = {
  readonly file: Segment
  readonly at: number
  readonly boxLength: number
  readonly header: Uint8Array
  readonly waiting: Waiting
}
type Segment = { readonly no: number; readonly name: string; readonly handle: StoreFile; live: number }

export type Recovery = {
  readonly state: TrackState | null
  readonly records: readonly Waiting[]
  /** Records or bytes in the middle were unreadable: what followed them is gone. A torn tail alone is not damage. */
  readonly damaged: boolean
}

export class Outbox {
  readonly #store: Store
  readonly #name: string
  readonly #about0: string
  readonly #box: SealBox
  readonly #spots = new Map<number, Spot>()
  #files: Segment[] = []
  #state: TrackStateFile
  #last: TrackState | null = null

  private constructor(store: Store, name: string, about: string, box: SealBox, state: TrackStateFile) {
    this.#about0 = about
    this.#store = store
    this.#name = name
    this.#box = box
    this.#state = state
  }

  /** `about` binds a sealed record to its session and track. */
  static async open(
    store: Store,
    name: string,
    about: string,
    box: SealBox,
  ): Promise<{ outbox: Outbox; recovery: Recovery }> {
    const outbox = new Outbox(store, name, about, box, new TrackStateFile(await store.open(`${name}.state`)))
    return { outbox, recovery: await outbox.#recover() }
  }

  /** Durable when it resolves. */
  async append(
    header: Uint8Array,
    payload: Uint8Array,
    waiting: Waiting,
    state: Omit<TrackState, 'firstFile'>,
  ): Promise<void> {
    const box = await this.#box.seal(payload, this.#about(header))
    const file = await this.#fileFor(PREFIX + HEADER + box.length)
    this.#write(file, header, box, waiting)
    file.handle.flush()
    this.#saveState({ ...state, firstFile: this.#last?.firstFile ?? 0 })
  }

  async read(seq: number): Promise<{ header: Uint8Array; payload: Uint8Array } | null> {
    const spot = this.#spots.get(seq)
    if (!spot) return null
    const payload = await this.#payload(spot)
    return payload && { header: spot.header, payload }
  }

  async all(): Promise<{ header: RecordHeader; payload: Uint8Array }[]> {
    const found: { header: RecordHeader; payload: Uint8Array }[] = []
    for (const spot of [...this.#spots.values()].sort((a, b) => a.waiting.seq - b.waiting.seq)) {
      const [header, payload] = [readHeader(spot.header), await this.#payload(spot)]
      if (header && payload) found.push({ header, payload })
    }
    return found
  }

  header(seq: number): Uint8Array | null {
    return this.#spots.get(seq)?.header ?? null
  }

  async drop(seq: number): Promise<void> {
    const spot = this.#spots.get(seq)
    if (!spot) return
    this.#spots.delete(seq)
    spot.file.live--
    if (spot.file.live > 0) return
    // The chain's head must be on the disk before the last record that also tells it leaves.
    this.#state.flush()
    // From the front only, so that what remains is one unbroken chain.
    for (let first = this.#files[0]; first && first.live === 0; first = this.#files[0]) {
      if (first === this.#files.at(-1)) {
        first.handle.truncate(0)
        return
      }
      await this.#discard(first)
    }
  }

  /** Replaces everything that waits. Only records without a receipt may be given here. */
  async replaceAll(
    records: readonly { header: Uint8Array; payload: Uint8Array; waiting: Waiting }[],
    state: Omit<TrackState, 'firstFile'>,
  ): Promise<void> {
    const old = this.#files
    this.#spots.clear()
    this.#files = []
    let first = (old.at(-1)?.no ?? 0) + 1
    const start = first
    for (const record of records) {
      const box = await this.#box.seal(record.payload, this.#about(record.header))
      const file = await this.#fileFor(PREFIX + HEADER + box.length, first)
      first = file.no
      this.#write(file, record.header, box, record.waiting)
    }
    for (const file of this.#files) file.handle.flush()
    this.#saveState({ ...state, firstFile: start })
    this.#state.flush()
    for (const file of old) {
      file.handle.close()
      await this.#store.remove(file.name)
    }
  }

  bytes(): number {
    return this.#files.reduce((sum, file) => sum + file.handle.size(), 0)
  }

  close(): void {
    this.#state.flush()
    this.#state.close()
    for (const file of this.#files) file.handle.close()
    this.#files = []
  }

  #about(header: Uint8Array): string {
    return `${this.#about0}|${hex(header.subarray(80, 112))}`
  }

  #saveState(state: TrackState): void {
    this.#last = state
    this.#state.write(state)
  }

  #write(file: Segment, header: Uint8Array, box: Uint8Array, waiting: Waiting): void {
    const bytes = new Uint8Array(PREFIX + HEADER + box.length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, MAGIC)
    view.setUint32(4, waiting.seq)
    view.setUint32(8, box.length)
    bytes.set(header, PREFIX)
    view.setUint32(12, crc32(header))
    bytes.set(box, PREFIX + HEADER)
    const at = file.handle.size()
    try {
      file.handle.write(at, bytes)
    } catch (error) {
      // A full disk may have taken a part of it.
      file.handle.truncate(at)
      throw error
    }
    file.live++
    this.#spots.set(waiting.seq, { file, at, boxLength: box.length, header, waiting })
  }

  async #fileFor(length: number, no = 1): Promise<Segment> {
    const last = this.#files.at(-1)
    if (last && (last.handle.size() === 0 || last.handle.size() + length <= FILE_BYTES)) return last
    return this.#openFile(last ? last.no + 1 : Math.max(no, this.#last?.firstFile ?? 0))
  }

  async #openFile(no: number): Promise<Segment> {
    const name = `${this.#name}.${String(no).padStart(6, '0')}.log`
    const file = { no, name, handle: await this.#store.open(name), live: 0 }
    this.#files.push(file)
    return file
  }

  async #discard(file: Segment): Promise<void> {
    this.#files = this.#files.filter((f) => f !== file)
    file.handle.close()
    await this.#store.remove(file.name)
  }

  async #payload(spot: Spot): Promise<Uint8Array | null> {
    const box = spot.file.handle.read(spot.at + PREFIX + HEADER, spot.boxLength)
    const payload = await this.#box.open(box, this.#about(spot.header))
    return payload && hex(await sha256(payload)) === spot.waiting.sha256 ? payload : null
  }

  async #recover(): Promise<Recovery> {
    const saved = this.#state.read()
    const numbers = (await this.#store.names())
      .map((name) =>
        name.startsWith(`${this.#name}.`) && name.endsWith('.log')
          ? Number(name.slice(this.#name.length + 1, -4))
          : Number.NaN,
      )
      .filter((no) => !Number.isNaN(no))
      .sort((a, b) => a - b)
    let previous: { head: Uint8Array; header: RecordHeader } | null = null
    let damaged = false
    for (const no of numbers) {
      const file = await this.#openFile(no)
      if (damaged || no < (saved?.firstFile ?? 0)) {
        await this.#discard(file)
        continue
      }
      for (let at = 0; at < file.handle.size(); ) {
        const spot = await this.#entryAt(file, at)
        const linked = spot && (previous === null || equal(spot.parsed.prev, previous.head))
        if (!spot || !linked || !(await this.#payload(spot))) {
          const torn = !spot && no === numbers.at(-1)
          damaged = !torn
          file.handle.truncate(at)
          break
        }
        this.#spots.set(spot.waiting.seq, spot)
        file.live++
        previous = { head: await sha256(spot.header), header: spot.parsed }
        at += PREFIX + HEADER + spot.boxLength
      }
      if (file.live === 0 && no !== numbers.at(-1)) await this.#discard(file)
    }
    const records = [...this.#spots.values()].map((spot) => spot.waiting)
    let state = damaged && !previous ? null : saved
    // What the files hold is newer than the state when the machine stopped between the two writes, and truer when damaged.
    if (previous && (damaged || !state || previous.header.seq + 1 > state.next))
      state = {
        next: previous.header.seq + 1,
        epoch: Math.max(previous.header.epoch, saved?.epoch ?? 0),
        head: previous.head,
        mono: Math.max(previous.header.monoMs, saved?.mono ?? 0),
        wall: Math.max(previous.header.wallMs, saved?.wall ?? 0),
        firstFile: saved?.firstFile ?? 0,
      }
    this.#last = state
    return { state, records, damaged }
  }

  async #entryAt(file: Segment, at: number): Promise<(Spot & { parsed: RecordHeader }) | null> {
    const head = file.handle.read(at, PREFIX + HEADER)
    if (head.length < PREFIX + HEADER) return null
    const view = new DataView(head.buffer)
    const header = head.slice(PREFIX)
    const boxLength = view.getUint32(8)
    if (view.getUint32(0) !== MAGIC || view.getUint32(12) !== crc32(header)) return null
    if (at + PREFIX + HEADER + boxLength > file.handle.size()) return null
    const parsed = readHeader(header)
    if (!parsed) return null
    return { file, at, boxLength, header, parsed, waiting: await waitingOf(header, parsed) }
  }
}

export async function waitingOf(header: Uint8Array, parsed: RecordHeader): Promise<Waiting> {
  return {
    kind: parsed.kind,
    seq: parsed.seq,
    epoch: parsed.epoch,
    size: parsed.payloadLen,
    sha256: hex(parsed.sha256),
    head: hex(await sha256(header)),
    wallMs: parsed.wallMs,
  }
}
