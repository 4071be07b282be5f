/** Levels and other kinds of programmes that the acts name (001 1.1, 003 preamble, 004 section 3). */
export type Level = 'noo' | 'ooo' | 'soo' | 'spo' | 'vo' | 'dpo' | 'vocational_training'

export type StudyForm = 'full_time' | 'part_time' | 'extramural'

export type AssessmentKind = 'current' | 'intermediate' | 'final' | 'state_final' | 'other'

/** 004 section 2: «зачетных, экзаменационных и аттестационных заданий». */
export const taskKinds = { credit: 'зачет', exam: 'экзамен', attestation: 'аттестация' } as const

export type TaskKind = keyof typeof taskKinds

/** Where a pupil is: rules on primary pupils and on the first class read it (001 6.2). */
export type SchoolPlace = { readonly level: Level; readonly grade: number; readonly partOfProgramme: boolean }

/** Classes 1-4, 5-9 and 10-11 of general education; null for any other number. */
export function schoolLevelOf(grade: number): 'noo' | 'ooo' | 'soo' | null {
  if (!Number.isInteger(grade) || grade < 1 || grade > 11) return null
  return grade <= 4 ? 'noo' : grade <= 9 ? 'ooo' : 'soo'
}

/** Null when level and class contradict each other: a wrong class would give or take away a relief. */
export function schoolPlace(level: Level, grade: number, partOfProgramme = false): SchoolPlace | null {
  return schoolLevelOf(grade) === level ? { level, grade, partOfProgramme } : null
}
