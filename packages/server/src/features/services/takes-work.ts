import { takesWork } from '@ochno/domain/services/decide'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { readRegister, situationOf } from './register.ts'

/** Whether some educational resource takes work of learners today (R2-17b). */
export async function resourceTakesWork(tx: Tx, now: Instant): Promise<boolean> {
  const register = await readRegister(tx, now)
  return register.services.some((one) => takesWork(one.state, situationOf(register, one)))
}
