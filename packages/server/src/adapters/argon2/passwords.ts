// B-20: argon2id in a child process, two at a time, a bounded queue in front of it.
import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { PasswordKind, Passwords } from '../../ports/passwords.ts'
import type { Ask, Cost, Tell } from './messages.ts'

export type PasswordCosts = Readonly<Record<PasswordKind, Cost>>

export const passwordCosts: PasswordCosts = {
  staff: { memoryCost: 65_536, timeCost: 3, parallelism: 1 },
  pupil: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
}
const PARALLEL = 2
const LONGEST_QUEUE = 500

type Job = {
  readonly ask: Exclude<Ask, { do: 'pepper' }>
  readonly done: (tell: Tell) => void
}

export type HashProcess = Passwords & {
  readonly waiting: () => number
  /** Hashes computed so far, by how dear they are. */
  readonly computed: () => Readonly<Record<PasswordKind, number>>
  readonly stop: () => void
}

export function hashProcess(
  pepper: string,
  isCommon: (password: string) => boolean,
  made: PasswordCosts = passwordCosts,
): HashProcess {
  const queue: Job[] = []
  const running = new Map<number, Job>()
  let child: ChildProcess | null = null
  let stopped = false
  let nextId = 1
  const computed = { staff: 0, pupil: 0 }
  const dummies = new Map<PasswordKind, Promise<string | 'busy'>>()

  function start(): ChildProcess {
    const started = fork(new URL('./hash-process.ts', import.meta.url), [], {
      execArgv: [],
      // Neither secrets of ours nor anything else of the operator's environment.
      env: { UV_THREADPOOL_SIZE: String(PARALLEL) },
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    try {
      if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // Some systems forbid it; the limit of two in parallel remains.
    }
    started.send({ do: 'pepper', pepper } satisfies Ask)
    started.on('message', (tell: Tell) => {
      const job = running.get(tell.id)
      running.delete(tell.id)
      job?.done(tell)
      pump()
    })
    const died = () => {
      if (child !== started) return
      child = null
      // Asked again in a new process: nobody's sign-in fails because one died.
      queue.unshift(...running.values())
      running.clear()
      pump()
    }
    started.on('exit', died)
    started.on('error', died)
    return started
  }

  function pump(): void {
    while (!stopped && running.size < PARALLEL) {
      const job = queue.shift()
      if (!job) return
      child ??= start()
      running.set(job.ask.id, job)
      child.send(job.ask, () => undefined)
    }
  }

  const ask = <T>(
    kind: PasswordKind,
    make: (id: number) => Job['ask'],
    read: (tell: Tell) => T | undefined,
  ): Promise<T | 'busy'> => {
    if (stopped || queue.length >= LONGEST_QUEUE) return Promise.resolve('busy')
    return new Promise((resolve, reject) => {
      const done = (tell: Tell) => {
        computed[kind]++
        const value = 'failed' in tell ? undefined : read(tell)
        if (value === undefined) reject(new Error('the password could not be hashed'))
        else resolve(value)
      }
      queue.push({ ask: make(nextId++), done })
      pump()
    })
  }
  const hash = (password: string, kind: PasswordKind) =>
    ask(
      kind,
      (id) => ({ do: 'hash', id, password, cost: made[kind] }),
      (tell) => ('hash' in tell ? tell.hash : undefined),
    )
  const dummy = async (kind: PasswordKind): Promise<string | 'busy'> => {
    const found = dummies.get(kind) ?? hash('nobody signs in with this', kind)
    dummies.set(kind, found)
    const value = await found.catch((cause: unknown) => {
      dummies.delete(kind)
      throw cause
    })
    if (value === 'busy') dummies.delete(kind)
    return value
  }
  return {
    hash,
    verify: async (stored, password, kind) => {
      // B-22: the one for nobody is made by the first attempt of all, not by the first for a login that does not exist.
      const nobody = await dummy(kind)
      if (nobody === 'busy') return 'busy'
      const against = stored ?? nobody
      const ok = await ask(
        kind,
        (id) => ({ do: 'verify', id, password, hash: against }),
        (tell) => ('ok' in tell ? tell.ok : undefined),
      )
      return ok === 'busy' ? 'busy' : ok && stored !== null
    },
    outdated: (stored, kind) => {
      const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored)
      const { memoryCost, timeCost } = made[kind]
      return !found || Number(found[1]) < memoryCost || Number(found[2]) < timeCost
    },
    isCommon,
    waiting: () => queue.length + running.size,
    computed: () => computed,
    stop: () => {
      stopped = true
      child?.disconnect()
    },
  }
}
