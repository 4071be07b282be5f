// Documents and lists become files in a child process: one at a time, with a bounded queue, time and size.
import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Printed, Printer, PrintRefusal } from '../../ports/print.ts'
import type { Ask, Tell, Work } from './messages.ts'

export type PrintLimits = {
  readonly ms: number
  /** Letters of the work as JSON. */
  readonly size: number
  readonly queue: number
  /** Without work for so long, the process and its memory are given back. */
  readonly idleMs: number
}

export const printLimits: PrintLimits = { ms: 30_000, size: 16_000_000, queue: 50, idleMs: 60_000 }

type Job = { readonly ask: Ask; readonly done: (printed: Printed) => void }

/** `trouble` is for the operator's log: what went wrong with which kind of file, no data of anybody. */
export function printProcess(
  trouble: (as: Work['as'], what: string) => void = () => undefined,
  limits: PrintLimits = printLimits,
): Printer & { readonly alive: () => boolean; readonly stop: () => void } {
  const queue: Job[] = []
  let running: (Job & { readonly timer: NodeJS.Timeout }) | null = null
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let stopped = false
  let nextId = 1

  function start(): ChildProcess {
    const started = fork(new URL('./print-process.ts', import.meta.url), [], {
      execArgv: ['--max-old-space-size=1024'],
      // Nothing of the operator's environment.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    try {
      if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_LOW)
    } catch {
      // Some systems forbid it; one at a time remains.
    }
    started.on('message', (tell: Tell) => {
      if (started !== child || tell.id !== running?.ask.id) return
      if ('bytes' in tell) finish({ ok: true, bytes: tell.bytes })
      else fail(tell.why, tell.trouble)
    })
    const died = () => {
      if (child !== started) return
      child = null
      // Not asked again: what ended one process would end the next.
      if (running) fail('failed', 'the process ended')
    }
    started.on('exit', died)
    started.on('error', died)
    return started
  }

  function fail(why: PrintRefusal, what: string): void {
    if (running) trouble(running.ask.work.as, `${why}: ${what}`)
    finish({ ok: false, why })
  }

  function finish(printed: Printed): void {
    const job = running
    if (!job) return
    running = null
    clearTimeout(job.timer)
    job.done(printed)
    pump()
  }

  function end(): void {
    const ended = child
    child = null
    ended?.kill('SIGKILL')
  }

  function pump(): void {
    clearTimeout(idle)
    if (running || stopped) return
    const job = queue.shift()
    if (!job) {
      idle = setTimeout(end, limits.idleMs)
      idle.unref()
      return
    }
    const late = () => {
      end()
      fail('too_slow', `${limits.ms} ms`)
    }
    running = { ...job, timer: setTimeout(late, limits.ms) }
    child ??= start()
    child.send(job.ask, () => undefined)
  }

  const print = (work: Work): Promise<Printed> => {
    if (stopped || queue.length >= limits.queue) return Promise.resolve({ ok: false, why: 'busy' })
    if (JSON.stringify(work).length > limits.size) return Promise.resolve({ ok: false, why: 'too_large' })
    return new Promise((done) => {
      queue.push({ ask: { id: nextId++, work }, done })
      pump()
    })
  }
  return {
    pdf: (document) => print({ as: 'pdf', document }),
    docx: (document) => print({ as: 'docx', document }),
    xlsx: (list) => print({ as: 'xlsx', list }),
    csv: (list) => print({ as: 'csv', list }),
    alive: () => child !== null,
    stop: () => {
      stopped = true
      clearTimeout(idle)
      for (const job of queue.splice(0)) job.done({ ok: false, why: 'busy' })
      end()
      if (running) fail('failed', 'the server stops')
    },
  }
}
