// The five kinds of institution, each under its own act. Names and people are invented; what differs is what the acts ask for.
import type { PolicyKey } from '@ochno/domain/policy/schema'
import type { Value } from '@ochno/domain/policy/parameter'

export type Width = 'desktop' | 'phone'

export type Institution = {
  readonly preset: '000' | '001' | '002' | '003' | '004'
  readonly name: string
  readonly dative: string
  readonly short: string
  readonly city: string
  readonly zone: string
  readonly kind: string
  readonly branch: { readonly name: string; readonly city: string } | null
  readonly unit: string | null
  readonly programme: { readonly name: string; readonly code: string; readonly level: string }
  /** What is decided with a number or a word that an invented one would not do for. */
  readonly decisions: Readonly<Partial<Record<PolicyKey, Value>>>
  readonly group: string
  readonly examinee: { readonly name: string; readonly login: string; readonly born: string }
  /** Of a minor. */
  readonly parent: { readonly name: string; readonly login: string } | null
  readonly subject: string
  /** Who sits at which screen when they sit by turns: across the five every deed is done on both. The door and the exam are on a computer, its window may be narrow. */
  readonly at: { readonly staff: Width; readonly family: Width; readonly door: Width }
}

const asked = process.env.OCHNO_STORY_WIDTH ?? 'turns'
if (!['turns', 'desktop', 'phone'].includes(asked)) throw new Error(`OCHNO_STORY_WIDTH=${asked}`)

/**
 * Who sits where in this run: by turns, or a whole story at one width. Under no act is the exam itself sat on a telephone:
 * a phone says so, and who came by it goes to a computer as in turns.
 */
export const seats = ({ at }: Institution): Institution['at'] =>
  asked === 'desktop'
    ? { staff: 'desktop', family: 'desktop', door: 'desktop' }
    : asked === 'phone'
      ? { staff: 'phone', family: 'phone', door: at.door }
      : at

/** Turns so old this year, on a day that exists in every one. */
const turning = (years: number): string => `15.06.${new Date().getFullYear() - years}`

export const five: readonly Institution[] = [
  {
    preset: '000',
    name: 'МБОУ «Средняя школа № 9»',
    dative: 'МБОУ «Средней школе № 9»',
    short: 'Школа № 9',
    city: 'г. Иркутск',
    zone: 'Asia/Irkutsk',
    kind: 'Школа, гимназия, лицей',
    branch: null,
    unit: null,
    programme: { name: 'Основное общее образование', code: '9 класс', level: 'ooo' },
    decisions: { 'capacity.max_simultaneous': 25, 'staffing.sync_examinees_per_proctor': 6 },
    group: '9А',
    examinee: { name: 'Соколов Артём Игоревич', login: 'sokolov', born: turning(15) },
    parent: { name: 'Соколова Нина Юрьевна', login: 'sokolova' },
    subject: 'Физика',
    at: { staff: 'desktop', family: 'phone', door: 'desktop' },
  },
  {
    preset: '001',
    name: 'ЧПОУ «Северный колледж»',
    dative: 'ЧПОУ «Северному колледжу»',
    short: 'Северный колледж',
    city: 'г. Архангельск',
    zone: 'Europe/Moscow',
    kind: 'Школа, гимназия, лицей',
    branch: null,
    unit: 'Учебная часть',
    programme: { name: 'Среднее общее образование', code: '10 класс', level: 'soo' },
    decisions: {
      'consent.required': 'required',
      'capacity.max_simultaneous': 20,
      'staffing.sync_examinees_per_proctor': 6,
    },
    group: '7Б',
    examinee: { name: 'Мельникова Дарья Олеговна', login: 'melnikova', born: turning(13) },
    parent: { name: 'Мельников Олег Павлович', login: 'melnikov' },
    subject: 'География',
    at: { staff: 'phone', family: 'desktop', door: 'desktop' },
  },
  {
    preset: '002',
    name: 'ПОУ «Колледж связи»',
    dative: 'ПОУ «Колледжу связи»',
    short: 'Колледж связи',
    city: 'г. Екатеринбург',
    zone: 'Asia/Yekaterinburg',
    kind: 'Колледж, техникум',
    branch: null,
    unit: 'Отделение связи',
    programme: { name: 'Сети связи и системы коммутации', code: '11.02.15', level: 'spo' },
    decisions: {},
    group: 'СС-21',
    examinee: { name: 'Гусева Алина Романовна', login: 'guseva', born: turning(17) },
    parent: { name: 'Гусева Тамара Ильинична', login: 'guseva.t' },
    subject: 'Электротехника',
    at: { staff: 'phone', family: 'desktop', door: 'desktop' },
  },
  {
    preset: '003',
    name: 'АНОО ВО «Омский экономический институт»',
    dative: 'АНОО ВО «Омскому экономическому институту»',
    short: 'ОЭИ',
    city: 'г. Омск',
    zone: 'Asia/Omsk',
    kind: 'Институт, университет',
    branch: { name: 'Филиал в г. Таре', city: 'г. Тара' },
    unit: 'Кафедра экономики',
    programme: { name: 'Экономика', code: '38.03.01', level: 'vo' },
    decisions: {
      'consent.required': 'required',
      'capacity.max_simultaneous': 30,
      'staffing.sync_examinees_per_proctor': 6,
      'equipment.ram_min': 1024,
      'equipment.browsers': ['Chrome', 'Яндекс Браузер'],
      'equipment.net_min_mbps': 1,
      'equipment.disk_free_min_mb': 100,
    },
    group: 'ЭК-21',
    examinee: { name: 'Захаров Денис Маратович', login: 'zaharov', born: turning(20) },
    parent: null,
    subject: 'Макроэкономика',
    at: { staff: 'desktop', family: 'phone', door: 'desktop' },
  },
  {
    preset: '004',
    name: 'ЧОУ ДПО «Учебный центр „Энергия“»',
    dative: 'ЧОУ ДПО «Учебному центру „Энергия“»',
    short: 'УЦ «Энергия»',
    city: 'г. Иваново',
    zone: 'Europe/Moscow',
    kind: 'Центр дополнительного образования',
    branch: null,
    unit: null,
    programme: { name: 'Электробезопасность', code: '', level: 'dpo' },
    decisions: {},
    group: 'ЭБ-4',
    examinee: { name: 'Орлов Пётр Андреевич', login: 'orlov', born: turning(34) },
    parent: null,
    subject: 'Электробезопасность',
    at: { staff: 'phone', family: 'desktop', door: 'phone' },
  },
]
