// RFC 9162 2.1: roots, proofs and their strict verification; written once for both hash engines (see hash.ts).
import { concat, equal } from './bytes.ts'
import type { Hashing } from './hash.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)
const EMPTY = new Uint8Array()

export function* leafHash(entry: Uint8Array): Hashing<Uint8Array> {
  return yield concat(LEAF, entry)
}

function* parent(left: Uint8Array, right: Uint8Array): Hashing<Uint8Array> {
  return yield concat(NODE, left, right)
}

/** All a log must keep to grow: its size and the roots of its perfect subtrees, the largest first. */
export type CompactRange = { readonly size: number; readonly peaks: readonly Uint8Array[] }
export const emptyRange: CompactRange = { size: 0, peaks: [] }

export function* append(range: CompactRange, leaf: Uint8Array): Hashing<CompactRange> {
  const peaks = [...range.peaks]
  let hash = leaf
  for (let size = range.size; size % 2 === 1; size = (size - 1) / 2)
    hash = yield* parent(peaks.pop() as Uint8Array, hash)
  return { size: range.size + 1, peaks: [...peaks, hash] }
}

export function* rangeRoot(range: CompactRange): Hashing<Uint8Array> {
  if (range.size === 0) return yield EMPTY
  let hash = range.peaks[range.peaks.length - 1] as Uint8Array
  for (let i = range.peaks.length - 2; i >= 0; i--) hash = yield* parent(range.peaks[i] as Uint8Array, hash)
  return hash
}

/** `leaves` are leaf hashes, here and below. */
export function* root(leaves: readonly Uint8Array[]): Hashing<Uint8Array> {
  let range = emptyRange
  for (const leaf of leaves) range = yield* append(range, leaf)
  return yield* rangeRoot(range)
}

/** The hashes of every perfect subtree, level by level; level 0 are the leaf hashes. Makes any proof in O(log² n). */
export type Tree = { readonly levels: readonly (readonly Uint8Array[])[] }

export function* tree(leaves: readonly Uint8Array[]): Hashing<Tree> {
  const levels = [leaves]
  for (let below = leaves; below.length > 1; ) {
    const level: Uint8Array[] = []
    for (let i = 0; i + 1 < below.length; i += 2)
      level.push(yield* parent(below[i] as Uint8Array, below[i + 1] as Uint8Array))
    levels.push(level)
    below = level
  }
  return { levels }
}

export const treeSize = (of: Tree): number => of.levels[0]?.length ?? 0

/** The largest power of two below n. */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The root over the leaves from..to; `from` is a multiple of every power of two the span is split by. */
function* spanRoot(of: Tree, from: number, to: number): Hashing<Uint8Array> {
  const known = Math.log2(to - from)
  if (Number.isInteger(known)) return of.levels[known]?.[from / (to - from)] as Uint8Array
  const middle = from + split(to - from)
  return yield* parent(yield* spanRoot(of, from, middle), yield* spanRoot(of, middle, to))
}

/** That leaf `index` is in the tree over the first `size` leaves. */
export function* inclusionProof(of: Tree, index: number, size = treeSize(of)): Hashing<Uint8Array[]> {
  if (!(index >= 0 && index < size && size <= treeSize(of))) throw new RangeError('no such leaf')
  const proof: Uint8Array[] = []
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const middle = from + split(to - from)
    const left = index < middle
    proof.unshift(yield* left ? spanRoot(of, middle, to) : spanRoot(of, from, middle))
    ;[from, to] = left ? [from, middle] : [middle, to]
  }
  return proof
}

/** That the tree over the first `size2` leaves begins with the tree over the first `size1`. */
export function* consistencyProof(of: Tree, size1: number, size2 = treeSize(of)): Hashing<Uint8Array[]> {
  if (!(size1 >= 1 && size1 <= size2 && size2 <= treeSize(of))) throw new RangeError('no such tree')
  const proof: Uint8Array[] = []
  let [from, to] = [0, size2]
  while (to > size1) {
    const middle = from + split(to - from)
    const left = size1 <= middle
    proof.unshift(yield* left ? spanRoot(of, middle, to) : spanRoot(of, from, middle))
    ;[from, to] = left ? [from, middle] : [middle, to]
  }
  // The first tree is itself a perfect subtree of the second when the walk never turned right.
  if (from > 0) proof.unshift(yield* spanRoot(of, from, to))
  return proof
}

const isHash = (hash: Uint8Array) => hash.length === 32

export type InclusionClaim = {
  readonly index: bigint
  readonly size: bigint
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** RFC 9162 2.1.3.2. */
export function* verifyInclusion(claim: InclusionClaim): Hashing<boolean> {
  const { index, size, leaf, proof } = claim
  if (index < 0n || index >= size || ![leaf, claim.root, ...proof].every(isHash)) return false
  let [fn, sn] = [index, size - 1n]
  let hash = leaf
  for (const step of proof) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      hash = yield* parent(step, hash)
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else hash = yield* parent(hash, step)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && equal(hash, claim.root)
}

export type ConsistencyClaim = {
  readonly size1: bigint
  readonly size2: bigint
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 2.1.4.2. An empty first tree proves nothing and is refused. */
export function* verifyConsistency(claim: ConsistencyClaim): Hashing<boolean> {
  const { size1, size2, root1, root2 } = claim
  if (size1 < 1n || size1 > size2 || ![root1, root2, ...claim.proof].every(isHash)) return false
  if (size1 === size2) return claim.proof.length === 0 && equal(root1, root2)
  if (claim.proof.length === 0) return false
  const proof = [...claim.proof]
  if ((size1 & (size1 - 1n)) === 0n) proof.unshift(root1)
  let [fn, sn] = [size1 - 1n, size2 - 1n]
  while (fn % 2n === 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  let first = proof[0] as Uint8Array
  let second = first
  for (const step of proof.slice(1)) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      first = yield* parent(step, first)
      second = yield* parent(step, second)
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else second = yield* parent(second, step)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && equal(first, root1) && equal(second, root2)
}
