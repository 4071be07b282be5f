// Ten bugs that would lose or falsify evidence, each one changed place of the real source. The simulation must find every one.

export type Mutant = {
  readonly name: string
  readonly says: string
  readonly file: string
  readonly find: string
  readonly plant: string
}

const acceptor = 'packages/server/src/features/ingest/acceptor.ts'
const track = 'packages/server/src/features/ingest/track.ts'
const spool = 'packages/server/src/adapters/spool/spool.ts'
const uploader = 'packages/capture/src/core/uploader.ts'

export const mutants: readonly Mutant[] = [
  {
    name: 'ack-before-fsync',
    says: 'the receipt does not wait for fdatasync',
    file: spool,
    find: 'await sync(target.file)',
    plant: 'void sync(target.file).catch(() => undefined)',
  },
  {
    name: 'ack-before-commit',
    says: 'the receipt does not wait for the transaction',
    file: acceptor,
    find: 'await deps.rows.commit(rows)',
    plant: 'void deps.rows.commit(rows).catch(() => undefined)',
  },
  {
    name: 'dedupe-without-hash',
    says: 'a record of the same number is taken for the same record',
    file: acceptor,
    find: 'else if (same(row.header, header))',
    plant: 'else if (row.seq === seq)',
  },
  {
    name: 'no-directory-fsync',
    says: 'the name of a new spool file is not synced',
    file: spool,
    find: 'await folder.sync()',
    plant: '',
  },
  {
    name: 'receipt-lost-on-retry',
    says: 'who sends a stored record again gets no receipt',
    file: acceptor,
    find: 'answer({ ok: true, receipt: receiptOfRow(track, row, deps.digest) })',
    plant: 'void receiptOfRow',
  },
  {
    name: 'forgotten-when-sent',
    says: 'the examinee forgets a record when it is sent, not when its receipt is verified',
    file: uploader,
    find: 'track.cursor = record.seq + 1',
    plant: 'track.cursor = record.seq + 1; track.waiting.delete(record.seq)',
  },
  {
    name: 'gap-skipped-on-resume',
    says: 'a record out of order makes the server forget what it still lacks',
    file: track,
    find: 'track.ahead.set(seq, { head, prev })',
    plant: 'track.next = seq + 1; track.head = head',
  },
  {
    name: 'no-rollback-after-failed-batch',
    says: 'the chain goes on from records that were never stored',
    file: acceptor,
    find: 'for (const track of lost) forget(track.session, track.tid)',
    plant: '',
  },
  {
    name: 'window-off-by-one',
    says: 'one record too far ahead is taken',
    file: track,
    find: 'seq >= track.next + LIMITS.window',
    plant: 'seq > track.next + LIMITS.window',
  },
  {
    name: 'srv-ms-goes-back',
    says: "the server's stamp follows a clock that is set back",
    file: acceptor,
    find: 'Math.max(track.srvMs, deps.nowMs())',
    plant: 'deps.nowMs()',
  },
]
