import { concat } from '@ochno/evidence/bytes'
import { expect, test } from 'vitest'
import { Fmp4Splitter } from './fmp4.ts'
import { sampleCluster, sampleHead } from './webm.sample.ts'
import { clusterFacts, WebmSplitter } from './webm.ts'

test('a cluster tells its times, its tracks and whether it begins with a key frame', () => {
  const facts = clusterFacts(sampleCluster())
  expect(facts).toMatchObject({ startMs: 4000, lastMs: 4133, key: true, whole: sampleCluster().length })
  expect([...(facts?.lastByTrack ?? [])]).toEqual([
    [1, 4133],
    [2, 4030],
  ])
})

test('a cluster cut anywhere is whole up to its last whole block', () => {
  const cluster = sampleCluster()
  let last = 0
  for (let length = 0; length <= cluster.length; length++) {
    const facts = clusterFacts(cluster.slice(0, length))
    if (!facts) continue
    expect(facts.whole).toBeLessThanOrEqual(length)
    expect(facts.whole).toBeGreaterThanOrEqual(last)
    last = facts.whole
  }
  expect(last).toBe(cluster.length)
  expect(clusterFacts(Uint8Array.of(1, 2, 3))).toBeNull()
})

test("MediaRecorder's chunks of any size are cut into the same head and clusters", () => {
  const stream = concat(sampleHead(), sampleCluster(0), sampleCluster(1000), sampleCluster(2000))
  for (const size of [1, 7, 64, 1000, 10_000]) {
    const splitter = new WebmSplitter()
    let init: Uint8Array | null = null
    const clusters: Uint8Array[] = []
    for (let at = 0; at < stream.length; at += size) {
      const cut = splitter.push(stream.slice(at, at + size))
      init ??= cut.init
      clusters.push(...cut.clusters)
    }
    const rest = splitter.rest()
    expect(init).toEqual(sampleHead())
    expect([...clusters, rest]).toEqual([sampleCluster(0), sampleCluster(1000), sampleCluster(2000)])
  }
})

test('a fragmented MP4 is cut into its head and moof+mdat pairs', () => {
  const box = (type: string, size: number) => {
    const bytes = new Uint8Array(size).fill(7)
    new DataView(bytes.buffer).setUint32(0, size)
    bytes.set(new TextEncoder().encode(type), 4)
    return bytes
  }
  const [ftyp, moov, moof, mdat] = [box('ftyp', 24), box('moov', 80), box('moof', 40), box('mdat', 300)]
  const stream = concat(ftyp, moov, moof, mdat, moof, mdat)
  for (const size of [5, 100, 5000]) {
    const splitter = new Fmp4Splitter()
    const out: Uint8Array[] = []
    for (let at = 0; at < stream.length; at += size) {
      const cut = splitter.push(stream.slice(at, at + size))
      out.push(...[cut.init].filter((i) => i !== null), ...cut.fragments)
    }
    expect(out).toEqual([concat(ftyp, moov), concat(moof, mdat), concat(moof, mdat)])
  }
})
