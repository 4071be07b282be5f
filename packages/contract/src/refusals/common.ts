// What more than one area refuses for.
import type { Sentence } from './sentence.ts'

export const common = {
  not_signed_in: { status: 401, ru: 'Войдите, чтобы продолжить.', en: 'Sign in to continue.' },
  second_factor: {
    status: 403,
    ru: 'Сначала подтвердите вход вторым способом.',
    en: 'First confirm the sign-in with your second factor.',
  },
  recording_destroyed: {
    status: 410,
    ru: 'Запись уничтожена по акту. Её хеш и протокол сохранены.',
    en: 'The recording was destroyed by an act. Its hash and the protocol are kept.',
  },
  recording_blocked: {
    status: 409,
    ru: 'Запись закрыта для всех: её хранят, но не смотрят. Спросите того, кто отвечает за персональные данные.',
    en: 'The recording is closed to everybody: it is kept and not looked at. Ask whoever answers for personal data.',
  },
  clip_not_ready: {
    status: 409,
    ru: 'Протокол ещё не передан. Отрывки появятся вместе с отметками.',
    en: 'The protocol is not handed over yet. The pieces come together with the marks.',
  },
  clips_off: {
    status: 403,
    ru: 'Учреждение не показывает отрывки записи здесь. Их можно попросить изучить в апелляции.',
    en: 'The institution does not show pieces of recordings here. An appeal may ask for them to be studied.',
  },
  clips_not_for_this: {
    status: 403,
    ru: 'По правилам учреждения запись не смотрят для споров и апелляций.',
    en: 'By the rules of the institution recordings are not looked at for disputes and appeals.',
  },
  clips_considered: {
    status: 403,
    ru: 'Апелляция рассмотрена, поэтому отрывки записи больше не показываются.',
    en: 'The appeal has been considered, so that pieces of the recording are not shown any more.',
  },
  clips_over: {
    status: 403,
    ru: 'Сроки ответа и апелляции прошли, поэтому отрывки записи больше не показываются.',
    en: 'The time to answer and to appeal is over, so that pieces of the recording are not shown any more.',
  },
  forbidden: { status: 403, ru: 'У вашей роли нет этого права.', en: 'Your role does not have this right.' },
  not_same_origin: {
    status: 403,
    ru: 'Запрос пришёл не со страницы «Очно».',
    en: 'The request did not come from a page of Ochno.',
  },
  not_found: { status: 404, ru: 'Такой страницы или записи нет.', en: 'There is no such page or record.' },
  cursor_stale: {
    status: 409,
    ru: 'Список с тех пор изменился. Откройте его с начала.',
    en: 'The list has changed since. Open it from the beginning.',
  },
  no_such_method: {
    status: 405,
    ru: 'Этот адрес так не вызывается.',
    en: 'This address is not called this way.',
  },
  too_large: {
    status: 413,
    ru: 'Слишком большой запрос. Ничего не сохранено.',
    en: 'The request is too large. Nothing was saved.',
  },
  wrong_type: {
    status: 415,
    ru: 'Содержимое такого вида не принимается.',
    en: 'Content of this kind is not accepted.',
  },
  too_long_address: { status: 414, ru: 'Слишком длинный адрес.', en: 'The address is too long.' },
  too_many: {
    status: 429,
    ru: 'Слишком много попыток. Подождите и повторите.',
    en: 'Too many attempts. Wait and try again.',
  },
  too_slow: { status: 408, ru: 'Запрос шёл слишком долго.', en: 'The request took too long to arrive.' },
  internal: {
    status: 500,
    ru: 'На сервере произошла ошибка. Сохранённое не пропало; сообщите код поддержке.',
    en: 'The server failed. What was saved is safe; tell support the code.',
  },
  busy: {
    status: 503,
    ru: 'Сервер занят. Введённое не пропало: повторите через несколько секунд.',
    en: 'The server is busy. Nothing you typed is lost: try again in a few seconds.',
  },
  journal_unavailable: {
    status: 503,
    ru: 'Журнал доступа не отвечает, поэтому ничего не показано. Повторите через минуту.',
    en: 'The access journal does not answer, so nothing is shown. Try again in a minute.',
  },
  disk: {
    status: 507,
    ru: 'На сервере кончается место. Сообщите администратору.',
    en: 'The server is running out of space. Tell the administrator.',
  },
  login_taken: { status: 409, ru: 'Такой логин уже занят.', en: 'This login is taken.' },
  unknown_zone: {
    status: 422,
    ru: 'Такого часового пояса нет. Выберите его из списка.',
    en: 'There is no such time zone. Choose one from the list.',
  },
  not_an_examinee: {
    status: 422,
    ru: 'Этот человек не сдаёт экзамены.',
    en: 'This person does not take exams.',
  },
  not_a_proctor: { status: 422, ru: 'Этот человек не наблюдатель.', en: 'This person is not a proctor.' },
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
  not_now: {
    status: 409,
    ru: 'Сейчас это сделать нельзя: этот шаг уже пройден или до него ещё не дошла очередь.',
    en: 'This can not be done now: the step is already behind you or its turn has not come.',
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
  proctor_full: {
    status: 409,
    ru: 'Проктор в это время уже наблюдает за столькими людьми, сколько разрешает акт, считая все его экзамены. Назначьте другого.',
    en: 'At this time the proctor already watches as many people as the act allows, over all exams. Assign another one.',
  },
  proctor_busy: {
    status: 409,
    ru: 'Проктор в это время занят: он сам сдаёт экзамен или наблюдает в другом месте.',
    en: 'The proctor is busy at this time: taking an exam or watching in another place.',
  },
  ends_before_it_begins: {
    status: 422,
    ru: 'Последний день раньше первого. Исправьте даты.',
    en: 'The last day is before the first. Correct the dates.',
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
  view_needed: {
    status: 403,
    ru: 'Чтобы открыть запись, назовите цель просмотра.',
    en: 'To open the recording, state the purpose.',
  },
  view_over: {
    status: 403,
    ru: 'Время просмотра вышло. Откройте запись ещё раз.',
    en: 'The viewing time is over. Open the recording again.',
  },
  range_too_large: {
    status: 400,
    ru: 'За один раз запрошено слишком много записи.',
    en: 'Too much of the recording was asked for at once.',
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
  not_asked: {
    status: 409,
    ru: 'Этого шага правила экзамена не требуют.',
    en: 'The rules of this exam do not ask for this step.',
  },
  no_reason: { status: 422, ru: 'Укажите причину.', en: 'Give a reason.' },
  closed: {
    status: 410,
    ru: 'Время приёма записи вышло. Принятое сохранено.',
    en: 'The time for the recording to arrive is over. What was accepted is safe.',
  },
  window: {
    status: 409,
    ru: 'Части записи перед этой ещё не пришли. Сначала нужны они.',
    en: 'Parts of the recording before this one have not arrived yet. They are needed first.',
  },
  signature_missing: {
    status: 409,
    ru: 'Подписали ещё не все, кто должен.',
    en: 'Not everybody who has to sign has signed.',
  },
  print_busy: {
    status: 503,
    ru: 'Сейчас печатают многие. Повторите через минуту.',
    en: 'Many are printing now. Try again in a minute.',
  },
  print_failed: {
    status: 500,
    ru: 'Документ не получилось составить. Ничего не потеряно; сообщите код поддержке.',
    en: 'The document could not be made. Nothing is lost; tell support the code.',
  },
  infected: {
    status: 422,
    ru: 'Проверка нашла в файле вредоносную программу. Файл не сохранён. Отправьте его с другого компьютера или скажите администратору.',
    en: 'The check found malware in the file. It was not saved. Send it from another computer or tell the administrator.',
  },
  scan_unavailable: {
    status: 503,
    ru: 'Проверка файлов на вредоносные программы сейчас не отвечает, поэтому файл не принят. Повторите позже или скажите администратору.',
    en: 'The check for malware does not answer now, so the file was not taken. Try again later or tell the administrator.',
  },
  not_a_scan: {
    status: 415,
    ru: 'Это не PDF, не JPEG и не PNG. Сфотографируйте или отсканируйте бумагу ещё раз.',
    en: 'This is no PDF, JPEG or PNG. Photograph or scan the paper again.',
  },
  workplace_time: {
    status: 422,
    ru: 'В это время экзамен не начинают. Выберите время в пределах окна начала.',
    en: 'The exam is not begun at that time. Choose a time within its start window.',
  },
  workplace_full: {
    status: 409,
    ru: 'На это время все места заняты. Выберите другое помещение или другое время экзамена.',
    en: 'All seats are taken at that time. Choose another room or another time of the exam.',
  },
  workplace_shut: {
    status: 409,
    ru: 'В эти часы помещение закрыто. Выберите другое или измените его часы.',
    en: 'The room is closed at these hours. Choose another one or change its hours.',
  },
  not_under_this_act: {
    status: 409,
    ru: 'Акт учреждения такого действия не предусматривает.',
    en: 'The act of the institution does not provide for this.',
  },
  not_on_the_list: {
    status: 409,
    ru: 'Этого нет в перечне нарушений, который действует на экзамене.',
    en: 'This is not in the list of violations of this exam.',
  },
  wrong_range: {
    status: 409,
    ru: 'Отрезок должен лежать внутри записи и уже закончиться.',
    en: 'The range must lie within the recording and be over.',
  },
  already_answered: {
    status: 409,
    ru: 'На это уже ответили.',
    en: 'This was answered already.',
  },
  already_asked: {
    status: 409,
    ru: 'Об этом уже попросили, или это уже идёт. Дождитесь конца.',
    en: 'This was asked for already, or is under way. Wait until it ends.',
  },
  nothing_to_answer: {
    status: 409,
    ru: 'Отвечать не на что: такого обращения в этом экзамене нет.',
    en: 'There is nothing to answer: no such message in this exam.',
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
  not_staff: {
    status: 409,
    ru: 'Ответственным может быть только сотрудник.',
    en: 'Only a member of staff can be responsible.',
  },
  paper_lacks: {
    status: 409,
    ru: 'Для документа не хватает данных: проверьте приказ, ответственных и реквизиты учреждения.',
    en: 'The document lacks data: check the order, the persons and the details of the institution.',
  },
  external_has_roles: {
    status: 409,
    ru: 'Сторонний проктор видит только свои сеансы, поэтому других ролей у него быть не может. Сначала снимите их.',
    en: 'An outside proctor sees only assigned sessions and can have no other role. Remove the other roles first.',
  },
  own_child: {
    status: 409,
    ru: 'Родитель не может быть проктором на экзамене своего ребёнка.',
    en: 'A parent can not watch the exam of the own child.',
  },
  proctor_employer: {
    status: 409,
    ru: 'Проктора нельзя назначить: по акту проктором может быть только свой сотрудник.',
    en: 'The proctor can not be assigned: under the act only own staff may watch.',
  },
  proctor_no_contract: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет действующего договора с его организацией.',
    en: 'The proctor can not be assigned: there is no running contract with the organisation.',
  },
  proctor_no_order: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет приказа о его назначении.',
    en: 'The proctor can not be assigned: there is no order of appointment.',
  },
  proctor_not_instructed: {
    status: 409,
    ru: 'Проктора нельзя назначить: не отмечен инструктаж по работе в системе.',
    en: 'The proctor can not be assigned: the instruction is not recorded.',
  },
  proctor_not_acquainted: {
    status: 409,
    ru: 'Проктора нельзя назначить: он не ознакомлен с Регламентом или Инструкцией по проверке записей.',
    en: 'The proctor can not be assigned: the Regulation or the Instruction is not acknowledged.',
  },
  proctor_not_trained: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет обучения для этого вида прокторинга.',
    en: 'The proctor can not be assigned: there is no training for this kind of proctoring.',
  },
  proctor_no_secrecy: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет обязательства о неразглашении.',
    en: 'The proctor can not be assigned: there is no non-disclosure record.',
  },
  proctor_qualification_over: {
    status: 409,
    ru: 'Проктора нельзя назначить: срок повышения квалификации истёк.',
    en: 'The proctor can not be assigned: the qualification has run out.',
  },
  not_over: {
    status: 409,
    ru: 'Экзамен ещё не закончился: проверять пока нечего.',
    en: 'The exam is not over: there is nothing to review yet.',
  },
  launch_from_lms: {
    status: 409,
    ru: 'Этот экзамен открывается только из системы обучения. Войдите в неё, откройте свой курс и нажмите на экзамен там.',
    en: 'This exam opens from the learning platform alone. Sign in there, open your course and click the exam.',
  },
  linked_to_another: {
    status: 409,
    ru: 'Этот вход уже связан с другой учётной записью «Очно».',
    en: 'This sign-in is linked with another account of Ochno already.',
  },
  changed_meanwhile: {
    status: 409,
    ru: 'Пока вы смотрели, здесь что-то изменилось. Обновите страницу: ваше последнее изменение не сохранено.',
    en: 'Something has changed here while you looked. Reload the page: your last change was not saved.',
  },
  already_decided: {
    status: 409,
    ru: 'Решение по этому результату уже принято.',
    en: 'This result has been decided already.',
  },
  not_yours: {
    status: 403,
    ru: 'По акту это решает другой человек.',
    en: 'Under the act another person decides this.',
  },
  not_in_vocabulary: {
    status: 422,
    ru: 'Акт этого экзамена не знает такого результата.',
    en: 'The act of this exam does not know this result.',
  },
  calendar_ends: {
    status: 409,
    ru: 'Срок не посчитать: в календаре нет нужного года. Его добавляет администратор.',
    en: 'The term can not be counted: the calendar lacks the year. The administrator adds it.',
  },
  appeal_open: {
    status: 409,
    ru: 'Апелляция на этот экзамен уже подана и ещё не закончена.',
    en: 'An appeal on this exam is filed already and not finished.',
  },
  appeal_considered: {
    status: 409,
    ru: 'Апелляцию на этот экзамен комиссия уже рассмотрела.',
    en: 'The commission has considered an appeal on this exam already.',
  },
  rules_changed: {
    status: 409,
    ru: 'Правила обновились. Прочитайте новую редакцию.',
    en: 'The rules have changed. Read the new edition.',
  },
  no_act: {
    status: 409,
    ru: 'Сначала введите в действие акт учреждения: из него берутся сервисы.',
    en: 'First bring an act of the institution into effect: the services are taken from it.',
  },
  step_up: {
    status: 401,
    ru: 'Для этого действия нужен пароль, введённый не раньше пяти минут назад.',
    en: 'This needs a password given in the last five minutes.',
  },
  no_dispute_consent: {
    status: 409,
    ru: 'Разбирать спор по этой записи нельзя: согласия на это до экзамена нет или оно отозвано.',
    en: 'This recording can not settle a dispute: there was no consent to that before the exam, or it was withdrawn.',
  },
  unavailable: {
    status: 503,
    ru: 'Сервер временно не может ответить. Повторите через несколько секунд.',
    en: 'The server can not answer just now. Try again in a few seconds.',
  },
  kind_not_allowed: {
    status: 415,
    ru: 'Файлы такого вида здесь не принимаются. Ничего не сохранено.',
    en: 'Files of this kind are not taken here. Nothing was saved.',
  },
  own_account: {
    status: 409,
    ru: 'Свою запись отключить нельзя: попросите другого администратора.',
    en: 'You can not disable your own account: ask another administrator.',
  },
  own_roles: {
    status: 409,
    ru: 'Свои роли изменить нельзя: попросите другого администратора.',
    en: 'You can not change your own roles: ask another administrator.',
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
  too_soon: {
    status: 409,
    ru: 'О работах говорят заранее, хотя бы за час. Выберите более позднее начало.',
    en: 'Works are announced at least an hour ahead. Choose a later start.',
  },
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
