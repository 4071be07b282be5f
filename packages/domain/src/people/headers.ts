// Names of columns as schools write them. Compared without case, «ё», signs and spaces.

export const fields = [
  'fullName',
  'lastName',
  'firstName',
  'middleName',
  'login',
  'role',
  'group',
  'stream',
  'learnerId',
  'born',
  'parents',
  'email',
] as const
export type Field = (typeof fields)[number]

const names = {
  fullName: ['фио', 'фамилияимяотчество', 'фамилияимя', 'имя и фамилия', 'человек', 'full name', 'name'],
  lastName: ['фамилия', 'last name', 'surname', 'family name'],
  firstName: ['имя', 'first name', 'given name'],
  middleName: ['отчество', 'middle name', 'patronymic'],
  login: ['логин', 'логин или e-mail', 'логин/e-mail', 'имя пользователя', 'login', 'username', 'user'],
  // Where a file has no column of logins, people sign in by this one.
  email: [
    'почта',
    'электронная почта',
    'эл. почта',
    'адрес электронной почты',
    'e-mail',
    'email',
    'адрес почты',
    'mail',
  ],
  role: ['роль', 'роли', 'должность', 'кто это', 'role', 'roles'],
  group: ['группа', 'класс', 'учебная группа', 'group', 'class'],
  stream: ['поток', 'параллель', 'курс', 'stream'],
  learnerId: [
    'идентификатор',
    'id',
    'ид',
    'id обучающегося',
    'id ученика',
    'ид обучающегося',
    'номер обучающегося',
    'номер личного дела',
    'личное дело',
    'уникальный идентификатор',
    'табельный номер',
    'learner id',
    'student id',
    'person id',
  ],
  born: ['дата рождения', 'день рождения', 'др', 'родился', 'birth date', 'date of birth', 'birthday', 'dob'],
  parents: [
    'родители',
    'родитель',
    'родитель 1',
    'родитель 2',
    'законный представитель',
    'законные представители',
    'мать',
    'отец',
    'логин родителя',
    'почта родителя',
    'parents',
    'parent',
    'parent 1',
    'parent 2',
    'guardian',
    'mother',
    'father',
  ],
} as const satisfies Record<Field, readonly string[]>

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]/gu, '')

const known = new Map<string, Field>(
  fields.flatMap((field) => names[field].map((name) => [bare(name), field] as const)),
)

export const fieldOf = (header: string): Field | null => known.get(bare(header)) ?? null

/** How many of these cells name a column: the row that names most of them is the row of names. */
export const namedColumns = (row: readonly string[]): number =>
  row.filter((cell) => fieldOf(cell) !== null).length
