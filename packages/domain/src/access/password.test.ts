import { expect, test } from 'vitest'
import { judgePassword } from './password.ts'

const about = ['petrova.anna', 'Петрова Анна Сергеевна', 'Лицей № 7 имени Ломоносова']
const common = new Set(['qwertyuiop12', 'password', 'пароль123456', 'trustno1', 'iloveyou'])

for (const [name, password, kind, expected] of [
  ['eleven signs are too few for staff', 'верный лист', 'staff', 'password_short'],
  ['a phrase is enough', 'верный лист клёна', 'staff', null],
  ['eight signs are enough for a pupil', 'клёна лс', 'pupil', null],
  ['seven are not', 'клёна л', 'pupil', 'password_short'],
  ['emoji count as one sign each', '🌲🌲🌵🌴🍀🎋🎍', 'pupil', 'password_short'],
  ['128 signs pass', `${'верный лист '.repeat(10)}абвгдежз`, 'staff', null],
  ['129 do not', `${'верный лист '.repeat(10)}абвгдежзи`, 'staff', 'password_long'],
  ['no composition rules', 'словословоздесьиногда', 'staff', null],
  ['a listed password', 'qwertyuiop12', 'staff', 'password_common'],
  ['in capitals', 'QWERTYUIOP12', 'staff', 'password_common'],
  ['with a year behind it', 'iloveyou2026', 'staff', 'password_common'],
  ['one run repeated', 'abcdabcdabcd', 'staff', 'password_common'],
  ['a sequence', '123456789:;<', 'staff', 'password_common'],
  ['a sequence of letters', 'абвгдежз', 'pupil', 'password_common'],
  ['the login and a year', 'petrova.anna2026', 'staff', 'password_personal'],
  ['name and patronymic', 'АннаСергеевна1', 'staff', 'password_personal'],
  ['the institution', 'лицей7Ломоносова', 'staff', 'password_personal'],
  ['a long phrase may hold a name', 'Анна собирает жёлтые листья', 'staff', null],
] as const)
  test(`B-24 ${name}`, () => {
    expect(judgePassword(password, kind, about, (text) => common.has(text))).toBe(expected)
  })
