// Jobs in the same database; the outbox is moved into the queue in one statement, so an effect is queued once per committed change.
import { EventEmitter } from 'node:events'
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Logger } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '../../ports/log.ts'
import { jobLease, LEASE_S } from './leases.ts'

const RELAY_MS = 1000

const MOVE = `with moved as (delete from outbox where id in (select id from outbox order by id limit 200 for update skip locked) returning *)
  select graphile_worker.add_job(task, payload => payload::json, run_at => run_at, job_key => key, max_attempts => 8,
    queue_name => case when task = 'send_letter' then 'letters' end) from moved`

export type Jobs = {
  readonly start: () => Promise<void>
  /** Waiting effects are queued now instead of within a second. */
  readonly relay: () => Promise<void>
  readonly stop: () => Promise<void>
}

export function graphileJobs(
  ownerUrl: string,
  tasks: TaskList,
  crontab: string,
  log: Log,
  leaseS = LEASE_S,
): Jobs {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    // One of them holds the lock of this process and does nothing else.
    max: 5,
    // Nobody waits for a job; the queue's own rounds end the process when they are refused a connection.
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  })
  pool.on('error', () => log.warn('jobs.connection_lost'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const lease = jobLease(pool, log, leaseS)
  let runner: Runner | null = null
  let looking: NodeJS.Timeout | null = null
  let timer: NodeJS.Timeout | null = null
  let moving: Promise<void> | null = null
  const relay = (): Promise<void> => {
    moving ??= pool
      .query(MOVE)
      .then(
        () => undefined,
        (cause: unknown) =>
          log.warn('outbox.waits', { code: String((cause as { code?: string }).code ?? '') }),
      )
      .finally(() => {
        moving = null
      })
    return moving
  }
  return {
    start: async () => {
      const events: WorkerEvents = new EventEmitter()
      let worker = ''
      events.once('pool:create', ({ workerPool }) => {
        worker = workerPool.id
      })
      runner = await run({
        pgPool: pool,
        events,
        taskList: tasks,
        crontab,
        concurrency: 2,
        pollInterval: 1000,
        noHandleSignals: true,
        logger: new Logger(() => (level, message) => {
          if (level === 'error') log.error('jobs.failed', { known: message.length })
        }),
      })
      runner.events.on('job:failed', ({ job }) =>
        log.error('jobs.given_up', { task: job.task_identifier, job: job.id }),
      )
      await lease.hold(worker)
      await lease.free()
      timer = setInterval(() => void relay(), RELAY_MS)
      timer.unref()
      looking = setInterval(() => void lease.free(), (leaseS * 1000) / 3)
      looking.unref()
    },
    relay,
    stop: async () => {
      if (timer) clearInterval(timer)
      if (looking) clearInterval(looking)
      await moving
      await runner?.stop()
      lease.drop()
      await pool.end()
    },
  }
}
