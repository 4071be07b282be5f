// Reads only what zip-write makes: stored entries, one after the other, nothing between, before or behind them.
// Whatever else a ZIP may be is refused, so two programs can not see two different contents in one file.
import { crc32 } from './crc32.ts'
import type { Unread } from './report.ts'

/** A file on a disk or a Blob in a page. */
export type Source = {
  readonly size: number
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

export type Stored = {
  readonly name: string
  readonly from: number
  readonly size: number
  readonly crc: number
}

export class Unreadable extends Error {
  readonly why: Unread
  constructor(why: Unread) {
    super(why)
    this.why = why
  }
}

const MAX_ENTRIES = 10_000
const MAX_DIRECTORY = 8 * 1024 * 1024

export async function readZip(source: Source): Promise<ReadonlyMap<string, Stored>> {
  const end = await endOf(source)
  const rows = new View(await source.read(end.at, end.at + end.size))
  const entries = new Map<string, Stored>()
  let expected = 0
  for (let i = 0; i < end.count; i++) {
    const row = directoryRow(rows)
    if (row.at !== expected) throw new Unreadable('entries do not follow each other')
    if (entries.has(row.name)) throw new Unreadable('one name twice')
    const { from, next } = await localEntry(source, row, end.at)
    entries.set(row.name, { name: row.name, from, size: row.size, crc: row.crc })
    expected = next
  }
  if (expected !== end.at || rows.left !== 0) throw new Unreadable('bytes outside the entries')
  return entries
}

/** False when the stored checksum is not that of the bytes. */
export async function checksumHolds(source: Source, entry: Stored): Promise<boolean> {
  let crc = 0
  for (let at = entry.from; at < entry.from + entry.size; at += 1 << 20)
    crc = crc32(await source.read(at, Math.min(at + (1 << 20), entry.from + entry.size)), crc)
  return crc === entry.crc
}

class View {
  private at = 0
  private readonly view: DataView
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  get left(): number {
    return this.bytes.length - this.at
  }
  private step(by: number): number {
    if (this.left < by) throw new Unreadable('cut short')
    this.at += by
    return this.at - by
  }
  u16 = (): number => this.view.getUint16(this.step(2), true)
  u32 = (): number => this.view.getUint32(this.step(4), true)
  u64 = (): number => {
    const value = this.view.getBigUint64(this.step(8), true)
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unreadable('a size beyond reason')
    return Number(value)
  }
  text = (length: number): string => {
    const at = this.step(length)
    const text = String.fromCharCode(...this.bytes.subarray(at, at + length))
    if (!/^[A-Za-z0-9._/-]+$/.test(text)) throw new Unreadable('a name of other letters')
    return text
  }
  expect = (...pairs: readonly (readonly [number, number])[]): void => {
    for (const [found, wanted] of pairs) if (found !== wanted) throw new Unreadable('not as Ochno writes it')
  }
}

const U32 = 0xffffffff

async function endOf(source: Source): Promise<{ count: number; size: number; at: number }> {
  if (source.size < 22) throw new Unreadable('not a ZIP file')
  const tail = new View(await source.read(source.size - 22, source.size))
  if (tail.u32() !== 0x06054b50) throw new Unreadable('not a ZIP file')
  tail.expect([tail.u16(), 0], [tail.u16(), 0])
  const [count, count2, size, at, comment] = [tail.u16(), tail.u16(), tail.u32(), tail.u32(), tail.u16()]
  tail.expect([count, count2], [comment, 0])
  const end = at === U32 ? await end64Of(source) : { count, size, at, behind: source.size - 22 }
  if (end.at + end.size !== end.behind || end.count > MAX_ENTRIES || end.size > MAX_DIRECTORY)
    throw new Unreadable('the directory is not where it says')
  return end
}

async function end64Of(source: Source) {
  const from = source.size - 22 - 76
  if (from < 0) throw new Unreadable('cut short')
  const view = new View(await source.read(from, from + 76))
  view.expect(
    [view.u32(), 0x06064b50],
    [view.u64(), 44],
    [view.u16(), 45],
    [view.u16(), 45],
    [view.u32(), 0],
    [view.u32(), 0],
  )
  const [count, count2, size, at] = [view.u64(), view.u64(), view.u64(), view.u64()]
  view.expect([count, count2], [view.u32(), 0x07064b50], [view.u32(), 0], [view.u64(), from], [view.u32(), 1])
  return { count, size, at, behind: from }
}

type Row = { name: string; crc: number; size: number; at: number; huge: boolean }

function directoryRow(view: View): Row {
  view.expect([view.u32(), 0x02014b50])
  const needs = view.u16()
  view.expect([view.u16(), needs], [view.u16(), 0x0808], [view.u16(), 0], [view.u16(), 0], [view.u16(), 0x21])
  const [crc, packed, size32, nameLength, extraLength] = [
    view.u32(),
    view.u32(),
    view.u32(),
    view.u16(),
    view.u16(),
  ]
  view.expect([packed, size32], [view.u16(), 0], [view.u16(), 0], [view.u16(), 0], [view.u32(), 0])
  const at32 = view.u32()
  const name = view.text(nameLength)
  const huge = extraLength > 0
  view.expect([needs, huge ? 45 : 20], [extraLength, huge ? 28 : 0])
  if (!huge) return { name, crc, size: size32, at: at32, huge }
  view.expect([view.u16(), 1], [view.u16(), 24], [size32, U32], [at32, U32])
  const [size, size2, at] = [view.u64(), view.u64(), view.u64()]
  view.expect([size, size2])
  return { name, crc, size, at, huge }
}

async function localEntry(source: Source, row: Row, limit: number): Promise<{ from: number; next: number }> {
  const fixed = new View(await source.read(row.at, Math.min(row.at + 30, limit)))
  fixed.expect([fixed.u32(), 0x04034b50])
  const needs = fixed.u16()
  fixed.expect(
    [fixed.u16(), 0x0808],
    [fixed.u16(), 0],
    [fixed.u16(), 0],
    [fixed.u16(), 0x21],
    [fixed.u32(), 0],
  )
  const [packed, size, nameLength, extraLength] = [fixed.u32(), fixed.u32(), fixed.u16(), fixed.u16()]
  const huge = needs === 45
  fixed.expect(
    [packed, huge ? U32 : 0],
    [size, packed],
    [needs, huge ? 45 : 20],
    [extraLength, huge ? 20 : 0],
  )
  const from = row.at + 30 + nameLength + extraLength
  const behind = from + row.size
  const next = behind + (huge ? 24 : 16)
  if (next > limit) throw new Unreadable('an entry reaches into the directory')
  const rest = new View(await source.read(row.at + 30, from))
  if (rest.text(nameLength) !== row.name) throw new Unreadable('two names for one entry')
  if (huge) rest.expect([rest.u16(), 1], [rest.u16(), 16], [rest.u64(), 0], [rest.u64(), 0])
  const tail = new View(await source.read(behind, next))
  tail.expect([tail.u32(), 0x08074b50], [tail.u32(), row.crc])
  const sizes = huge ? [tail.u64(), tail.u64()] : [tail.u32(), tail.u32()]
  for (const said of sizes) tail.expect([said, row.size])
  return { from, next }
}
