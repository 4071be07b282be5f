import { describe, expect, test } from 'vitest'
import { readBirthday } from './birthday.ts'
import { readCsv } from './csv.ts'
import { isOfAge, type KnownPerson, planImport } from './plan.ts'
import { readPeople } from './rows.ts'

const TODAY = '2026-11-21'
const read = (text: string) => readPeople({ rows: readCsv(text), epoch1904: false }, TODAY)
const codes = (text: string) => read(text).problems.map(({ line, column, code }) => [line, column, code])

describe('a file of people', () => {
  for (const [name, text] of [
    ['semicolons', 'ФИО;Логин;Класс\nИванова Анна;anna;10А\n'],
    ['commas', 'ФИО,Логин,Класс\r\nИванова Анна,anna,10А'],
    ['tabs', 'ФИО\tЛогин\tКласс\rИванова Анна\tanna\t10А'],
    ['a mark at the beginning and three columns', '\ufeffФамилия;Имя;E-mail;Класс\nИванова;Анна;ANNA;10А'],
    ['quotes', '"ФИО";"Логин";"Класс"\n"Иванова Анна";"anna";"10А"'],
    ['English names', 'Last name,First name,Login,Group\nИванова,Анна,anna,10А'],
    ['a title above the names of columns', 'Список 10А класса;;\n;;\nФИО;Логин;Класс\nИванова Анна;anna;10А'],
  ] as const)
    test(`is read with ${name}`, () => {
      const { people, problems } = read(text)
      expect(problems).toEqual([])
      expect(people).toMatchObject([{ fullName: 'Иванова Анна', login: 'anna', group: '10А' }])
    })

  test('a cell in quotes holds separators, line ends and doubled quotes', () => {
    expect(readCsv('ФИО;Класс\n"Иванов ""Лев""";"10;А\nбис"\n')).toEqual([
      ['ФИО', 'Класс'],
      ['Иванов "Лев"', '10;А\nбис'],
    ])
  })

  test('every error names its line and its column as the file has them', () => {
    expect(
      codes(
        [
          'ФИО;Логин;Роль;ID;Дата рождения;Родитель',
          'Иванова;anna;;1;;',
          'Петров Пётр;две части;;2;;',
          'Сидоров Иван;ivan;директор;3;31.02.2010;',
          'Котов Лев;lev;администратор;4;01.01.2030;',
          'Белов Олег;;;;;',
          'Чернов Олег;oleg;;4;;Чернова Мария',
          'Серов Олег;OLEG2;;5;1.2.10;',
          'Синий Глеб;oleg2;;6;;',
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'ФИО', 'name_short'],
      [3, 'Логин', 'login_wrong'],
      [4, 'Роль', 'role_unknown'],
      [4, 'Дата рождения', 'date_unclear'],
      [5, 'Роль', 'role_by_hand'],
      [5, 'Дата рождения', 'date_future'],
      [6, 'Логин', 'login_missing'],
      [7, 'Родитель', 'parent_login_missing'],
      [8, 'Дата рождения', 'date_unclear'],
    ])
  })

  test('the same login or learner id on two lines is told with the first line', () => {
    const { problems } = read('ФИО;Логин;ID\nИванова Анна;anna;7\nИванов Лев;ANNA;8\nКотов Лев;lev;7\n')
    expect(problems.map(({ line, code, value }) => [line, code, value])).toEqual([
      [3, 'login_twice', 'anna (2)'],
      [4, 'learner_id_twice', '7 (2)'],
    ])
  })

  test('a file without columns we know, without names or without people says so', () => {
    expect(codes('раз;два\nтри;четыре')).toEqual([[1, null, 'no_columns']])
    expect(codes('Логин;Класс\nanna;10А')).toEqual([[1, null, 'no_name_column']])
    expect(codes('ФИО;Логин\n;\n')).toEqual([[2, null, 'nobody']])
    expect(codes('')).toEqual([[1, null, 'no_columns']])
  })

  test('signs nobody sees do not get into names', () => {
    expect(codes('ФИО;Логин\nИванова \u202eАнна;anna')).toEqual([[2, 'ФИО', 'text_unseen']])
  })

  test('a column nobody knows is told and left out', () => {
    expect(read('ФИО;Логин;СНИЛС\nИванова Анна;anna;1').unknown).toEqual(['СНИЛС'])
  })
})

for (const [text, day] of [
  ['31.05.2010', '2010-05-31'],
  ['1.6.2010', '2010-06-01'],
  ['2010-05-31', '2010-05-31'],
  ['31/05/2010 г.', '2010-05-31'],
  ['40329', '2010-05-31'],
  ['40329.0', '2010-05-31'],
  ['29.02.2012', '2012-02-29'],
  ['29.02.2011', null],
  ['05.31.2010', null],
  ['2010', null],
  ['31.05.10', null],
] as const)
  test(`a birthday ${text} is ${day ?? 'asked for again'}`, () => {
    const born = readBirthday(text, TODAY)
    expect(born.ok ? born.day : null).toBe(day)
  })

test('sheets of an old Mac count days from 1904', () => {
  expect(readBirthday('38867', TODAY, true)).toEqual({ ok: true, day: '2010-05-31' })
})

describe('the plan of an import', () => {
  const anna: KnownPerson = {
    id: 'acc_1',
    login: 'anna',
    fullName: 'Иванова Анна',
    roles: ['examinee'],
    disabled: false,
    learnerId: 'L-1',
    born: '2010-05-31',
    group: '10А',
    parents: ['maria@mail.example'],
    email: null,
  }
  const maria: KnownPerson = {
    ...anna,
    id: 'acc_2',
    login: 'maria@mail.example',
    fullName: 'Иванова Мария',
    roles: ['parent'],
    learnerId: null,
    born: null,
    group: null,
    parents: [],
    email: null,
  }
  const plan = (text: string, known: readonly KnownPerson[] = [anna, maria]) => {
    const { people, columns, problems } = read(text)
    expect(problems).toEqual([])
    return planImport(people, columns, known, TODAY)
  }

  test('R1-4.2a a person is found by the learner id, whatever else has changed, and the id itself never changes', () => {
    expect(plan('ФИО;ID;Класс\nПетрова Анна;l-1;11А').change).toEqual(
      [{ line: 2, id: 'acc_1', name: 'Иванова Анна', fullName: 'Петрова Анна', group: '11А' }].map((one) =>
        expect.objectContaining(one),
      ),
    )
    expect(plan('ФИО;Логин;ID\nИванова Анна;anna;L-9').problems).toMatchObject([
      { line: 2, column: 'ID', code: 'learner_id_kept' },
    ])
  })

  test('the same file again changes nothing', () => {
    const again = plan(
      'ФИО;Логин;ID;Класс;Дата рождения;Родитель\nИванова Анна;anna;L-1;10А;31.05.2010;maria@mail.example',
    )
    expect(again).toMatchObject({ add: [], change: [], links: [], same: 1, problems: [] })
  })

  test('an empty cell takes nothing away', () => {
    expect(plan('ФИО;Логин;ID;Класс;Дата рождения\nИванова Анна;anna;;;')).toMatchObject({
      change: [],
      same: 1,
    })
  })

  test('R0-1.1b a parent is a person of the file, one who is there, or a new one with a name; several to a child', () => {
    const made = plan(
      'ФИО;Логин;Роль;Родитель 1;Родитель 2\nКотов Лев;lev;;maria@mail.example;Котов Илья <ilya@mail.example>\nКотова Яна;yana;;nina;\nКотова Нина;nina;родитель;;',
    )
    expect(made.problems).toEqual([])
    expect(made.links.map(({ parentLogin, childLogin }) => [parentLogin, childLogin])).toEqual([
      ['maria@mail.example', 'lev'],
      ['ilya@mail.example', 'lev'],
      ['nina', 'yana'],
    ])
    expect(made.add.map(({ login, roles }) => [login, roles])).toEqual([
      ['lev', ['examinee']],
      ['yana', ['examinee']],
      ['nina', ['parent']],
      ['ilya@mail.example', ['parent']],
    ])
  })

  test('who is no parent, unknown, or has a child of age is not linked', () => {
    const why = (text: string) => plan(text).problems.map(({ code }) => code)
    expect(why('ФИО;Логин;Родитель\nКотов Лев;lev;anna')).toEqual(['parent_not_parent'])
    expect(why('ФИО;Логин;Родитель\nКотов Лев;lev;nobody')).toEqual(['parent_unknown'])
    expect(why('ФИО;Логин;Дата рождения;Родитель\nКотов Лев;lev;21.11.2008;maria@mail.example')).toEqual([
      'parent_for_adult',
    ])
    expect(why('ФИО;Логин;Дата рождения;Родитель\nКотов Лев;lev;22.11.2008;maria@mail.example')).toEqual([])
  })

  test('a file gives no other role to whoever is there, and no login to somebody else', () => {
    expect(plan('ФИО;Логин;Роль\nИванова Анна;anna;учитель').problems).toMatchObject([
      { code: 'role_differs' },
    ])
    expect(plan('ФИО;Логин;ID\nИванова Анна;other;L-1').problems).toMatchObject([{ code: 'other_login' }])
  })

  test('whoever has no login signs in with the learner id', () => {
    expect(plan('ФИО;ID\nКотов Лев;K-77').add).toMatchObject([{ login: 'k-77', learnerId: 'K-77' }])
  })
})

test('one is of age from the birthday itself; born on 29 February, on 1 March', () => {
  expect(isOfAge('2008-11-21', TODAY)).toBe(true)
  expect(isOfAge('2008-11-22', TODAY)).toBe(false)
  expect(isOfAge('2008-02-29', '2026-02-28')).toBe(false)
  expect(isOfAge('2008-02-29', '2026-03-01')).toBe(true)
})

test('an e-mail beside the login is the address, and alone it is the login too', () => {
  const emails = (text: string) => read(text).people.map(({ login, email }) => [login, email])
  expect(emails('ФИО;Логин;E-mail\nИванова Анна;anna;Anna@home.example\nПетров Пётр;petr;')).toEqual([
    ['anna', 'Anna@home.example'],
    ['petr', null],
  ])
  expect(emails('ФИО;Почта\nИванова Анна;Anna@home.example\nПетров Пётр;petr')).toEqual([
    ['anna@home.example', 'Anna@home.example'],
    ['petr', null],
  ])
})

test('an address that is none is told by line and column; a family may share one', () => {
  const file = 'ФИО;Логин;E-mail\nИванова Анна;anna;anna@\nПетров Пётр;petr;a b@c.example\n'
  expect(codes(file)).toEqual([
    [2, 'E-mail', 'email_wrong'],
    [3, 'E-mail', 'email_wrong'],
  ])
  expect(
    codes('ФИО;Логин;E-mail\nИванова Анна;anna;us@home.example\nИванов Пётр;petr;us@home.example'),
  ).toEqual([])
})

test('a file gives an address to who has none and never changes one', () => {
  const there: KnownPerson = {
    id: 'acc_1',
    login: 'anna',
    fullName: 'Иванова Анна',
    roles: ['examinee'],
    disabled: false,
    learnerId: null,
    born: null,
    group: null,
    parents: [],
    email: null,
  }
  const plan = (email: string | null) => {
    const { people, columns } = read('ФИО;Логин;E-mail\nИванова Анна;anna;anna@home.example')
    return planImport(people, columns, [{ ...there, email }], TODAY)
  }
  expect(plan(null).change).toMatchObject([{ id: 'acc_1', email: 'anna@home.example' }])
  expect(plan('ANNA@home.example')).toMatchObject({ change: [], same: 1, problems: [] })
  expect(plan('else@home.example').problems).toMatchObject([
    { line: 2, column: 'E-mail', code: 'email_differs' },
  ])
})
