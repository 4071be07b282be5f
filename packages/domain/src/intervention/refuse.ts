// «тогда и только тогда»: a proctor intervenes with a reason; the one unprovoked act is the system's random look around (TR-47).
import type { Actions, Medium } from './actions.ts'

export type Intervention =
  | { readonly do: 'comment'; readonly by: 'proctor'; readonly reason: string }
  | { readonly do: 'warn'; readonly by: 'proctor'; readonly reason: string; readonly via: readonly Medium[] }
  | { readonly do: 'stop'; readonly by: 'proctor'; readonly reason: string; readonly confirmed: number }
  | { readonly do: 'room_scan'; readonly by: 'proctor' | 'system'; readonly reason: string }

export type InterventionRefusal = 'not_under_this_act' | 'no_reason' | 'medium_missing' | 'too_few_violations'

export function refuseIntervention(wanted: Intervention, actions: Actions): InterventionRefusal | null {
  const why = notOffered(wanted, actions)
  if (why) return why
  return wanted.by === 'proctor' && wanted.reason.trim() === '' ? 'no_reason' : null
}

function notOffered(wanted: Intervention, actions: Actions): InterventionRefusal | null {
  switch (wanted.do) {
    case 'comment':
      return actions.comment ? null : 'not_under_this_act'
    case 'warn':
      if (actions.warnBy.length === 0) return 'not_under_this_act'
      return actions.warnBy.every((medium) => wanted.via.includes(medium)) ? null : 'medium_missing'
    case 'stop':
      if (actions.stopAfter === null) return 'not_under_this_act'
      return wanted.confirmed >= actions.stopAfter ? null : 'too_few_violations'
    case 'room_scan':
      return (wanted.by === 'system' ? actions.scanAtRandom : actions.scanOnDemand)
        ? null
        : 'not_under_this_act'
  }
}
