import { expect, test } from 'vitest'
import { judge, nothingPermitted } from '../incident/permitted.ts'
import type { ListingAct } from '../incident/violation.ts'
import { allowedMaterials, materialsNotice } from './allowed.ts'
import { calculate, calculatorFaults, calculatorFunctions } from './calculator.ts'
import { startingPermissions } from './exam-rules.ts'
import { type Subject, subjects } from './subjects.ts'

const ruler = 'линейка'
const calculator = 'непрограммируемый калькулятор'
const spelling = 'орфографический словарь, позволяющий устанавливать нормативное написание слов'

const listed = (subject: Subject) =>
  allowedMaterials({ act: '001', subject, switches: [] })
    .filter(({ clause }) => clause === '8')
    .map(({ wording }) => wording)

for (const [id, subject, wordings] of [
  [
    'R1-8.1',
    'biology',
    [
      `${ruler}, не содержащая справочной информации (далее - линейка), для проведения измерений при выполнении заданий с рисунками`,
      calculator,
    ],
  ],
  [
    'R1-8.3',
    'geography',
    [`${ruler} для измерения расстояний по топографической карте`, calculator, 'географические атласы'],
  ],
  ['R1-8.4', 'literature', [spelling, 'полные тексты художественных произведений', 'сборники лирики']],
  [
    'R1-8.5',
    'mathematics',
    [
      `${ruler} для построения чертежей и рисунков`,
      'справочные материалы, содержащие основные формулы курса математики образовательной программы основного общего образования',
    ],
  ],
  ['R1-8.6', 'russian', [spelling]],
  ['R1-8.7', 'physics', [`${ruler} для построения графиков и схем`, calculator]],
  [
    'R1-8.8',
    'chemistry',
    [
      calculator,
      'Периодическая система химических элементов Д.И. Менделеева',
      'таблица растворимости солей, кислот и оснований в воде',
      'электрохимический ряд напряжений металлов',
    ],
  ],
] as const)
  test(`${id} the list of ${subject} is what 001 permits for it, in its words`, () =>
    expect(listed(subject)).toEqual(wordings))

test('R1-8.0 an exam with a subject loads the list of that subject by itself', () => {
  expect(subjects).toHaveLength(7)
  expect(startingPermissions('001', 'russian').materials).toEqual([
    'drafts',
    'own_brief_notes',
    'spelling_dictionary',
  ])
  expect(startingPermissions('001', null).materials).toEqual(['drafts', 'own_brief_notes'])
})

test('R1-8.2 the calculator has the twelve functions of the act and no thirteenth', () => {
  expect(calculatorFunctions).toEqual([
    ...['add', 'subtract', 'multiply', 'divide', 'root'],
    ...['sin', 'cos', 'tg', 'ctg', 'arcsin', 'arccos', 'arctg'],
  ])
  const plain = {
    functions: [...calculatorFunctions],
    programmable: false,
    communicates: false,
    storesDatabase: false,
    online: false,
  }
  expect(calculatorFaults(plain)).toEqual([])
  expect(
    calculatorFaults({
      functions: ['log'],
      programmable: true,
      communicates: true,
      storesDatabase: true,
      online: true,
    }),
  ).toEqual(['programmable', 'communicates', 'stores_database', 'online', 'other_functions'])
  expect([
    calculate('add', 0.1, 0.2),
    calculate('subtract', 2, 3),
    calculate('multiply', 6, 7),
    calculate('divide', 1, 4),
    calculate('root', 9),
    calculate('sin', 30),
    calculate('cos', 60),
    calculate('tg', 45),
    calculate('ctg', 45),
    calculate('arcsin', 1),
    calculate('arccos', 0),
    calculate('arctg', 1),
  ]).toEqual([0.3, -1, 42, 0.25, 3, 0.5, 0.5, 1, 1, 90, 90, 45])
  for (const [name, a, b] of [
    ['divide', 1, 0],
    ['root', -1, 0],
    ['tg', 90, 0],
    ['tg', -90, 0],
    ['ctg', 180, 0],
    ['arcsin', 2, 0],
  ] as const)
    expect(calculate(name, a, b), name).toBeNull()
})

test('R1-6.4b the list of the subject lifts the ban on aids for its items alone, and both sides read the same list', () => {
  const rules = startingPermissions('001', 'chemistry')
  expect(judge({ code: 'reference_materials', name: 'periodic_table' }, rules)).toEqual({
    verdict: 'permitted',
    because: ['materials'],
  })
  expect(judge({ code: 'gadgets', name: 'calculator' }, rules).verdict).toBe('permitted')
  expect(judge({ code: 'reference_materials', name: 'atlases' }, rules).verdict).toBe('counts')
  expect(judge({ code: 'reference_materials' }, rules).verdict).toBe('counts')
  const of = { act: '001', subject: 'chemistry', switches: [] } as const
  const [mine, proctors] = [materialsNotice(of, 'examinee'), materialsNotice(of, 'proctor')]
  expect(mine.heading).toBe('Вам разрешено использовать')
  expect(proctors.heading).toBe('Обучающемуся разрешено использовать')
  expect(mine.lines).toEqual(proctors.lines)
  expect(mine.lines).toContain('Периодическая система химических элементов Д.И. Менделеева')
  expect(mine.otherwise).toBe('Остальное не разрешено.')
})

const ids = (act: ListingAct) => allowedMaterials({ act, subject: null, switches: [] }).map(({ id }) => id)

test('R1-6.4c 001 permits a blank white sheet and a ballpoint pen on every subject', () => {
  for (const subject of subjects)
    expect(allowedMaterials({ act: '001', subject, switches: [] })[0]).toEqual({
      id: 'drafts',
      wording:
        'Разрешено вести записи на чистом белом листе бумаги шариковой ручкой, делать на нем расчеты, пометки и прочее.',
      clause: '6.4',
    })
})

test('R1-6.4d one’s own brief notes are permitted in 001 and forbidden in 003 and 004', () => {
  expect(ids('001')).toContain('own_brief_notes')
  const notes = { code: 'reference_materials', name: 'own_brief_notes' } as const
  expect(judge(notes, startingPermissions('001', null)).verdict).toBe('permitted')
  for (const act of ['003', '004'] as const) {
    expect(ids(act), act).toEqual([])
    expect(judge(notes, startingPermissions(act, null)).verdict, act).toBe('counts')
  }
})

test('under 004 the switches bring things to the table, in the words of its App. 2', () => {
  expect(
    allowedMaterials({
      act: '004',
      subject: 'biology',
      switches: ['allow_calculator', 'allow_books', 'allow_voices'],
    }),
  ).toEqual([
    { id: 'allow_books', wording: 'Разрешить использование книг.', clause: 'App. 2 no. 2' },
    { id: 'allow_calculator', wording: 'Разрешить использование калькулятора.', clause: 'App. 2 no. 5' },
  ])
  expect(materialsNotice({ act: '004', subject: null, switches: [] }, 'examinee').otherwise).toBe(
    'Справочные материалы и гаджеты не разрешены.',
  )
  expect(startingPermissions('004', 'biology').switches).toEqual(nothingPermitted.switches)
})
