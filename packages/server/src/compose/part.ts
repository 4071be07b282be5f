// How areas of the server are put together: compose.ts makes the base, each area makes its part from it, in order.
import type { Route, SocketRoute } from '@ochno/contract/route'
import type { TaskList } from 'graphile-worker'
import type { Pools } from '../adapters/postgres/pools.ts'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import type { Config } from '../config.ts'
import type { Handler, SocketHandler } from '../http/seam.ts'
import type { Audit } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Log } from '../ports/log.ts'

export type Base = {
  readonly config: Config
  readonly pools: Pools
  readonly clock: Clock
  /** The machine's own clock, for what other machines count by theirs. */
  readonly wallMs: () => number
  readonly ids: Ids
  readonly log: Log
  readonly audit: Audit
}

// A list mixes routes of different shapes; each was checked against its own Handler where the part was made.
export type MountedRoute = { readonly route: Route; readonly handler: Handler<never> }
export type MountedSocket = { readonly route: SocketRoute; readonly handler: SocketHandler<never> }

export type Part = {
  readonly routes?: readonly MountedRoute[]
  readonly sockets?: readonly MountedSocket[]
  readonly tasks?: TaskList
  readonly crontab?: string
  /** Prometheus text of this area's figures. */
  readonly metrics?: () => Promise<string>
  /** Null when the area can do its work, else a short reason for /readyz. */
  readonly ready?: () => Promise<string | null>
  readonly start?: () => Promise<void>
  /** Nothing new comes in any more: resolves when what was taken so far has been answered. Sockets close after it. */
  readonly settle?: () => Promise<void>
  /** Finishes what was promised (acknowledgements, open writes), then frees everything. Called in reverse order. */
  readonly stop?: () => Promise<void>
}

/** What `compose(given)` is made from: by main.ts for an installation, by the testkit for a test. */
export type Given = {
  readonly config: Config
  readonly pools: Pools
  /** Owner's address of the migrated database, for the job runner. */
  readonly ownerUrl: string
  readonly keys: KeyFiles
}

/** A listening server. */
export type Running = {
  /** Where people open it, with the real port. */
  readonly url: string
  /** B-27: the one-time code of `/setup#<code>`; null once an institution exists. */
  readonly setupCode: string | null
  /** No new work, acknowledgements finished, everything freed; pools are closed by who opened them. */
  readonly stop: () => Promise<void>
}
