// Only what a sheet needs of ZIP: the directory at the end, stored and deflated entries, and limits a bomb meets.
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const END = 0x06054b50
const ENTRY = 0x02014b50
const MOST_ENTRIES = 2_000
const MOST_BYTES = 32 * 1024 * 1024

export class BadZip extends Error {}

export type Zip = {
  readonly names: readonly string[]
  readonly read: (name: string) => Promise<Buffer | null>
}

export function openZip(given: Uint8Array): Zip {
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const from = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (from < 0 || from + 22 > file.length || file.readUInt32LE(from) !== END) throw new BadZip('no directory')
  const count = file.readUInt16LE(from + 10)
  if (count > MOST_ENTRIES) throw new BadZip('too many entries')
  const entries = new Map<string, { method: number; packed: number; at: number }>()
  let at = file.readUInt32LE(from + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new BadZip('a broken directory')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    // Bit 0: encrypted.
    if (file.readUInt16LE(at + 8) & 1) throw new BadZip('a password')
    entries.set(name, {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  let left = MOST_BYTES
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.at + 30 > file.length) throw new BadZip('an entry outside')
      const start = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28)
      const packed = file.subarray(start, start + entry.packed)
      if (packed.length !== entry.packed) throw new BadZip('an entry outside')
      if (entry.method !== 0 && entry.method !== 8) throw new BadZip('an unknown method')
      // The size is what comes out, not what the directory promises.
      const bytes =
        entry.method === 0
          ? packed
          : await inflate(packed, { maxOutputLength: Math.max(1, left) }).catch((cause: Error) => {
              throw new BadZip('not inflated', { cause })
            })
      left -= bytes.length
      if (left < 0) throw new BadZip('too large')
      return bytes
    },
  }
}
