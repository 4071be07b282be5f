// The queue of the server in a process of its own, with work that can be counted, for a test that kills it.
import { graphileJobs } from '@ochno/server/adapters/graphile/jobs'
import pg from 'pg'

const [, , url = '', leaseS = '1'] = process.argv
const pool = new pg.Pool({ connectionString: url, max: 4 })
const silent = () => undefined
const log = { info: silent, warn: silent, error: silent } as never

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const jobs = graphileJobs(
  url,
  {
    // Long enough to be killed in its middle; what it does it does in one transaction, as every job of the product.
    effect: async (payload) => {
      const { no } = payload as { no: number }
      await pool.query('insert into begun (no) values ($1)', [no])
      await sleep(30)
      await pool.query('insert into effect (no) values ($1) on conflict (no) do nothing', [no])
    },
    // What ends the process it runs in, each time.
    poison: async () => {
      await pool.query('insert into begun (no) values (-1)')
      process.kill(process.pid, 'SIGKILL')
      await sleep(60_000)
    },
  },
  '',
  log,
  Number(leaseS),
)
await jobs.start()
console.log('works')
