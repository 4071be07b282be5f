// One parameter of an act: its key in requirements 2, what kind of value it takes, and what people call it.
export type Value = boolean | number | string | readonly string[]

/** `duty`: required, allowed or forbidden. */
export type Kind = 'flag' | 'duty' | 'number' | 'text' | 'list' | 'date'

export type Unit =
  | 'minutes'
  | 'seconds'
  | 'days'
  | 'working_days'
  | 'months'
  | 'people'
  | 'share'
  | 'percent'
  | 'times'
  | 'mbit_s'
  | 'mb'
  | 'degrees'
  | 'frames_s'

/** The largest value a unit makes sense with. */
export const largest: Readonly<Partial<Record<Unit, number>>> = {
  share: 1,
  percent: 100,
  degrees: 90,
  seconds: 86_400,
  minutes: 10_080,
  days: 3_660,
  working_days: 366,
  months: 1_200,
  people: 100_000,
  times: 1_000,
}

/** The smallest: nobody and no month are no answer; elsewhere nought may be. */
export const smallest: Readonly<Partial<Record<Unit, number>>> = { people: 1, months: 1 }

/** What comes whole. */
export const isWhole = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  ['people', 'days', 'working_days', 'months', 'minutes', 'seconds', 'times'].includes(unit)

export type Group =
  | 'institution'
  | 'scope'
  | 'application'
  | 'consent'
  | 'identity'
  | 'staff'
  | 'recording'
  | 'room'
  | 'materials'
  | 'equipment'
  | 'failure'
  | 'decision'
  | 'appeal'
  | 'people'
  | 'services'

export type Parameter = {
  readonly group: Group
  readonly kind: Kind
  readonly unit?: Unit
  readonly choices?: readonly string[]
  /** Less than the unit would allow. */
  readonly most?: number
  /** An exam with proctoring can not open while nobody decided it (TR-65); or only where another parameter is, or names, a value. */
  readonly needed?: true | { readonly when: string; readonly is: string | boolean }
  /** Offered to whoever decides, never used in silence (requirements 2.6). */
  readonly proposal?: Value
  /** Another proposal for one act, or none (`null`). */
  readonly proposalIn?: Readonly<Record<string, Value | null>>
  readonly ru: string
  readonly en: string
}

export const DUTY = ['required', 'allowed', 'forbidden'] as const

type Extra = Partial<Pick<Parameter, 'unit' | 'choices' | 'most' | 'needed' | 'proposal' | 'proposalIn'>>

/** A row of a group's table: kind, names, and what is special about it. */
export const row =
  (group: Group) =>
  (kind: Kind, ru: string, en: string, extra: Extra = {}): Parameter => ({ group, kind, ru, en, ...extra })
