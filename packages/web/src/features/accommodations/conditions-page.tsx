import { useMe, may } from '../../api/me.ts'
import { MyConditions } from './my-conditions.tsx'
import { StaffConditions } from './staff-conditions.tsx'

/** One address: the office sees everybody’s conditions, everybody else his own and his children’s. */
export function ConditionsPage() {
  const me = useMe()
  if (me.is !== 'ready') return null
  return may(me.value, 'accommodation.manage') ? <StaffConditions /> : <MyConditions />
}
