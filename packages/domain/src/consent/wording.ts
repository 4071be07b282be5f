// The text of each consent, in Russian as the acts are written: what the law wants said, and beside it the same in plain words.
// Each kind is a document of its own (TR-32); none mentions the terms of the service.
import type { ConsentKind } from './rules.ts'
import type { ConsentText, InformedPart } from './text.ts'

export type Operator = {
  readonly name: string
  readonly short: string
  readonly address: string
  /** Title of the act in force; null: the institution has none. */
  readonly act: string | null
  /** Whom personal data are handed to, by name and contract; null: nobody (TR-71). */
  readonly thirdParty: string | null
}

export type Block = {
  readonly part: InformedPart
  readonly title: string
  /** As it is signed. */
  readonly legal: string
  /** The same for somebody who is fourteen. */
  readonly plain: string
}

export type Wording = {
  readonly kind: ConsentKind
  readonly title: string
  readonly blocks: readonly Block[]
  /** What one agrees to, or not. */
  readonly question: string
  readonly saysVoluntary: boolean
  readonly fields: ConsentText['fields']
}

const VOLUNTARY =
  'Согласие на использование сервиса прокторинга является добровольным. Отказ не является нарушением и не лишает права пройти аттестационное испытание.'
const block = (part: InformedPart, title: string, legal: string, plain: string): Block => ({
  part,
  title,
  legal,
  plain,
})

const seat = ({ short, address }: Operator): string => (address === '' ? short : `${short} (${address})`)
const named = ({ name, address }: Operator): string => [name, address].filter(Boolean).join(', ')
const actOf = ({ act }: Operator): string =>
  act === null ? 'локальным нормативным актом' : `локальным нормативным актом: ${act}`

const informed = (who: Operator): Wording => ({
  kind: 'proctoring_informed',
  title: 'Согласие на прокторинг',
  blocks: [
    block(
      'fact',
      'Что применяется',
      `${seat(who)} при проведении аттестационного испытания применяет сервис прокторинга в целях фиксации нарушений.`,
      'Во время экзамена за вами наблюдают через камеру. Так проверяют, что экзамен честный.',
    ),
    block(
      'functions',
      'Что делает сервис',
      'Сервис записывает изображение с веб-камеры, звук с микрофона и изображение экрана, показывает их проктору во время испытания, отмечает события, на которые проктору следует посмотреть, и хранит запись в установленный срок. Решений о нарушении сервис не принимает.',
      'Пишутся видео, звук и экран. Смотрит и решает человек, а не программа. Посторонние запись не увидят.',
    ),
    block(
      'rules',
      'По каким правилам',
      `Правила использования сервиса установлены ${actOf(who)}. ${VOLUNTARY} Согласие может быть отозвано в любое время.`,
      'Соглашаться не обязательно. Если вы откажетесь, это не нарушение: экзамен пройдёт в другом порядке. Передумать можно в любой день.',
    ),
  ],
  question: 'Согласие на использование сервиса прокторинга',
  saysVoluntary: true,
  fields: {},
})

const disputes = (who: Operator): Wording => ({
  kind: 'video_disputes',
  title: 'Согласие на разбор споров по видеозаписи',
  blocks: [
    block(
      'fact',
      'О чём это согласие',
      `${seat(who)} разрешает возможные спорные ситуации по видеозаписи аттестационного испытания только с обязательным предварительным согласием испытуемого.`,
      'Если после экзамена возникнет спор, запись можно посмотреть ещё раз. Но только если вы согласились до экзамена.',
    ),
    block(
      'functions',
      'Как используется запись',
      'Видеозапись просматривают уполномоченные лица, рассматривающие спорную ситуацию; каждый просмотр фиксируется в журнале.',
      'Запись посмотрят только те, кто разбирает спор. Каждый просмотр попадает в журнал.',
    ),
    block(
      'rules',
      'Срок и отказ',
      'Согласие даётся до начала испытания, является добровольным и может быть отозвано в любое время. При отсутствии согласия видеозапись для разрешения спорных ситуаций не используется. Отказ не является нарушением.',
      'Можно сказать «не согласен»: на экзамен это не повлияет. Тогда запись в споре не поможет ни вам, ни учителю.',
    ),
  ],
  question: 'Согласие на разрешение возможных спорных ситуаций по видеозаписи',
  saysVoluntary: true,
  fields: {},
})

const PURPOSES =
  'реализация образовательных программ с применением электронного обучения и дистанционных образовательных технологий; прохождение промежуточной и итоговой аттестации с применением прокторинга'
const DATA =
  'цветное цифровое фотографическое изображение лица; цветное цифровое видеоизображение лица и голос, записываемые на электронные носители информации'
const TERM = 'со дня подписания до отчисления либо до дня отзыва, оформленного в письменной форме'
const WITHDRAWAL = 'отзывается письменным заявлением, которое регистрирует учреждение'
const law = (who: Operator, data: string, operations: string): ConsentText['fields'] => ({
  operator: who.name && who.address ? named(who) : '',
  subject: 'обучающийся, чьё имя указано в документе',
  purposes: PURPOSES,
  data,
  operations,
  term: TERM,
  withdrawal: WITHDRAWAL,
})

const biometric = (who: Operator): Wording => ({
  kind: 'biometric',
  title: 'Согласие на обработку биометрических данных',
  blocks: [
    block(
      'fact',
      'Кто и зачем обрабатывает данные',
      `Оператор: ${named(who)}. Цели: ${PURPOSES}. Правовое основание: п. 4 ст. 9, ст. 11 Федерального закона от 27.07.2006 № 152-ФЗ «О персональных данных».`,
      'Учебный центр просит разрешения записывать ваше лицо и голос на экзамене, чтобы знать, что сдаёте именно вы.',
    ),
    block(
      'functions',
      'Какие данные и что с ними делают',
      `Данные: ${DATA}. Действия: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, обезличивание, блокирование, удаление, уничтожение с использованием средств автоматизации, в том числе с передачей по каналам связи.`,
      'Это фотография и видео вашего лица и ваш голос. Их хранят на сервере учреждения и нигде не публикуют.',
    ),
    block(
      'rules',
      'Срок и отзыв',
      `Согласие действует ${TERM}. Оно ${WITHDRAWAL}.`,
      'Подписать нужно один раз, на бумаге. Отозвать можно в любой день письменным заявлением.',
    ),
  ],
  question: 'Согласие на обработку биометрических персональных данных',
  saysVoluntary: false,
  fields: law(who, DATA, 'сбор, запись, хранение, использование, удаление, уничтожение'),
})

const transfer = (who: Operator): Wording => ({
  kind: 'third_party_transfer',
  title: 'Согласие на передачу данных третьим лицам',
  blocks: [
    block(
      'fact',
      'Кому передаются данные',
      who.thirdParty === null
        ? `Оператор: ${named(who)}. На день составления текста третьих лиц, которым передаются данные, нет; без нового согласия, в котором они названы, передача не производится.`
        : `Оператор: ${named(who)}. Данные передаются: ${who.thirdParty}.`,
      who.thirdParty === null
        ? 'Сейчас ваши данные никому не передают. Если это изменится, вас спросят снова и назовут, кому.'
        : `Часть данных увидит помощник учреждения: ${who.thirdParty}. Больше никто.`,
    ),
    block(
      'functions',
      'Что передаётся и для чего',
      `Данные: ${DATA}. Цели: ${PURPOSES}. Действия: предоставление и доступ лицам, названным выше, по договору; распространение неограниченному кругу лиц не производится.`,
      'Только записи экзамена и только чтобы он состоялся. В открытый доступ ничего не попадает.',
    ),
    block(
      'rules',
      'Срок и отзыв',
      `Согласие действует ${TERM}. Оно ${WITHDRAWAL}; отзыв не затрагивает согласия на обработку биометрических данных.`,
      'Это отдельное согласие: можно отозвать только его.',
    ),
  ],
  question: 'Согласие на передачу персональных данных третьим лицам',
  saysVoluntary: false,
  fields: law(who, DATA, 'предоставление, доступ'),
})

const binding = (who: Operator): Wording => ({
  kind: 'account_binding',
  title: 'Владелец учётной записи',
  blocks: [
    block(
      'fact',
      'Что происходит при первом входе',
      'При первом входе в систему прокторинга фиксируются документ и изображение обучающегося.',
      'Перед первым экзаменом вы покажете документ и лицо.',
    ),
    block(
      'functions',
      'Что это означает',
      'Обучающийся соглашается, что лицо, чьи документ и изображение были зафиксированы в системе прокторинга при первом входе, является владельцем данной учетной записи в системе прокторинга.',
      'После этого учётная запись считается вашей. Никому не давайте от неё пароль.',
    ),
    block(
      'rules',
      'Если что-то изменится',
      `Привязку может снять только администратор ${who.short} с указанием основания.`,
      'Сменили фамилию или документ? Скажите в учебной части, и привязку обновят.',
    ),
  ],
  question: 'Согласие с тем, кто является владельцем учётной записи',
  saysVoluntary: false,
  fields: {},
})

const all = {
  proctoring_informed: informed,
  video_disputes: disputes,
  biometric,
  third_party_transfer: transfer,
  account_binding: binding,
} as const satisfies Record<ConsentKind, (who: Operator) => Wording>

export const wordingOf = (kind: ConsentKind, who: Operator): Wording => all[kind](who)

/** As the rules of texts read it. */
export const textOf = (
  wording: Wording,
  version: string,
  alsoCovers: readonly ConsentKind[],
): ConsentText => ({
  kind: wording.kind,
  version,
  parts: wording.blocks.map(({ part, title, legal }) => ({ part, title, body: legal })),
  fields: wording.fields,
  saysVoluntary: wording.saysVoluntary,
  alsoCovers,
  within: 'own_document',
})
