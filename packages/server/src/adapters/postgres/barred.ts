// SM-14: the steps that keep an account from being a proctor, for whoever looks across institutions.
import type { StandingDeed, StandingMoment } from '@ochno/domain/appointment/standing'
import { instant } from '@ochno/domain/time'

/** Of the account `a`; null for nearly everybody. */
export const STANDING = `(select json_agg(json_build_object('deed', g.deed,
    'at', to_char(g.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by g.no)
  from proctor_standing g where g.account_id = a.id) as standing`

export type StandingRow = readonly { readonly deed: StandingDeed; readonly at: string }[] | null

export const momentsOf = (standing: StandingRow): readonly StandingMoment[] =>
  (standing ?? []).map(({ deed, at }) => ({ deed, at: instant(at) }))
