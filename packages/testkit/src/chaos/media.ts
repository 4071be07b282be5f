// Fragments to record when there is no camera: bytes of any size from a seed, and tiny real WebM made by ffmpeg.
import { execFileSync } from 'node:child_process'
import { createCipheriv } from 'node:crypto'

/** Incompressible and different for each seed and number, at gigabytes a second. */
export function fragmentBytes(seed: number, number: number, size: number): Uint8Array {
  const key = Buffer.alloc(16)
  key.writeUInt32BE(seed >>> 0, 0)
  key.writeUInt32BE(number >>> 0, 4)
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size))
}

export type TinyWebm = { readonly init: Uint8Array; readonly fragments: readonly TinyFragment[] }
export type TinyFragment = { readonly bytes: Uint8Array; readonly seconds: number }

const CLUSTER = Buffer.from('1f43b675', 'hex')

/** A few kB that a browser plays: a test pattern with a tone, one key frame and one cluster each `fragmentS`. */
export function tinyWebm({
  seed = 1,
  seconds = 6,
  fragmentS = 2,
  audio = true,
  size = '160x120',
} = {}): TinyWebm {
  const fps = 5
  const picture = [
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=${size}:rate=${fps}:duration=${seconds},hue=h=${(seed * 47) % 360}`,
  ]
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=${200 + ((seed * 31) % 600)}:duration=${seconds}`]
  const encode = [
    '-c:v',
    'libvpx',
    '-b:v',
    '60k',
    '-g',
    String(fps * fragmentS),
    '-keyint_min',
    String(fps * fragmentS),
  ]
  const hear = ['-c:a', 'libopus', '-b:a', '16k']
  const cut = [
    '-cluster_time_limit',
    String(fragmentS * 1000),
    '-flags',
    '+bitexact',
    '-fflags',
    '+bitexact',
    '-live',
    '1',
  ]
  const bytes = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      ...picture,
      ...(audio ? tone : []),
      ...encode,
      ...(audio ? hear : []),
      ...cut,
      '-f',
      'webm',
      '-',
    ],
    { maxBuffer: 1 << 26 },
  )
  const starts: number[] = []
  for (let at = bytes.indexOf(CLUSTER); at >= 0; at = bytes.indexOf(CLUSTER, at + 4)) starts.push(at)
  const [first] = starts
  if (first === undefined) throw new Error('ffmpeg made no cluster')
  return {
    init: bytes.subarray(0, first),
    fragments: starts.map((start, i) => ({
      bytes: bytes.subarray(start, starts[i + 1]),
      seconds: fragmentS,
    })),
  }
}
