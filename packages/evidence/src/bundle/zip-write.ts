// A ZIP whose bytes are given out as they are made: stored (video does not shrink), zip64 where sizes ask for it.
import { concat, utf8 } from '../bytes.ts'
import { crc32 } from './crc32.ts'

export type ZipEntry = {
  readonly name: string
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** Only to choose 64-bit sizes before the bytes are seen. */
  readonly mayBeHuge?: boolean
}

type Written = { readonly name: Uint8Array; readonly crc: number; readonly size: number; readonly at: number }

const U32 = 0xffffffff
const FLAGS = 0x0808 // sizes follow the data; names are UTF-8
const DOS_DATE = 0x0021 // 1 January 1980: the bundle's own times are inside it

export async function* zip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for await (const entry of entries) {
    const name = utf8(entry.name)
    const start = at
    const head = localHeader(name, entry.mayBeHuge === true)
    at += head.length
    yield head
    let [crc, size] = [0, 0]
    for await (const chunk of entry.chunks) {
      crc = crc32(chunk, crc)
      size += chunk.length
      yield chunk
    }
    if (size >= U32 && !entry.mayBeHuge) throw new Error('an entry of 4 GiB must say so beforehand')
    const tail = descriptor(crc, size, entry.mayBeHuge === true)
    at += size + tail.length
    yield tail
    written.push({ name, crc, size, at: start })
  }
  yield directory(written, at)
}

function fields(...parts: readonly (readonly [bits: 16 | 32 | 64, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, [bits]) => sum + bits / 8, 0))
  const to = new DataView(bytes.buffer)
  let at = 0
  for (const [bits, value] of parts) {
    if (bits === 16) to.setUint16(at, value, true)
    else if (bits === 32) to.setUint32(at, value, true)
    else to.setBigUint64(at, BigInt(value), true)
    at += bits / 8
  }
  return bytes
}

function localHeader(name: Uint8Array, huge: boolean): Uint8Array {
  const extra = huge ? fields([16, 1], [16, 16], [64, 0], [64, 0]) : new Uint8Array()
  const sizes = huge ? U32 : 0
  return concat(
    fields([32, 0x04034b50], [16, huge ? 45 : 20], [16, FLAGS], [16, 0], [16, 0], [16, DOS_DATE]),
    fields([32, 0], [32, sizes], [32, sizes], [16, name.length], [16, extra.length]),
    name,
    extra,
  )
}

const descriptor = (crc: number, size: number, huge: boolean): Uint8Array =>
  fields([32, 0x08074b50], [32, crc], [huge ? 64 : 32, size], [huge ? 64 : 32, size])

function directory(written: readonly Written[], at: number): Uint8Array {
  const rows = concat(...written.map(directoryRow))
  const huge = at >= U32 || written.length >= 0xffff || rows.length >= U32
  const count = huge ? 0xffff : written.length
  const [size, start] = huge ? [U32, U32] : [rows.length, at]
  return concat(
    rows,
    huge ? directory64(written.length, rows.length, at) : new Uint8Array(),
    fields([32, 0x06054b50], [16, 0], [16, 0], [16, count], [16, count], [32, size], [32, start], [16, 0]),
  )
}

function directoryRow({ name, crc, size, at }: Written): Uint8Array {
  const huge = size >= U32 || at >= U32
  const extra = huge ? fields([16, 1], [16, 24], [64, size], [64, size], [64, at]) : new Uint8Array()
  const [size32, at32] = huge ? [U32, U32] : [size, at]
  const needs = huge ? 45 : 20
  return concat(
    fields([32, 0x02014b50], [16, needs], [16, needs], [16, FLAGS], [16, 0], [16, 0], [16, DOS_DATE]),
    fields([32, crc], [32, size32], [32, size32], [16, name.length], [16, extra.length]),
    fields([16, 0], [16, 0], [16, 0], [32, 0], [32, at32]),
    name,
    extra,
  )
}

const directory64 = (count: number, size: number, at: number): Uint8Array =>
  concat(
    fields([32, 0x06064b50], [64, 44], [16, 45], [16, 45], [32, 0], [32, 0]),
    fields([64, count], [64, count], [64, size], [64, at]),
    fields([32, 0x07064b50], [32, 0], [64, at + size], [32, 1]),
  )
