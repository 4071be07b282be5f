// What requests of the area sessions are refused for.
import type { Sentence } from './sentence.ts'

export const sessions = {
  code_too_early: {
    status: 409,
    ru: 'Код для входа дают не раньше чем за час до начала экзамена. Если пароль забыт раньше, его заново задаёт сам человек по ссылке на странице входа или по новому приглашению.',
    en: 'A code to sign in is given no earlier than an hour before the exam begins. Whoever forgets the password before that sets a new one by the link on the sign-in page or by a new invitation.',
  },
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
    ru: 'По последней проверке на этом устройстве или в этом браузере экзамен не записать. Откройте страницу экзамена на компьютере, в Chrome, Edge или Яндекс Браузере. Не выходит — нажмите «Помощь»: подскажет поддержка, а учитель решит, как сдать иначе.',
    en: 'By its last check this device or browser can not record the exam. Open the exam page on a computer, in Chrome or Edge. If that fails press “Help”: support advises, and your teacher decides how else you take the exam.',
  },
  equipment_no_camera: {
    status: 409,
    ru: 'Не хватает камеры: проверка её не нашла. Подключите камеру и проверьте ещё раз. Не выходит — нажмите «Помощь»: подскажет поддержка, а учитель решит, как сдать иначе.',
    en: 'A camera is missing: the check found none. Connect one and check again. If that fails press “Help”: support advises, and your teacher decides how else you take the exam.',
  },
  equipment_no_microphone: {
    status: 409,
    ru: 'Не хватает микрофона: проверка его не нашла. Подключите микрофон и проверьте ещё раз. Не выходит — нажмите «Помощь»: подскажет поддержка, а учитель решит, как сдать иначе.',
    en: 'A microphone is missing: the check found none. Connect one and check again. If that fails press “Help”: support advises, and your teacher decides how else you take the exam.',
  },
  equipment_blurred: {
    status: 409,
    ru: 'Камера размывает фон, а за спиной должно быть видно всё до стены. Выключите размытие в настройках камеры или системы и проверьте ещё раз. Не выходит — нажмите «Помощь»: подскажут поддержка или проктор.',
    en: 'The camera blurs the background, and everything up to the wall has to be seen. Turn the blur off in the settings of the camera or the system and check again. If that fails press “Help”: support or the proctor advises.',
  },
  equipment_unchecked: {
    status: 409,
    ru: 'Перед самым экзаменом оборудование проверяют ещё раз: нажмите «Начать проверку» на странице экзамена. Не выходит — нажмите «Помощь»: подскажет поддержка.',
    en: 'Right before the exam the equipment is checked once more: press “Begin the check” on the exam page. If that fails press “Help”: support advises.',
  },
  equipment_unfinished: {
    status: 409,
    ru: 'Проверка оборудования не закончена. Пройдите оставшиеся шаги на странице экзамена. Не выходит — нажмите «Помощь»: подскажет поддержка.',
    en: 'The equipment check is not finished. Make the steps that are left on the exam page. If that fails press “Help”: support advises.',
  },
  equipment_not_confirmed: {
    status: 409,
    ru: 'Осталось подтвердить итог проверки: отметьте пункты под ней и нажмите «Подтвердить и сохранить». Непонятно, что отмечать, — нажмите «Помощь»: подскажет поддержка.',
    en: 'The result of the check is still to be confirmed: tick what stands below it and press “Confirm and save”. If it is not clear what to tick press “Help”: support advises.',
  },
  risk_not_accepted: {
    status: 409,
    ru: 'Проверка нашла то, что ниже минимальных требований. Подтвердите под проверкой, что продолжаете под свою ответственность, или исправьте и проверьте ещё раз. Сомневаетесь — нажмите «Помощь»: подскажет поддержка.',
    en: 'The check found something below the minimum. Confirm below the check that you go on at your own risk, or mend it and check again. If in doubt press “Help”: support advises.',
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
  original_late: {
    status: 409,
    ru: 'Оригинал вашего согласия не сдан в срок. Допустить ли вас к экзамену, решает методист или администратор учреждения: напишите им или учителю. Это не нарушение.',
    en: 'The original of your consent was not handed in by its day. A methodist or the administrator decides whether you may take the exam: write to them or to your teacher. It is no violation.',
  },
  original_refused: {
    status: 409,
    ru: 'Оригинал вашего согласия не сдан в срок, и учреждение решило не допускать вас к этому экзамену с прокторингом. Причина — в «Извещениях». Спросите учителя, как сдать экзамен. Это не нарушение.',
    en: 'The original of your consent was not handed in by its day, and the institution decided not to admit you to this proctored exam. The reason is in your notices. Ask your teacher how to take the exam. It is no violation.',
  },
  not_late: {
    status: 409,
    ru: 'Решать нечего: оригинал согласия этого человека сдан в срок, ещё ждёт своего срока или не нужен.',
    en: 'There is nothing to decide: the original of this person came in time, is not due yet or is not needed.',
  },
  too_few_violations: {
    status: 409,
    ru: 'Подтверждённых нарушений меньше, чем требует акт. Остановить можно, только обосновав необходимость.',
    en: 'Fewer violations are confirmed than the act asks for. A stop needs a justification of its own.',
  },
} as const satisfies Record<string, Sentence>
