// What the five acts put into the register: 002 п. 5, 7, 8 name eleven kinds of services, 000 sections 2-5 its families.
// Numbers of the register of Russian programmes, contracts and confirmations are written by the institution: nobody else knows them.
import type { Audience, EntryKind, InteractionMode, ServiceCard, ServiceFamily } from './card.ts'

export const seedActs = ['000', '001', '002', '003', '004'] as const
export type SeedAct = (typeof seedActs)[number]

export type Seed = {
  readonly code: string
  readonly card: ServiceCard
  /** Clauses that name it, by act. */
  readonly acts: Readonly<Partial<Record<SeedAct, readonly string[]>>>
}

type Row = {
  readonly code: string
  readonly name: string
  readonly holder: string
  readonly families: readonly ServiceFamily[]
  readonly kind: EntryKind
  readonly modes: readonly InteractionMode[]
  readonly audience: readonly Audience[]
  readonly acts: Seed['acts']
  readonly country?: string
  readonly address?: string
  readonly note?: string
  readonly own?: true
  readonly exchange?: true
  readonly parentsDefault?: true
}

const study: readonly Audience[] = ['pupil', 'staff']
const everybody: readonly Audience[] = ['pupil', 'parent', 'staff']
const both: readonly InteractionMode[] = ['async', 'sync']

const rows: readonly Row[] = [
  {
    code: 'proctoring',
    name: 'Прокторинг «Очно»',
    holder: '',
    families: ['proctoring'],
    kind: 'technology',
    modes: both,
    audience: study,
    own: true,
    acts: { '000': ['1.4', '2.1'], '001': ['1.1'], '003': ['1.1'], '004': ['1.3'] },
    note: 'Работает на машине учреждения.',
  },
  {
    code: 'video-platform',
    name: 'Видео-конференц-связь Цифровой образовательной платформы',
    holder: '',
    families: ['video'],
    kind: 'technology',
    modes: ['sync'],
    audience: study,
    acts: { '000': ['3.1'] },
  },
  {
    code: 'max',
    name: 'MAX',
    holder: 'ООО «Коммуникационная платформа»',
    families: ['messages'],
    kind: 'technology',
    modes: both,
    audience: study,
    address: 'https://web.max.ru',
    acts: { '000': ['1.2', '4.1', '6.1'] },
    note: 'Многофункциональный сервис обмена информацией: Федеральный закон от 24.06.2025 № 156-ФЗ, распоряжение Правительства от 12.07.2025 № 1880-р.',
  },
  {
    code: 'digital-platform',
    name: 'Цифровая образовательная платформа',
    holder: '',
    families: ['learning', 'media', 'files'],
    kind: 'educational_resource',
    modes: ['async'],
    audience: study,
    exchange: true,
    acts: { '000': ['3.1', '5.1'] },
  },
  {
    code: 'e-requests',
    name: 'Электронное обращение на официальном сайте',
    holder: '',
    families: ['requests'],
    kind: 'technology',
    modes: ['async'],
    audience: everybody,
    own: true,
    parentsDefault: true,
    acts: { '002': ['5', '7', '18'] },
  },
  {
    code: 'mail',
    name: 'Электронная почта учреждения',
    holder: '',
    families: ['mail'],
    kind: 'technology',
    modes: ['async'],
    audience: everybody,
    own: true,
    exchange: true,
    acts: { '002': ['5', '7', '16', '17', '18'] },
  },
  ...(
    [
      ['vk-teams', 'VK TEAMS', 'https://teams.vk.com', 'RU', true],
      ['vk', 'VK-мессенджер', 'https://vk.com/im', 'RU', true],
      ['telegram', 'Telegram', 'https://web.telegram.org', 'AE', false],
    ] as const
  ).map(
    ([code, name, address, country, exchange]): Row => ({
      code,
      name,
      holder: '',
      families: ['messages'],
      kind: 'technology',
      modes: both,
      audience: study,
      country,
      address,
      ...(exchange ? { exchange } : {}),
      acts: { '002': ['5', '7', '8', '16', '17'] },
      note: 'Переписка асинхронная, звонок синхронный.',
    }),
  ),
  ...(
    [
      ['skillfactory', 'Skillfactory', 'https://skillfactory.ru'],
      ['openedu', 'Openedu', 'https://openedu.ru'],
      ['stepik', 'Stepik', 'https://stepik.org'],
      ['sberuniversity', 'СберУниверситет', 'https://sberuniversity.ru'],
      ['netology', 'Нетология', 'https://netology.ru'],
    ] as const
  ).map(
    ([code, name, address]): Row => ({
      code,
      name,
      holder: '',
      families: ['resources'],
      kind: 'educational_resource',
      modes: ['async'],
      audience: study,
      address,
      acts: { '002': ['5', '7'] },
    }),
  ),
  ...(
    [
      ['trueconf', 'TrueConf', 'https://trueconf.ru'],
      ['sferum', 'Сферум', 'https://sferum.ru'],
      ['telemost', 'Яндекс.Телемост', 'https://telemost.yandex.ru'],
    ] as const
  ).map(
    ([code, name, address]): Row => ({
      code,
      name,
      holder: '',
      families: ['video'],
      kind: 'technology',
      modes: ['sync'],
      audience: study,
      address,
      acts: { '002': ['5', '8', '16'] },
    }),
  ),
  {
    code: 'garant',
    name: 'ГАРАНТ ОБРАЗОВАНИЕ',
    holder: '',
    families: ['reference'],
    kind: 'information_resource',
    modes: [],
    audience: study,
    address: 'https://edu.garant.ru',
    acts: { '002': ['5'] },
    note: 'Справочно-правовая система.',
  },
  {
    code: 'urait',
    name: 'ЮРАЙТ',
    holder: '',
    families: ['reference'],
    kind: 'educational_resource',
    modes: ['async'],
    audience: study,
    address: 'https://urait.ru',
    acts: { '002': ['5', '7'] },
    note: 'Цифровая образовательная платформа.',
  },
  {
    code: 'my-school',
    name: '«Моя школа»',
    holder: '',
    families: ['state'],
    kind: 'state_system',
    modes: ['async'],
    audience: study,
    address: 'https://myschool.edu.ru',
    acts: { '000': ['1.2'], '002': ['5', '7'] },
    note: 'Государственная информационная система.',
  },
  {
    code: 'eljur',
    name: 'ЭлЖур',
    holder: '',
    families: ['journal'],
    kind: 'information_resource',
    modes: [],
    audience: study,
    address: 'https://eljur.ru',
    acts: { '002': ['5'] },
    note: 'Электронный журнал.',
  },
  {
    code: 'moodle',
    name: 'MOODLE',
    holder: '',
    families: ['learning'],
    kind: 'technical_means',
    modes: ['async'],
    audience: study,
    country: 'AU',
    acts: { '002': ['5', '7'] },
    note: 'Виртуальная обучающая среда, свободно распространяемая программа.',
  },
  {
    code: 'lan',
    name: 'ЛАНЬ',
    holder: '',
    families: ['reference'],
    kind: 'educational_resource',
    modes: [],
    audience: study,
    address: 'https://e.lanbook.com',
    acts: { '002': ['5'] },
    note: 'Электронно-библиотечная система.',
  },
]

const cardOf = (row: Row): ServiceCard => ({
  name: row.name,
  families: row.families,
  kind: row.kind,
  modes: row.modes,
  audience: row.audience,
  address: row.address ?? null,
  note: row.note ?? '',
  rightHolder: row.holder,
  own: row.own ?? false,
  origin: { country: row.country ?? 'RU', registry: null, override: null },
  contract: null,
  agreement: null,
  checks: {},
  exchange: row.exchange ?? false,
  parentsDefault: row.parentsDefault ?? false,
})

export const seeds: readonly Seed[] = rows.map((row) => ({
  code: row.code,
  card: cardOf(row),
  acts: row.acts,
}))

/** 002 п. 5 «для профессиональных образовательных организаций». */
const collegeOnly =
  'Государственная информационная система (для профессиональных образовательных организаций).'

/** What an act puts into the register; an act of one's own puts nothing. */
export const seedsOf = (act: string): readonly Seed[] =>
  seeds
    .filter(({ acts }) => acts[act as SeedAct] !== undefined)
    .map((seed) =>
      act === '002' && seed.code === 'my-school'
        ? { ...seed, card: { ...seed.card, note: collegeOnly } }
        : seed,
    )
