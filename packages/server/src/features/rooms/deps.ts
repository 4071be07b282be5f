import type { RoomLimits } from '@ochno/domain/rooms/plan'
import { type Asker, lines } from '../../ports/asking.ts'
import type { IceWays } from '../../ports/calls.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { RoomEngine } from '../../ports/room-engine.ts'
import type { Store } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type RoomDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly engine: RoomEngine
  readonly ice: IceWays
  readonly limits: RoomLimits
}

export type Person = Asker

export const entry = lines({ purpose: 'lesson', prefix: 'room.' })
