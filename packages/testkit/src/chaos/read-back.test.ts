import type { SessionId, TenantId } from '@ochno/domain/ids'
import { hex, utf8 } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { expect, test } from 'vitest'
import { readBack } from './read-back.ts'

const of = { tenant: 'ten_a' as TenantId, sid: 'ses_a' as SessionId, tid: 'cam' } as const
const bytes = (seq: number) => utf8(`payload ${seq}`)

const disk = (there: readonly number[], broken: readonly number[]) => ({
  async *read(_tenant: TenantId, _sid: SessionId, _tid: string, from: number, to: number) {
    for (const seq of there.filter((one) => one >= from && one <= to)) {
      if (broken.includes(seq)) throw new Error('bytes are missing')
      yield { seq, header: new Uint8Array(0), payload: bytes(seq) }
    }
  },
})

test.each([
  { there: [0, 1, 2, 5], broken: [] },
  { there: [0, 1, 2, 5], broken: [0] },
  { there: [0, 1, 2, 5], broken: [1, 2] },
  { there: [0, 1, 2, 5], broken: [5] },
  { there: [3], broken: [3] },
  { there: [], broken: [] },
])('R-1 of $there all but $broken are read back', async ({ there, broken }) => {
  const found = await readBack(disk(there, broken), of, there)
  const sound = there.filter((seq) => !(broken as number[]).includes(seq))
  expect([...found]).toEqual(sound.map((seq) => [seq, hex(sha256(bytes(seq)))]))
})
