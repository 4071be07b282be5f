import type { Role } from '../access/table.ts'

// Whoever may read personal data of everybody or give rights to others is named by hand, never by a file.
const words: Readonly<Record<string, Role | 'by_hand'>> = {
  ученик: 'examinee',
  ученица: 'examinee',
  обучающийся: 'examinee',
  обучающаяся: 'examinee',
  студент: 'examinee',
  студентка: 'examinee',
  экзаменуемый: 'examinee',
  испытуемый: 'examinee',
  student: 'examinee',
  pupil: 'examinee',
  learner: 'examinee',
  examinee: 'examinee',
  родитель: 'parent',
  мать: 'parent',
  отец: 'parent',
  опекун: 'parent',
  'законный представитель': 'parent',
  'родитель (законный представитель)': 'parent',
  parent: 'parent',
  guardian: 'parent',
  учитель: 'teacher',
  преподаватель: 'teacher',
  педагог: 'teacher',
  teacher: 'teacher',
  проктор: 'proctor',
  наблюдатель: 'proctor',
  proctor: 'proctor',
  методист: 'methodist',
  'учебная часть': 'methodist',
  завуч: 'methodist',
  methodist: 'methodist',
  комиссия: 'commission',
  'член комиссии': 'commission',
  commission: 'commission',
  поддержка: 'support',
  'техническая поддержка': 'support',
  support: 'support',
  администратор: 'by_hand',
  admin: 'by_hand',
  administrator: 'by_hand',
  dpo: 'by_hand',
  'ответственный за персональные данные': 'by_hand',
}

export type ReadRoles = {
  readonly roles: readonly Role[]
  readonly why: 'role_unknown' | 'role_by_hand' | null
}

/** Several roles stand with a comma; none means a pupil. */
export function readRoles(text: string): ReadRoles {
  const asked = text
    .split(/[,;/\n]/)
    .map((word) => word.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' '))
    .filter((word) => word !== '')
  if (asked.length === 0) return { roles: ['examinee'], why: null }
  const found = asked.map((word) => words[word])
  if (found.includes(undefined)) return { roles: [], why: 'role_unknown' }
  if (found.includes('by_hand')) return { roles: [], why: 'role_by_hand' }
  return { roles: [...new Set(found as Role[])], why: null }
}
