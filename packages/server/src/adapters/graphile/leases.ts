// F-15: a job belongs to the process that took it for as long as that process lives. What a killed one held is taken anew at
// once, later each further time, and not after the four hours of the queue; what ends its process again and again is parked.
import type pg from 'pg'
import type { Log } from '../../ports/log.ts'

/** How long a process may have a job before anybody asks whether it lives; the lock of a new one is held within this. */
export const LEASE_S = 15
/** How often a job is begun anew after its process ended under it. */
const AGAIN = 3

const KEY = `hashtext('ochno jobs'), hashtext($1)`
const ENDED = 'its process ended, times: '

const FREE = `
  with gone as (
    select distinct worker from (
      select locked_by as worker, locked_at from graphile_worker._private_jobs
      union all select locked_by, locked_at from graphile_worker._private_job_queues) taken
    where worker is not null and locked_at < now() - make_interval(secs => $1::float8)
      and not exists (select from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
        and classid = (hashtext('ochno jobs')::bigint & 4294967295)::oid
        and objid = (hashtext(worker)::bigint & 4294967295)::oid)
  ), queues as (
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where locked_by in (select worker from gone)
  ), counted as (
    select id, 1 + coalesce(substring(last_error from '^${ENDED}(\\d+)$')::int, 0) as times
    from graphile_worker._private_jobs where locked_by in (select worker from gone)
  )
  update graphile_worker._private_jobs as job
  set locked_at = null, locked_by = null, run_at = greatest(run_at, now() + make_interval(secs => $1::float8 * (times - 1))),
      updated_at = now(), last_error = '${ENDED}' || times,
      attempts = case when times > $2 then max_attempts else least(attempts, max_attempts - 1) end
  from counted where counted.id = job.id
  returning job.id, times > $2 as parked`

export type JobLease = {
  /** The lock is gone with the connection, and the connection with the process. */
  readonly hold: (worker: string) => Promise<void>
  /** Frees what nobody alive holds. */
  readonly free: () => Promise<void>
  readonly drop: () => void
}

export function jobLease(pool: pg.Pool, log: Log, leaseS: number): JobLease {
  let own = ''
  let holder: pg.PoolClient | null = null
  const letGo = () => {
    const gone = holder
    holder = null
    gone?.release(true)
  }
  const hold = async () => {
    const client = await pool.connect()
    holder = client
    client.once('error', () => {
      if (holder === client) letGo()
    })
    await client.query(`select pg_advisory_lock_shared(${KEY})`, [own])
  }
  return {
    hold: async (worker) => {
      own = worker
      await hold()
    },
    free: async () => {
      try {
        if (own && !holder) await hold()
        const { rows } = await pool.query<{ id: string; parked: boolean }>(FREE, [leaseS, AGAIN])
        for (const { id, parked } of rows)
          if (parked) log.error('jobs.parked', { job: id })
          else log.warn('jobs.begun_anew', { job: id })
      } catch (cause) {
        letGo()
        log.warn('jobs.lease_waits', { code: String((cause as { code?: string }).code ?? '') })
      }
    },
    drop: letGo,
  }
}
