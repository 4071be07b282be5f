// How well an information system with personal data has to be protected: decree 1119 of 01.11.2012, clauses 9-16 (R4-1.4a).

/** The first is the strictest. */
export const protectionLevels = ['uz1', 'uz2', 'uz3', 'uz4'] as const
export type ProtectionLevel = (typeof protectionLevels)[number]

/** Clause 6: undeclared capabilities of the system's software, of programs that run on it, of neither. */
export const threatTypes = ['system', 'programs', 'other'] as const
export type ThreatType = (typeof threatTypes)[number]

export type KeptData = {
  /** Faces and voices that are biometric data by the act in force. */
  readonly biometric: boolean
  /** Papers about somebody's health. */
  readonly health: boolean
  /** More than 100,000 people who do not work here. */
  readonly many: boolean
}

/** Clauses 9-12. */
export function leastLevel(threats: ThreatType, { biometric, health, many }: KeptData): ProtectionLevel {
  if (threats === 'system') return 'uz1'
  if (threats === 'programs') {
    if (health && many) return 'uz1'
    return health || biometric || many ? 'uz2' : 'uz3'
  }
  if (health && many) return 'uz2'
  return health || biometric || many ? 'uz3' : 'uz4'
}

/** Clauses 13-16, from the level on that asks for it. */
export const measures = {
  rooms: 'uz4',
  carriers: 'uz4',
  people_by_list: 'uz4',
  assessed_tools: 'uz4',
  responsible_person: 'uz3',
  log_for_the_needed: 'uz2',
  rights_are_logged: 'uz1',
  responsible_unit: 'uz1',
} as const satisfies Record<string, ProtectionLevel>
export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as [Measure, ...Measure[]]

const atLeast = (level: ProtectionLevel, asked: ProtectionLevel): boolean =>
  protectionLevels.indexOf(level) <= protectionLevels.indexOf(asked)

export const measuresOf = (level: ProtectionLevel): readonly Measure[] =>
  measureNames.filter((name) => atLeast(level, measures[name]))

export type Protection = {
  readonly level: ProtectionLevel
  readonly threats: ThreatType
  readonly many: boolean
  /** The paper that decides on the level, with number and date. */
  readonly ground: string
  /** What was done, and by which paper. */
  readonly measures: Readonly<Partial<Record<Measure, string>>>
}

export type ProtectionGap =
  | { readonly gap: 'not_recorded' }
  | { readonly gap: 'level_too_low'; readonly least: ProtectionLevel }
  | { readonly gap: 'measure'; readonly measure: Measure }

export function gapsOf(recorded: Protection | null, kept: Omit<KeptData, 'many'>): readonly ProtectionGap[] {
  if (!recorded) return [{ gap: 'not_recorded' }]
  const least = leastLevel(recorded.threats, { ...kept, many: recorded.many })
  return [
    ...(atLeast(recorded.level, least) ? [] : [{ gap: 'level_too_low' as const, least }]),
    ...measuresOf(recorded.level)
      .filter((measure) => !recorded.measures[measure])
      .map((measure) => ({ gap: 'measure' as const, measure })),
  ]
}
