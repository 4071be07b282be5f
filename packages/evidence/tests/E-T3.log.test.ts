import { expect, test } from 'vitest'
import { verify } from '../src/bundle/verify.ts'
import { filesOf, keys, recording, signers, sourceOf } from './recording.ts'

const own = recording(1)
const codes = async (from: typeof own, heads: readonly string[]) => {
  const report = await verify(await sourceOf(await filesOf(from.input)), { keys, heads })
  return [report.verdict, ...report.problems.map(({ code }) => code), ...report.lacks.map(({ code }) => code)]
}

test('E-T3 heads of the same log, held outside, agree', async () => {
  expect(await codes(own, [11, 16, 20].map(own.log.checkpoint))).toEqual(['valid'])
})

test('E-T3 two logs with different history: every head the bundle covers gives the second one away', async () => {
  const other = recording(2)
  for (const size of [11, 16, 20])
    expect(await codes(own, [other.log.checkpoint(size)]), String(size)).toEqual(['invalid', 'split_view'])
})

test('E-T3 a head the bundle can not be compared with is said to be so', async () => {
  expect(await codes(own, [own.log.checkpoint(12)])).toEqual(['incomplete', 'head_not_covered'])
})

test('E-T3 a head of a stranger proves nothing', async () => {
  const stranger = recording(1, { signers: { ...signers, log: signers.manifest } })
  expect(await codes(own, [stranger.log.checkpoint(16)])).toEqual(['invalid', 'head_signature'])
})

test('E-T3 an earlier head that the newest does not continue is found inside the bundle too', async () => {
  const other = recording(2)
  const log = own.input.log
  if (!log) throw new Error('no log')
  const forged = {
    ...own.input,
    log: {
      ...log,
      heads: log.heads.map((head, i) => (i ? { ...head, checkpoint: other.log.checkpoint(16) } : head)),
    },
  }
  expect(await codes({ ...own, input: forged }, [])).toEqual(['invalid', 'consistency'])
})

test('E-04 a gap, a missing record, a log without head and absent trust make a bundle incomplete, not invalid', async () => {
  const gap = recording(3, { lose: [2] })
  expect(await codes(gap, [])).toEqual(['incomplete', 'gap', 'missing'])
  expect(await codes(recording(3, { withoutLog: true }), [])).toEqual(['incomplete', 'log_absent'])
  const report = await verify(await sourceOf(await filesOf(own.input)), { keys: null, heads: [] })
  expect([report.verdict, report.lacks]).toEqual(['incomplete', [{ code: 'trust_absent', where: '' }]])
})

test('E-08 a payload the server lost is named, the others stay in their places', async () => {
  const { read } = own.input
  const lossy = async function* (tid: string, from: number, to: number) {
    for await (const one of read(tid, from, to)) if (tid !== 'cam' || one.seq !== 1) yield one
  }
  const files = await filesOf({ ...own.input, read: lossy })
  const report = await verify(await sourceOf(files), { keys, heads: [] })
  expect([report.verdict, report.problems]).toEqual(['invalid', [{ code: 'payload', where: 'cam № 1' }]])
})
