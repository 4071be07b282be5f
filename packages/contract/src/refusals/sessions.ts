// What requests of the area sessions are refused for.
import type { Sentence } from './sentence.ts'

export const sessions = {
  run_full: {
    status: 409,
    ru: 'Сейчас экзамен уже сдаёт столько людей, сколько разрешает акт. Подождите: место освободится, когда кто-то закончит.',
    en: 'As many people as the act allows are taking the exam now. Wait: a seat is free when somebody finishes.',
  },
  slot_full: {
    status: 409,
    ru: 'В этом слоте уже столько людей, сколько акт разрешает одновременно. Выберите другой слот или добавьте новый.',
    en: 'This slot already has as many people as the act allows at once. Choose another slot or add one.',
  },
  slot_needed: {
    status: 422,
    ru: 'У экзамена есть расписание: укажите слот, в который включить человека.',
    en: 'The exam has a schedule: name the slot to put the person into.',
  },
  examinee_busy: {
    status: 409,
    ru: 'У этого человека в это время другой экзамен. Выберите другой слот.',
    en: 'This person has another exam at this time. Choose another slot.',
  },
  equipment_refused: {
    status: 409,
    ru: 'По последней проверке этот компьютер или телефон не подходит для экзамена. Откройте «Проверку оборудования» на другом устройстве.',
    en: 'By its last check this device can not hold the exam. Open the equipment check on another one.',
  },
  risk_not_accepted: {
    status: 409,
    ru: 'Проверка нашла то, что ниже минимальных требований. Откройте «Проверку оборудования» и подтвердите, что продолжаете под свою ответственность.',
    en: 'The check found something below the minimum. Open the equipment check and confirm that you go on at your own risk.',
  },
  session_exists: {
    status: 409,
    ru: 'Этому человеку экзамен уже назначен.',
    en: 'This person already has this exam.',
  },
  not_authorized: { status: 409, ru: 'Запись ещё не начата.', en: 'Recording has not begun.' },
  consent_refused: {
    status: 409,
    ru: 'Вы отказались от прокторинга или отозвали согласие. Это не нарушение: спросите учителя, в каком порядке вы сдаёте этот экзамен.',
    en: 'You declined proctoring or withdrew your consent. It is no violation: ask your teacher in which other way you take this exam.',
  },
  consent_missing: {
    status: 409,
    ru: 'Нет согласия на прокторинг: ответ ждём от вас, от родителя или опекуна, а если согласие на бумаге — её оригинал. Ответить можно на странице «Согласия», помочь может учитель. Это не нарушение.',
    en: 'There is no consent to proctoring yet: we wait for your answer, for that of your parent or guardian, or for the original of the paper. Answer on the page “Consents”; your teacher can help. It is no violation.',
  },
  too_few_violations: {
    status: 409,
    ru: 'Подтверждённых нарушений меньше, чем требует акт. Остановить можно, только обосновав необходимость.',
    en: 'Fewer violations are confirmed than the act asks for. A stop needs a justification of its own.',
  },
} as const satisfies Record<string, Sentence>
