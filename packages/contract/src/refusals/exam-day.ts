// The day of an exam: before its time, at the door, in the middle, and after it.
import type { Sentence } from './sentence.ts'

export const examDay = {
  wrong_window: {
    status: 422,
    ru: 'Окно начала экзамена задано неверно.',
    en: 'The start window of the exam is wrong.',
  },
  in_a_room: {
    status: 409,
    ru: 'Этот экзамен проходит в аудитории. Приходите с документом: начнёт и закончит его проктор.',
    en: 'This exam is held in a classroom. Come with a document: the proctor there begins and ends it.',
  },
  not_in_a_room: {
    status: 409,
    ru: 'Этот экзамен проходит не в аудитории.',
    en: 'This exam is not held in a classroom.',
  },
  exam_draft: {
    status: 409,
    ru: 'Экзамен ещё не опубликован: учитель не закончил его карточку.',
    en: 'The exam is not published yet: the teacher has not finished its card.',
  },
  not_regulated: {
    status: 409,
    ru: 'Действующий акт не регулирует прокторинг: экзамен по нему не проводится.',
    en: 'The act in force does not regulate proctoring: no exam is held under it.',
  },
  undecided: {
    status: 409,
    ru: 'В акте не всё решено: методист или администратор должен заполнить то, о чём акт молчит.',
    en: 'Not everything is decided in the act: a methodist or an administrator has to fill what the act leaves open.',
  },
  no_proctor: {
    status: 409,
    ru: 'За этим экзаменом наблюдает проктор, но вам он ещё не назначен. Сообщите учителю или организатору.',
    en: 'A proctor watches this exam, but none is assigned to you yet. Tell the teacher or the organiser.',
  },
  too_early: { status: 409, ru: 'Ещё рано: время не наступило.', en: 'It is too early.' },
  too_late: { status: 409, ru: 'Время начала прошло.', en: 'The time to begin is over.' },
  not_admitted: {
    status: 409,
    ru: 'Допуска к этому экзамену нет.',
    en: 'There is no admission to this exam.',
  },
  not_running: { status: 409, ru: 'Экзамен сейчас не идёт.', en: 'The exam is not running.' },
  already_over: { status: 409, ru: 'Экзамен уже завершён.', en: 'The exam is already over.' },
  not_assigned: {
    status: 403,
    ru: 'Вы больше не назначены на эту сессию.',
    en: 'You are no longer assigned to this session.',
  },
  outside_window: {
    status: 403,
    ru: 'Сейчас не время для просмотра этой сессии.',
    en: 'This session can not be watched at this time.',
  },
  identity_steps_missing: {
    status: 409,
    ru: 'Сначала пройдите все шаги подтверждения личности.',
    en: 'First finish every step of confirming who you are.',
  },
  identity_undecided: {
    status: 409,
    ru: 'Проктор ещё не подтвердил вашу личность. Подождите: очередь движется.',
    en: 'The proctor has not confirmed who you are yet. Please wait: the queue is moving.',
  },
  identity_refused: {
    status: 409,
    ru: 'Личность не подтверждена. Причина указана на странице: исправьте её и попробуйте ещё раз или напишите преподавателю.',
    en: 'Your identity was not confirmed. The reason is on the page: put it right and try again, or write to the teacher.',
  },
  external_identity_missing: {
    status: 409,
    ru: 'Нет положительного ответа внешней системы идентификации. Напишите преподавателю.',
    en: 'There is no positive answer of the external identification system. Write to the teacher.',
  },
  people_not_told: {
    status: 409,
    ru: 'Экзамен ещё не может начаться: не всем участникам сообщено расписание. Подождите минуту и попробуйте ещё раз; если не помогло, обратитесь к преподавателю.',
    en: 'The exam can not begin yet: not everybody was told the schedule. Wait a minute and try again; if that does not help, ask the teacher.',
  },
  checklist_open: {
    status: 409,
    ru: 'Экзамен ещё не может начаться: преподаватель не подтвердил подготовку (инструктаж, материалы, список). Сообщите ему об этом.',
    en: 'The exam can not begin yet: the teacher has not confirmed the preparations (briefing, materials, list). Let the teacher know.',
  },
  launch_from_lms: {
    status: 409,
    ru: 'Этот экзамен открывается только из системы обучения. Войдите в неё, откройте свой курс и нажмите на экзамен там.',
    en: 'This exam opens from the learning platform alone. Sign in there, open your course and click the exam.',
  },
  document_not_in_act: {
    status: 409,
    ru: 'Такого документа правила экзамена не называют. Попросите один из тех, что в списке.',
    en: 'The rules of this exam do not name such a document. Ask for one of those on the list.',
  },
  own_exam: {
    status: 409,
    ru: 'Человек не может наблюдать за собственным экзаменом.',
    en: 'Nobody watches their own exam.',
  },
  nothing_to_try: {
    status: 409,
    ru: 'Этот экзамен проходит в аудитории, без компьютера и камеры: пробовать заранее нечего.',
    en: 'This exam is held in a classroom, without a computer and a camera: there is nothing to try beforehand.',
  },
  plan_changed: {
    status: 409,
    ru: 'Пока вы смотрели, расписание изменилось. Посмотрите новый вариант и примените его.',
    en: 'The schedule changed while you looked. Look at the new proposal and apply it.',
  },
  newer_check: {
    status: 409,
    ru: 'С тех пор сделана новая проверка. Откройте страницу заново.',
    en: 'A newer check was made since then. Open the page again.',
  },
  call_over: { status: 409, ru: 'Звонок уже закончен.', en: 'The call is already over.' },
  too_many_hints: {
    status: 409,
    ru: 'Наблюдений по этому экзамену уже очень много, новые не записаны. Экзамен и запись продолжаются.',
    en: 'There are very many observations of this exam already, new ones are not kept. The exam and the recording go on.',
  },
  mark_first: {
    status: 409,
    ru: 'Сначала поставьте отметку: подсказка сама по себе нарушением не становится.',
    en: 'Make the mark first: a hint does not become a violation by itself.',
  },
} as const satisfies Record<string, Sentence>
