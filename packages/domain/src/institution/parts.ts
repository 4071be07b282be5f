// What an institution consists of, as far as exams ask: branches, units, programmes and the technologies somebody supports.
import type { Level, StudyForm } from '../regulation/programme.ts'

export const institutionKinds = ['school', 'college', 'university', 'training_centre', 'other'] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export const unitDuties = ['teaching', 'methodical', 'technical', 'other'] as const
export const levels = [
  'noo',
  'ooo',
  'soo',
  'spo',
  'vo',
  'dpo',
  'vocational_training',
] as const satisfies readonly Level[]
export const studyForms = ['full_time', 'part_time', 'extramural'] as const satisfies readonly StudyForm[]

/** Posts that 000 6.1 and 002 п. 12 name for support; one administrator serves both МАХ and Сферум (R0-6.1b). */
export const supportPosts = [
  'it_teacher',
  'software_engineer',
  'max_sferum_admin',
  'support_unit',
  'other',
] as const
export type SupportPost = (typeof supportPosts)[number]

/** As requests and lists name the posts, in the words of the acts. */
export const postWords: Readonly<Record<SupportPost, string>> = {
  it_teacher: 'Учитель информатики',
  software_engineer: 'Инженер-программист',
  max_sferum_admin: 'Администратор платформы МАХ (Сферум)',
  support_unit: 'Служба технической поддержки',
  other: 'Ответственный',
}

export type Branch = { readonly kind: 'branch'; readonly city: string; readonly address: string }
export type Unit = {
  readonly kind: 'unit'
  readonly does: (typeof unitDuties)[number]
  readonly branch: string | null
}
export type Programme = {
  readonly kind: 'programme'
  readonly code: string
  readonly level: Level
  readonly studyForm: StudyForm
  /** Электронное обучение. */
  readonly elearning: boolean
  /** Дистанционные образовательные технологии. */
  readonly distance: boolean
  /** Приказ № 932: «исключительно ЭО, ДОТ» is not allowed for it (TR-69). */
  readonly notOnlyRemote: boolean
  readonly branch: string | null
}
export type Technology = {
  readonly kind: 'technology'
  readonly post: SupportPost
  /** Topics of requests that concern it (R0-6.1a). */
  readonly topics: readonly string[]
}
export type PartFacts = Branch | Unit | Programme | Technology
export type PartKind = PartFacts['kind']
export const partKinds = ['branch', 'unit', 'programme', 'technology'] as const satisfies readonly PartKind[]

/** The technology a request is about: the one chosen, otherwise the first whose topics name it. */
export const technologyFor = <T extends { readonly id: string; readonly facts: Technology }>(
  technologies: readonly T[],
  chosen: string | null,
  topic: string,
): T | null =>
  technologies.find(({ id }) => id === chosen) ??
  technologies.find(({ facts }) => facts.topics.includes(topic)) ??
  null

export type AssessmentPlace = 'remote' | 'on_site'

/** 003 preamble, 004 1.4: whether all assessments planned for such a programme are remote; none planned is no reason to warn. */
export const onlyRemote = (programme: Programme, assessments: readonly AssessmentPlace[]): boolean =>
  programme.notOnlyRemote && assessments.length > 0 && assessments.every((place) => place === 'remote')
