import fc from 'fast-check'
import { expect, test } from 'vitest'
import inclusionVectors from '../tests/vectors/inclusion.json' with { type: 'json' }
import consistencyVectors from '../tests/vectors/consistency.json' with { type: 'json' }
import { hex, utf8 } from './bytes.ts'
import { hashing } from './hash.ts'
import {
  append,
  type CompactRange,
  consistencyProof,
  emptyRange,
  inclusionProof,
  leafHash,
  rangeRoot,
  root,
  tree,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
import { hashingInTurns, hashingSync } from './node/hash.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const leaves = Array.from({ length: 257 }, (_, i) => hashingSync(leafHash(utf8(`leaf ${i}`))))
const whole = hashingSync(tree(leaves))
const roots = leaves.map((_, size) => hashingSync(root(leaves.slice(0, size))))

test('E-T2 every own vector is judged as the second implementation says', () => {
  const wrong: string[] = []
  for (const v of inclusionVectors) {
    const claim = {
      index: BigInt(v.leafIdx),
      size: BigInt(v.treeSize),
      leaf: bytes(v.leafHash),
      proof: v.proof.map(bytes),
      root: bytes(v.root),
    }
    if (hashingSync(verifyInclusion(claim)) === v.wantErr)
      wrong.push(`inclusion ${v.leafIdx}/${v.treeSize} ${v.desc}`)
  }
  for (const v of consistencyVectors) {
    const claim = {
      size1: BigInt(v.size1),
      size2: BigInt(v.size2),
      root1: bytes(v.root1),
      root2: bytes(v.root2),
      proof: v.proof.map(bytes),
    }
    if (hashingSync(verifyConsistency(claim)) === v.wantErr)
      wrong.push(`consistency ${v.size1}/${v.size2} ${v.desc}`)
  }
  expect(wrong).toEqual([])
  expect(inclusionVectors.filter((v) => v.wantErr).length).toBeGreaterThan(150)
  expect(consistencyVectors.filter((v) => v.wantErr).length).toBeGreaterThan(150)
})

test('E-T2 the published proof of leaf 1 in the first five Certificate Transparency leaves', () => {
  const claim = {
    index: 1n,
    size: 5n,
    leaf: bytes('lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c='),
    root: bytes('Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ='),
    proof: [
      'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
      'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
    ].map(bytes),
  }
  expect(hashingSync(verifyInclusion(claim))).toBe(true)
  expect(hashingSync(verifyInclusion({ ...claim, index: 0n }))).toBe(false)
})

test('E-T5 every inclusion proof of every tree up to 256 leaves holds, and of no other leaf', () => {
  for (let size = 1; size <= 256; size++)
    for (let index = 0; index < size; index++) {
      const proof = hashingSync(inclusionProof(whole, index, size))
      const claim = { index: BigInt(index), size: BigInt(size), proof, root: roots[size] as Uint8Array }
      const judged = (at: number) =>
        hashingSync(verifyInclusion({ ...claim, leaf: leaves[at] as Uint8Array }))
      if (!judged(index) || judged(index + 1)) throw new Error(`leaf ${index} of ${size}`)
    }
})

test('E-T5 every consistency proof between all sizes up to 256 holds, and to no other root', () => {
  for (let size2 = 1; size2 <= 256; size2++)
    for (let size1 = 1; size1 <= size2; size1++) {
      const proof = hashingSync(consistencyProof(whole, size1, size2))
      const claim = { size1: BigInt(size1), size2: BigInt(size2), root1: roots[size1] as Uint8Array, proof }
      const judged = (at: number) =>
        hashingSync(verifyConsistency({ ...claim, root2: roots[at] as Uint8Array }))
      if (!judged(size2) || judged(size2 - 1)) throw new Error(`${size1} to ${size2}`)
    }
})

test('E-T5 a log that grows leaf by leaf has the root of the whole tree at every size', () => {
  let range: CompactRange = emptyRange
  for (let size = 0; size < leaves.length; size++) {
    expect(hex(hashingSync(rangeRoot(range)))).toBe(hex(roots[size] as Uint8Array))
    expect(range.peaks.length).toBe(size.toString(2).replaceAll('0', '').length)
    range = hashingSync(append(range, leaves[size] as Uint8Array))
  }
})

test('E-T5 a flipped bit anywhere in a proof is refused', () => {
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), fc.nat(), (a, b, at) => {
      const [size1, size2] = [Math.min(a, b) + 1, Math.max(a, b) + 1]
      const proof = hashingSync(consistencyProof(whole, size1, size2))
      if (proof.length === 0) return
      const spoilt = proof.map((hash) => Uint8Array.from(hash))
      const hash = spoilt[at % spoilt.length] as Uint8Array
      hash[at % 32] = (hash[at % 32] as number) ^ (1 << (at % 8))
      const claim = { size1: BigInt(size1), size2: BigInt(size2), proof: spoilt }
      const [root1, root2] = [roots[size1] as Uint8Array, roots[size2] as Uint8Array]
      expect(hashingSync(verifyConsistency({ ...claim, root1, root2 }))).toBe(false)
    }),
  )
})

test('E-T2 an empty first tree, a size beyond 2^53 and hashes of another length are refused, not misread', () => {
  const [root1, root2] = [roots[1] as Uint8Array, roots[2] as Uint8Array]
  const judged = (size1: bigint, size2: bigint, proof: Uint8Array[]) =>
    hashingSync(verifyConsistency({ size1, size2, root1, root2, proof }))
  expect(judged(0n, 2n, [])).toBe(false)
  expect(judged(1n, 2n, [leaves[1] as Uint8Array])).toBe(true)
  expect(judged(2n ** 53n + 1n, 2n ** 53n + 2n, [leaves[1] as Uint8Array])).toBe(false)
  expect(judged(1n, 2n, [(leaves[1] as Uint8Array).subarray(0, 31)])).toBe(false)
})

test('E-T5 WebCrypto and node:crypto, at once and in turns, give the same tree', async () => {
  let others = 0
  const other = setImmediate(function again() {
    others++
    setImmediate(again).unref()
  })
  expect(hex(await hashingInTurns(root(leaves.slice(0, 37)), 5))).toBe(hex(roots[37] as Uint8Array))
  clearImmediate(other)
  expect(others).toBeGreaterThan(3)
  expect(hex(await hashing(root(leaves.slice(0, 37))))).toBe(hex(roots[37] as Uint8Array))
})
