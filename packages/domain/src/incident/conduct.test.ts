import { expect, test } from 'vitest'
import { codesOfClause, conductClause, conductRules, severityOfClause } from './conduct.ts'
import { listedCodes } from './markable.ts'
import type { ListingAct } from './violation.ts'

for (const [rule, act, clause, kind, text] of [
  [
    'a pupil of 001 reads that talking is forbidden and what help is not',
    '001',
    '6.2',
    'ban',
    'Обучающийся не должен вступать в разговоры с третьими лицами и использовать всякую помощь третьих лиц. Допускается помочь технического характера при прохождении промежуточной аттестации по образовательным программам начального общего образования («наведи курсор на выбранный вариант ответа, «клики» на него», «просмотри, все ли тесты выполнены», «нажми на строку «закончить попытку» и т.п.).',
  ],
  [
    'the misprint of 001 6.7 stays',
    '001',
    '6.7',
    'ban',
    'Отсутствие обучающегося на месте прохождения аттестационного испытания. Обучающийся должен находиться на месте прохождения аттестационного испытания в тесении всего времени, предусмотренного для выполнения тестирования. Допускается ненадолго (как правило, до 5 минут) покидать место сдачи по неотложным нуждам (например, в туалет).',
  ],
  [
    'one’s own brief notes are a permission of 001',
    '001',
    '6.4',
    'permission',
    'Допускается использование кратких записей, сделанных при подготовке к прохождению аттестационного испытания.',
  ],
  [
    'the rules of conduct are to be read (003)',
    '003',
    '4.1.2',
    'duty',
    'Ознакомиться с правилами поведения во время аттестационного испытания.',
  ],
  [
    'one’s own notes are a ban of 003',
    '003',
    '6.6.1',
    'ban',
    'Использовать справочные материалы (книги, записи, конспекты, тетради и т. д.), любые гаджеты (мобильные телефоны, планшеты, умные часы и т. д.);',
  ],
  [
    'the room is shown on demand (004)',
    '004',
    '6.3.6',
    'duty',
    'быть готовым в любой момент времени во время прохождения аттестационного испытания показать окружающее пространство по требованию проктора.',
  ],
  [
    'photographing tasks is a ban of 004',
    '004',
    '8.8.2',
    'ban',
    'производить фото и видеосъемку, делать скриншот экранов, записывать вопросы.',
  ],
] as const)
  test(`wording: ${rule}`, () => expect(conductClause(act, clause)).toContainEqual({ clause, kind, text }))

test('no page header and no marking got into the words of an act', () => {
  for (const act of ['001', '003', '004'] as const)
    for (const { clause, text } of conductRules(act)) {
      expect(text, clause).not.toMatch(/[*#$]|СМК УД|Внутренняя система|\s\s/)
      expect(text, clause).toMatch(/[.;:)]$/)
    }
})

const severity: readonly (readonly [ListingAct, string, readonly string[]])[] = [
  ['003', '6.7.1', ['negative_grade']],
  ['004', '8.6.1', ['negative_grade']],
  ['004', '8.4', ['annuls_attempt', 'negative']],
  ['003', '6.7.8', ['negative', 'annuls_result']],
]
for (const [act, clause, expected] of severity)
  test(`beside clause ${clause} of ${act} stands ${expected.join(' and ')}`, () =>
    expect([...severityOfClause(act, clause)].sort()).toEqual([...expected].sort()))

test('every listed violation of an act is found by a clause that the examinee reads', () => {
  for (const act of ['001', '003', '004'] as const) {
    const clauses = new Set(conductRules(act).map(({ clause }) => clause))
    const found = new Set([...clauses].flatMap((clause) => codesOfClause(act, clause)))
    for (const code of listedCodes(act)) expect(found, `${act} ${code}`).toContain(code)
  }
})
