import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { examClass } from '@ochno/testkit/chaos/class'
import { rng } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import { type Call, detach, injectInto, readTrace, straceOn, whyNoStrace } from '@ochno/testkit/chaos/strace'
import { afterEach, expect, test } from 'vitest'

const nightly = process.env.OCHNO_NIGHTLY === '1'
const missing = whyNoStrace()
let server: ServerProcess
afterEach(() => server?.close())

/** Calls of the accepting path: the spool's file and folder, the database's socket, the client's socket. */
const CALLS = ['pwritev', 'fdatasync', 'openat', 'fsync', 'write', 'writev', 'close'] as const
const FAULTS = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const

type Plan = { readonly call: string; readonly fault: string; readonly when: number }

function plans(): Plan[] {
  if (nightly)
    return CALLS.flatMap((call) =>
      FAULTS.flatMap((fault) => Array.from({ length: 12 }, (_, i) => ({ call, fault, when: i + 1 }))),
    )
  return [
    { call: 'pwritev', fault: 'error=EIO', when: 2 },
    { call: 'pwritev', fault: 'error=ENOSPC', when: 3 },
    { call: 'pwritev', fault: 'signal=KILL', when: 3 },
    { call: 'fdatasync', fault: 'error=EIO', when: 1 },
    { call: 'fdatasync', fault: 'error=EIO', when: 4 },
    { call: 'fdatasync', fault: 'signal=KILL', when: 2 },
    { call: 'openat', fault: 'error=EIO', when: 1 },
    { call: 'fsync', fault: 'error=EIO', when: 1 },
    { call: 'write', fault: 'signal=KILL', when: 7 },
    { call: 'writev', fault: 'signal=KILL', when: 3 },
  ]
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test.skipIf(missing)(
  'F-07 R-1 a failed or fatal system call at each place of the accepting path: nothing acknowledged is lost, EIO kills nobody',
  async () => {
    server = await serverProcess()
    const room = await examClass(server, 4, rng(707))
    let deaths = 0
    for (const plan of plans()) {
      const stop = room.record(nightly ? 15 : 25, 8_000)
      const before = server.pid()
      // A failed fdatasync makes the spool begin a new file: openat and fsync of its folder come only then.
      const begin = ['openat', 'fsync'].includes(plan.call)
        ? await injectInto(before, { call: 'fdatasync', fault: 'error=EIO', when: 1 })
        : null
      if (begin) {
        await pause(250)
        await detach(begin)
      }
      const tracer = await injectInto(before, plan)
      await pause(500)
      await detach(tracer)
      stop()
      if (!alive(before)) {
        deaths++
        expect(plan.fault, `${plan.call} ${plan.fault} ended the server`).toBe('signal=KILL')
        await server.kill()
        await server.start()
      }
      await room.drained()
    }
    expect(deaths).toBeGreaterThan(0)
    const stored = await room.judge('F-07')
    expect(stored).toBeGreaterThanOrEqual(room.acknowledged())
    console.log(
      `F-07: ${room.acknowledged()} acknowledged, 0 lost, ${plans().length} faults, ${deaths} deaths`,
    )
  },
  nightly ? 1_800_000 : 600_000,
)

test.skipIf(missing)(
  'F-07 ING-20 the order is write, fdatasync, commit, receipt, for every receipt',
  async () => {
    server = await serverProcess()
    const home = mkdtempSync(join(tmpdir(), 'ochno-f07-'))
    const path = join(home, 'trace')
    const room = await examClass(server, 3, rng(708))
    const traced = 'trace=pwritev,pwrite64,fdatasync,write,writev,read'
    const tracer = await straceOn(server.pid(), ['-y', '-ttt', '-T', '-s', '400', '-e', traced, '-o', path])
    const stop = room.record(30, 8_000)
    await pause(nightly ? 10_000 : 2500)
    stop()
    await room.drained()
    await detach(tracer)
    const receipts = checkOrder(readTrace(path))
    rmSync(home, { recursive: true, force: true })
    await room.judge('F-07')
    expect(receipts).toBeGreaterThan(10)
  },
  120_000,
)

function checkOrder(calls: readonly Call[]): number {
  const spool = calls.filter(({ target }) => target.endsWith('.spool'))
  const writes = spool.filter(({ name }) => name.startsWith('pwrite'))
  const syncs = spool.filter(({ name, result }) => name === 'fdatasync' && result === 0)
  const sockets = calls.filter(({ target }) => /^(socket|TCP)/.test(target))
  const commits = sockets.filter(
    ({ name, text }) => name.startsWith('write') && text.includes('fragment_commit'),
  )
  const committed = sockets.filter(({ name, text }) => name === 'read' && /INSERT 0 \d+/.test(text))
  const receipts = sockets.filter(({ name, text }) => name.startsWith('write') && /\\"srv_ms\\":/.test(text))
  const last = (of: readonly Call[], before: number) => of.filter(({ ended }) => ended <= before).at(-1)
  for (const receipt of receipts) {
    const answer = last(committed, receipt.began)
    const commit = answer && last(commits, answer.ended)
    const sync = commit && last(syncs, commit.began)
    const write = sync && last(writes, sync.began)
    if (!write)
      throw new Error(
        `a receipt without write, fdatasync and commit before it: ${receipt.text.slice(0, 200)}`,
      )
    // Nothing may be written between the sync and the commit that vouches for it: that would be unsynced bytes.
    const between = writes.filter(({ began }) => began > sync.began && began < commit.began)
    expect(between.map(({ text }) => text.slice(0, 80))).toEqual([])
  }
  expect(writes.length).toBeGreaterThan(0)
  expect(syncs.length).toBeGreaterThanOrEqual(commits.length)
  return receipts.length
}
