import { randomBytes } from 'node:crypto'
import { idFrom } from '@ochno/domain/ids'
import type { Ids } from '../../ports/ids.ts'

export const randomIds: Ids = {
  make: (tag) => idFrom(tag, randomBytes(16)),
  random: (bytes) => randomBytes(bytes),
}
