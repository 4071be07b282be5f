// Ways in which a bundle's files may be changed by somebody without the keys, or by a bad disk.
import { concat } from '../src/bytes.ts'
import type { Files, Random } from './recording.ts'

const below = (draw: Random, n: number) => Math.floor(draw() * n)

const changes: readonly ((bytes: Uint8Array, draw: Random) => Uint8Array)[] = [
  (bytes, draw) => {
    const out = Uint8Array.from(bytes)
    const at = below(draw, out.length)
    out[at] = (out[at] as number) ^ (1 << below(draw, 8))
    return out
  },
  (bytes, draw) => bytes.subarray(0, below(draw, bytes.length)),
  (bytes, draw) => {
    const at = below(draw, bytes.length)
    return concat(bytes.subarray(0, at), bytes.subarray(at + 1))
  },
  (bytes, draw) => {
    const [from, to] = [below(draw, bytes.length), below(draw, bytes.length)]
    return concat(bytes.subarray(0, from), bytes.subarray(to))
  },
  (bytes, draw) => concat(bytes, Uint8Array.of(below(draw, 256))),
  (bytes, draw) => {
    const lines = new TextDecoder('latin1').decode(bytes).split('\n')
    const [a, b] = [below(draw, lines.length), below(draw, lines.length)]
    const swapped = lines
      .with(a, lines[b] as string)
      .with(b, lines[a] as string)
      .join('\n')
    return Uint8Array.from(swapped, (c) => c.charCodeAt(0))
  },
  (bytes, draw) => {
    // One digit another: numbers stay numbers, hashes stay hashes.
    const text = new TextDecoder('latin1').decode(bytes)
    const digits = [...text.matchAll(/[0-9]/g)].map(({ index }) => index)
    if (digits.length === 0) return bytes
    const at = digits[below(draw, digits.length)] as number
    const other = String((Number(text[at]) + 1 + below(draw, 9)) % 10)
    return Uint8Array.from(text.slice(0, at) + other + text.slice(at + 1), (c) => c.charCodeAt(0))
  },
]

export const changed = (bytes: Uint8Array, draw: Random): Uint8Array =>
  (changes[below(draw, changes.length)] as (typeof changes)[number])(bytes, draw)

/** Changes one file, or takes one away, or adds one. README.txt is left alone: nothing vouches for it. */
export function spoil(files: Files, draw: Random): void {
  const names = [...files.keys()].filter(
    (name) => name !== 'README.txt' && (files.get(name)?.length ?? 0) > 0,
  )
  const name = names[below(draw, names.length)] as string
  const way = draw()
  if (way < 0.05) files.delete(name)
  else if (way < 0.1) files.set(`media/${below(draw, 100)}.webm`, files.get(name) as Uint8Array)
  else files.set(name, changed(files.get(name) as Uint8Array, draw))
}
