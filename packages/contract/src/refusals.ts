// Every reason a request may be refused for: its HTTP status and one sentence for the person, in both languages.
// An area adds its own rows; a route that names a code without a row here stops the start.

export type Sentence = { readonly status: number; readonly ru: string; readonly en: string }

export const refusals = {
  malformed: {
    status: 400,
    ru: 'Запрос составлен неверно. Ничего не сохранено.',
    en: 'The request is not well formed. Nothing was saved.',
  },
  not_signed_in: { status: 401, ru: 'Войдите, чтобы продолжить.', en: 'Sign in to continue.' },
  wrong_sign_in: {
    status: 401,
    ru: 'Логин или пароль не подходят.',
    en: 'The login or the password does not match.',
  },
  step_up: {
    status: 401,
    ru: 'Для этого действия нужен пароль, введённый не раньше пяти минут назад.',
    en: 'This needs a password given in the last five minutes.',
  },
  second_factor: {
    status: 403,
    ru: 'Сначала подтвердите вход вторым способом.',
    en: 'First confirm the sign-in with your second factor.',
  },
  wrong_code_of_factor: {
    status: 403,
    ru: 'Код не подошёл. Введите тот, что показан сейчас: каждый код действует один раз.',
    en: 'The code does not fit. Give the one shown now: each code counts once.',
  },
  wrong_passkey: {
    status: 403,
    ru: 'Ключ входа не подтвердился. Попробуйте ещё раз или выберите другой способ.',
    en: 'The passkey was not confirmed. Try again or choose another way.',
  },
  factor_not_begun: {
    status: 409,
    ru: 'Время вышло. Начните этот шаг заново.',
    en: 'The time is over. Begin this step again.',
  },
  last_factor: {
    status: 409,
    ru: 'Это последний второй способ входа, а сотруднику без него нельзя. Сначала добавьте другой.',
    en: 'This is the last second factor, and staff may not be without one. Add another first.',
  },
  passkeys_need_name: {
    status: 409,
    ru: 'Ключ входа привязывается к имени сайта, а этот адрес из цифр. Воспользуйтесь приложением с кодами.',
    en: 'A passkey is bound to the name of a site, and this address is digits. Use an authenticator app.',
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
  too_few_together: {
    status: 409,
    ru: 'Пока нет ни одной группы из пяти человек и больше: в меньшей человека можно узнать и без имени.',
    en: 'There is no group of five people or more yet: in a smaller one a person is known without a name.',
  },
  review_too_far: {
    status: 409,
    ru: 'Назначьте день пересмотра: не раньше завтрашнего и не дальше 90 дней.',
    en: 'Set the day to look again: tomorrow at the earliest, within 90 days.',
  },
  same_person: {
    status: 403,
    ru: 'Уничтожение подтверждает другой человек, не тот, кто составил акт.',
    en: 'A destruction is confirmed by somebody other than the one who prepared the act.',
  },
  not_due: {
    status: 409,
    ru: 'Не все записи можно уничтожить: срок не вышел, подана апелляция или запись удержана. Обновите список.',
    en: 'Not all of them may be destroyed: the term runs, an appeal is open or one is held. Reload the list.',
  },
  forbidden: { status: 403, ru: 'У вашей роли нет этого права.', en: 'Your role does not have this right.' },
  not_same_origin: {
    status: 403,
    ru: 'Запрос пришёл не со страницы «Очно».',
    en: 'The request did not come from a page of Ochno.',
  },
  not_found: { status: 404, ru: 'Такой страницы или записи нет.', en: 'There is no such page or record.' },
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
  unavailable: {
    status: 503,
    ru: 'Сервер временно не может ответить. Повторите через несколько секунд.',
    en: 'The server can not answer just now. Try again in a few seconds.',
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

  wrong_code: {
    status: 403,
    ru: 'Одноразовый код не подходит или уже использован.',
    en: 'The one-time code is wrong or already used.',
  },
  already_set_up: { status: 409, ru: 'Администратор уже создан.', en: 'The administrator already exists.' },
  wrong_link: {
    status: 404,
    ru: 'Ссылка уже использована или её срок вышел. Попросите новую.',
    en: 'The link was used or is too old. Ask for a new one.',
  },
  password_short: { status: 422, ru: 'Пароль слишком короткий.', en: 'The password is too short.' },
  password_long: {
    status: 422,
    ru: 'Пароль длиннее 128 знаков.',
    en: 'The password is longer than 128 characters.',
  },
  password_common: {
    status: 422,
    ru: 'Такой пароль есть в списках известных паролей. Придумайте другой.',
    en: 'This password is on lists of known passwords. Choose another.',
  },
  password_personal: {
    status: 422,
    ru: 'В пароле легко угадать логин, имя или название. Придумайте другой.',
    en: 'The password is easy to guess from the login, the name or the institution. Choose another.',
  },
  login_taken: { status: 409, ru: 'Такой логин уже занят.', en: 'This login is taken.' },
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
  wrong_file: {
    status: 422,
    ru: 'Файл правил с ошибками. Ничего не сохранено.',
    en: 'The file of rules has errors. Nothing was saved.',
  },
  not_a_draft: {
    status: 409,
    ru: 'Это уже не проект: изменить можно только проект. Верните редакцию на доработку или создайте новую.',
    en: 'This is no draft any more: only a draft can be changed. Take the edition back or make a new one.',
  },
  act_says: {
    status: 409,
    ru: 'Об этом сказано в самом акте. Изменить это может только новая редакция.',
    en: 'The act itself says this. Only a new edition changes it.',
  },
  wrong_value: {
    status: 422,
    ru: 'Такого значения у этого параметра не бывает.',
    en: 'This parameter can not have such a value.',
  },
  superseded: {
    status: 409,
    ru: 'Эта редакция утратила силу и больше не меняется.',
    en: 'This edition is superseded and does not change any more.',
  },
  in_a_room: {
    status: 409,
    ru: 'Этот экзамен проходит в аудитории. Приходите с документом: начнёт и закончит его проктор.',
    en: 'This exam is held in a classroom. Come with a document: the proctor there begins and ends it.',
  },
  no_order_in_force: {
    status: 409,
    ru: 'На эту должность у вас нет действующего приказа: по приказам учреждения её занимает другой человек или срок приказа вышел. Приказ вносят на странице «Ответственные».',
    en: 'No order in force names you to this post: by the orders of the institution somebody else holds it, or the order is over. Orders are entered on the page of responsible persons.',
  },
  document_not_in_act: {
    status: 409,
    ru: 'Такого документа правила экзамена не называют. Попросите один из тех, что в списке.',
    en: 'The rules of this exam do not name such a document. Ask for one of those on the list.',
  },
  nothing_to_try: {
    status: 409,
    ru: 'Этот экзамен проходит в аудитории, без компьютера и камеры: пробовать заранее нечего.',
    en: 'This exam is held in a classroom, without a computer and a camera: there is nothing to try beforehand.',
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
  steps_open: {
    status: 409,
    ru: 'Пройдены не все шаги согласования: укажите орган и дату каждого, не позже дня утверждения.',
    en: 'Not every step of the approval is done: give the body and the date of each, not after the approval.',
  },
  no_order: {
    status: 409,
    ru: 'Нет приказа об утверждении: укажите его день в карточке.',
    en: 'There is no order of approval: give its day on the card.',
  },
  card_closed: {
    status: 409,
    ru: 'Эти реквизиты на этом шаге уже не меняются. Верните редакцию на доработку или создайте новую.',
    en: 'These details do not change at this stage any more. Take the edition back or make a new one.',
  },
  no_approver: {
    status: 409,
    ru: 'Не указано, кто утверждает акт: впишите должность и имя в реквизиты.',
    en: 'Who approves the act is not given: write the post and the name into its details.',
  },
  no_effective_date: {
    status: 409,
    ru: 'Укажите, с какого дня акт действует.',
    en: 'Say from which day the act is in force.',
  },
  exam_published: {
    status: 409,
    ru: 'Экзамен уже опубликован: его правила больше не меняются.',
    en: 'The exam is already published: its rules do not change any more.',
  },
  exam_draft: {
    status: 409,
    ru: 'Экзамен ещё не опубликован: учитель не закончил его карточку.',
    en: 'The exam is not published yet: the teacher has not finished its card.',
  },
  no_act_in_force: {
    status: 409,
    ru: 'Сегодня в учреждении нет действующего акта о прокторинге. Экзамен останется черновиком.',
    en: 'No act on proctoring is in force today. The exam stays a draft.',
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
  card_not_in_act: {
    status: 422,
    ru: 'Карточка экзамена не подходит под акт. Что именно, показано в карточке.',
    en: 'The card of the exam does not fit the act. What exactly is shown on the card.',
  },
  run_full: {
    status: 409,
    ru: 'Сейчас экзамен уже сдаёт столько людей, сколько разрешает акт. Подождите: место освободится, когда кто-то закончит.',
    en: 'As many people as the act allows are taking the exam now. Wait: a seat is free when somebody finishes.',
  },
  no_proctor: {
    status: 409,
    ru: 'За этим экзаменом наблюдает проктор, но вам он ещё не назначен. Сообщите учителю или организатору.',
    en: 'A proctor watches this exam, but none is assigned to you yet. Tell the teacher or the organiser.',
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
  proctor_full: {
    status: 409,
    ru: 'Проктор в это время уже наблюдает за столькими людьми, сколько разрешает акт, считая все его экзамены. Назначьте другого.',
    en: 'At this time the proctor already watches as many people as the act allows, over all exams. Assign another one.',
  },
  examinee_busy: {
    status: 409,
    ru: 'У этого человека в это время другой экзамен. Выберите другой слот.',
    en: 'This person has another exam at this time. Choose another slot.',
  },
  proctor_busy: {
    status: 409,
    ru: 'Проктор в это время занят: он сам сдаёт экзамен или наблюдает в другом месте.',
    en: 'The proctor is busy at this time: taking an exam or watching in another place.',
  },
  plan_changed: {
    status: 409,
    ru: 'Пока вы смотрели, расписание изменилось. Посмотрите новый вариант и примените его.',
    en: 'The schedule changed while you looked. Look at the new proposal and apply it.',
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
  newer_check: {
    status: 409,
    ru: 'С тех пор сделана новая проверка. Откройте страницу заново.',
    en: 'A newer check was made since then. Open the page again.',
  },
  year_unknown: {
    status: 409,
    ru: 'Этого года ещё нет в календаре. Сначала добавьте его.',
    en: 'The calendar does not have this year yet. Add it first.',
  },
  year_not_next: {
    status: 409,
    ru: 'Добавить можно только год, следующий за последним в календаре, и не дальше пяти лет вперёд.',
    en: 'Only the year after the last one of the calendar can be added, five years ahead at most.',
  },
  ends_before_it_begins: {
    status: 422,
    ru: 'Последний день раньше первого. Исправьте даты.',
    en: 'The last day is before the first. Correct the dates.',
  },
  periods_overlap: {
    status: 409,
    ru: 'У этой программы в этом филиале на часть этих дней уже есть другой период.',
    en: 'This programme already has another period in this branch on some of these days.',
  },
  session_exists: {
    status: 409,
    ru: 'Этому человеку экзамен уже назначен.',
    en: 'This person already has this exam.',
  },
  too_early: { status: 409, ru: 'Ещё рано: время не наступило.', en: 'It is too early.' },
  too_late: { status: 409, ru: 'Время начала прошло.', en: 'The time to begin is over.' },
  not_admitted: {
    status: 409,
    ru: 'Допуска к этому экзамену нет.',
    en: 'There is no admission to this exam.',
  },
  not_authorized: { status: 409, ru: 'Запись ещё не начата.', en: 'Recording has not begun.' },
  not_running: { status: 409, ru: 'Экзамен сейчас не идёт.', en: 'The exam is not running.' },
  call_over: { status: 409, ru: 'Звонок уже закончен.', en: 'The call is already over.' },
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
  not_closed: {
    status: 409,
    ru: 'Запись ещё не закрыта: часть её может быть в пути. Повторите позже.',
    en: 'The recording is not closed yet: a part of it may be on its way. Try again later.',
  },
  own_export: {
    status: 403,
    ru: 'Выгрузку разрешает другой человек, не тот, кто её запросил.',
    en: 'An export is granted by somebody other than the one who asked for it.',
  },
  already_granted: { status: 409, ru: 'Выгрузка уже разрешена.', en: 'The export is already granted.' },
  not_granted: {
    status: 403,
    ru: 'Выгрузку ещё не разрешил второй человек.',
    en: 'A second person has not granted the export yet.',
  },
  grant_over: {
    status: 403,
    ru: 'Срок разрешения вышел. Запросите выгрузку ещё раз.',
    en: 'The grant has run out. Ask for the export again.',
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
  steps_missing: {
    status: 409,
    ru: 'Показано ещё не всё. Завершите оставшиеся шаги.',
    en: 'Not everything is shown yet. Finish the steps that are left.',
  },
  nobody_decides: {
    status: 409,
    ru: 'По правилам этого экзамена ждать проктора не нужно: можно начинать.',
    en: 'By the rules of this exam there is no proctor to wait for: you may begin.',
  },
  not_a_picture: {
    status: 422,
    ru: 'Это не снимок с камеры. Сделайте снимок ещё раз.',
    en: 'This is no picture of a camera. Take it again.',
  },
  not_a_sound: {
    status: 422,
    ru: 'Это не запись с микрофона. Запишите ещё раз.',
    en: 'This is no recording of a microphone. Record it again.',
  },
  no_document_kind: {
    status: 422,
    ru: 'Выберите, какой документ вы показываете.',
    en: 'Choose which document you are showing.',
  },
  checks_open: {
    status: 422,
    ru: 'Отметьте всё, что вы сверили: без этого впустить нельзя.',
    en: 'Tick everything you compared: without it nobody is let in.',
  },
  nothing_asked: {
    status: 422,
    ru: 'Отметьте, что показать ещё раз.',
    en: 'Tick what is to be shown again.',
  },
  not_of_this_act: {
    status: 422,
    ru: 'Правила этого экзамена такого не предусматривают.',
    en: 'The rules of this exam do not provide for this.',
  },
  no_reason: { status: 422, ru: 'Укажите причину.', en: 'Give a reason.' },
  person_identifies: {
    status: 409,
    ru: 'По правилам этого экзамена проктор личность не устанавливает.',
    en: 'By the rules of this exam a proctor does not identify people.',
  },
  lease_taken: {
    status: 409,
    ru: 'Экзамен уже записывается на другом устройстве. Закройте его там; через полминуты запись можно вести здесь.',
    en: 'The exam is being recorded on another device. Close it there; in half a minute it can be recorded here.',
  },
  closed: {
    status: 410,
    ru: 'Время приёма записи вышло. Принятое сохранено.',
    en: 'The time for the recording to arrive is over. What was accepted is safe.',
  },
  checksum: {
    status: 460,
    ru: 'Часть записи повредилась в пути. Она будет отправлена ещё раз.',
    en: 'A part of the recording was damaged on its way. It will be sent again.',
  },
  conflict: {
    status: 409,
    ru: 'Эта часть записи уже принята, и она другая. Принятое не изменено.',
    en: 'This part of the recording was already accepted and it was different. What was accepted is unchanged.',
  },
  chain: {
    status: 409,
    ru: 'Часть записи не продолжает принятое. Ничего не изменено.',
    en: 'This part does not continue what was accepted. Nothing was changed.',
  },
  window: {
    status: 409,
    ru: 'Части записи перед этой ещё не пришли. Сначала нужны они.',
    en: 'Parts of the recording before this one have not arrived yet. They are needed first.',
  },
  parts: {
    status: 409,
    ru: 'Часть записи пришла не целиком. Она будет отправлена ещё раз.',
    en: 'A part of the recording did not arrive whole. It will be sent again.',
  },
  text_changed: {
    status: 409,
    ru: 'Текст за это время изменился. Обновите страницу и прочитайте его снова.',
    en: 'The text has changed meanwhile. Reload the page and read it again.',
  },
  not_shown: {
    status: 409,
    ru: 'Текст ещё не показан полностью. Прочитайте его до конца.',
    en: 'The text has not been shown in full. Read it to the end.',
  },
  paper_only: {
    status: 409,
    ru: 'Это согласие дают на бумаге: распечатайте, подпишите и загрузите скан.',
    en: 'This consent is given on paper: print it, sign it and upload the scan.',
  },
  screen_only: {
    status: 409,
    ru: 'Бумага не нужна: согласие дают на этой странице.',
    en: 'No paper is needed: this consent is given on the page.',
  },
  signature_missing: {
    status: 409,
    ru: 'Подписали ещё не все, кто должен.',
    en: 'Not everybody who has to sign has signed.',
  },
  already_signed: {
    status: 409,
    ru: 'Вы уже согласились. Ждём вторую подпись.',
    en: 'You have already agreed. The other signature is awaited.',
  },
  not_your_signature: {
    status: 403,
    ru: 'В этом возрасте отвечает другой человек: законный представитель или сам обучающийся.',
    en: 'At this age somebody else answers: the legal representative or the examinee himself.',
  },
  ages_not_set: {
    status: 409,
    ru: 'Учреждение ещё не решило, с какого возраста подписывают сами. Скажите об этом в учебной части.',
    en: 'The institution has not decided from which age people sign themselves. Tell its office.',
  },
  birthday_not_known: {
    status: 409,
    ru: 'В карточке человека нет даты рождения, поэтому не ясно, кто подписывает. Скажите об этом в учебной части.',
    en: 'The card of the person has no birthday, so it is not known who signs. Tell the office.',
  },
  settings_missing: {
    status: 409,
    ru: 'Учреждение ещё не указало своё полное название и адрес, поэтому бланк не составлен.',
    en: 'The institution has not given its full name and address, so the form was not made.',
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
  kind_not_allowed: {
    status: 415,
    ru: 'Файлы такого вида здесь не принимаются. Ничего не сохранено.',
    en: 'Files of this kind are not taken here. Nothing was saved.',
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
  scan_first: {
    status: 409,
    ru: 'Скан ещё не загружен. Сначала попросите человека загрузить его в личный кабинет.',
    en: 'No scan is uploaded yet. Ask the person to upload it first.',
  },
  day_in_future: {
    status: 422,
    ru: 'Этот день ещё не наступил или раньше дня подписи. Проверьте дату.',
    en: 'This day has not come yet or is before the day of the signature. Check the date.',
  },
  consequences_not_shown: {
    status: 409,
    ru: 'Сначала прочитайте, что изменится после отзыва.',
    en: 'First read what changes after the withdrawal.',
  },
  no_dispute_consent: {
    status: 409,
    ru: 'Разбирать спор по этой записи нельзя: согласия на это до экзамена нет или оно отозвано.',
    en: 'This recording can not settle a dispute: there was no consent to that before the exam, or it was withdrawn.',
  },
  consent_refused: {
    status: 409,
    ru: 'Вы отказались от прокторинга или отозвали согласие. Это не нарушение: спросите учителя, в каком порядке вы сдаёте этот экзамен.',
    en: 'You declined proctoring or withdrew your consent. It is no violation: ask your teacher in which other way you take this exam.',
  },
  quota: {
    status: 429,
    ru: 'Запись идёт быстрее, чем должна. Она продолжится через несколько секунд.',
    en: 'The recording arrives faster than it should. It will go on in a few seconds.',
  },
  too_many_tickets: {
    status: 409,
    ru: 'У вас уже много открытых обращений. Допишите в одно из них или закройте те, что решены.',
    en: 'You have many open questions already. Add to one of them or close those that are solved.',
  },
  no_workplaces: {
    status: 409,
    ru: 'Учреждение не предлагает рабочих мест. Спросите преподавателя.',
    en: 'The institution offers no workplaces. Ask the teacher.',
  },
  workplace_asked: {
    status: 409,
    ru: 'Рабочее место для этого экзамена уже запрошено.',
    en: 'A workplace has been asked for this exam already.',
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
  wrong_hours: {
    status: 422,
    ru: 'Помещение должно закрываться позже, чем открывается.',
    en: 'A room has to close later than it opens.',
  },
  too_soon: {
    status: 409,
    ru: 'О работах говорят заранее, хотя бы за час. Выберите более позднее начало.',
    en: 'Works are announced at least an hour ahead. Choose a later start.',
  },
  room_too_small: {
    status: 409,
    ru: 'Людей больше, чем вмещает комната. Разделите группу или попросите администратора увеличить вместимость.',
    en: 'More people than the room holds. Split the group, or ask the administrator for a larger capacity.',
  },
  room_too_long: {
    status: 422,
    ru: 'Так долго комната не работает. Уменьшите длительность или попросите администратора увеличить предел.',
    en: 'A room does not last so long. Shorten it, or ask the administrator for a higher limit.',
  },
  room_in_past: {
    status: 422,
    ru: 'Это время уже прошло. Выберите более позднее начало.',
    en: 'That time is over. Choose a later start.',
  },
  room_for_nobody: {
    status: 422,
    ru: 'В комнату никто не приглашён. Выберите группу или людей.',
    en: 'Nobody is invited. Choose a group or people.',
  },
  room_cancelled: {
    status: 409,
    ru: 'Занятие отменили.',
    en: 'This lesson was cancelled.',
  },
  room_over: {
    status: 409,
    ru: 'Занятие уже закончилось.',
    en: 'This lesson is over.',
  },
  room_not_open: {
    status: 409,
    ru: 'Комната ещё закрыта. Она откроется незадолго до начала.',
    en: 'The room is not open yet. It opens shortly before the start.',
  },
  rules_unread: {
    status: 403,
    ru: 'Сначала прочитайте правила занятий и отметьте, что прочитали.',
    en: 'First read the rules of lessons and say that you have.',
  },
  room_removed: {
    status: 403,
    ru: 'Преподаватель удалил вас из комнаты. Чтобы вернуться, попросите у него новую ссылку.',
    en: 'The teacher took you out of the room. To come back, ask for a new link.',
  },
  room_locked: {
    status: 409,
    ru: 'Преподаватель закрыл комнату: новых участников не пускают.',
    en: 'The teacher locked the room: nobody new comes in.',
  },
  room_full: {
    status: 409,
    ru: 'В комнате нет свободных мест.',
    en: 'The room is full.',
  },
  service_off: {
    status: 403,
    ru: 'Занятия по видеосвязи в вашей организации сейчас отключены.',
    en: 'Lessons by video are switched off in your institution now.',
  },
  ticket_closed: {
    status: 409,
    ru: 'Обращение закрыто. Напишите новое.',
    en: 'This question is closed. Ask a new one.',
  },
  not_solved: {
    status: 409,
    ru: 'Поддержка ещё не ответила, что вопрос решён.',
    en: 'Support has not said yet that it is solved.',
  },
  ticket_taken: {
    status: 409,
    ru: 'Обращение уже взяли в работу или решили.',
    en: 'Somebody has taken this question or solved it already.',
  },
  ticket_not_in_work: {
    status: 409,
    ru: 'Сначала возьмите обращение в работу.',
    en: 'Take the question to work first.',
  },
  warning_not_whole: {
    status: 422,
    ru: 'По акту предупреждение и показывают, и читают вслух. Сделайте и то и другое.',
    en: 'The act wants a warning both shown and read aloud. Do both.',
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
  only_a_person: {
    status: 409,
    ru: 'Отказ отмечает только проктор: молчание отказом не считается.',
    en: 'Only a proctor finds a refusal: silence is none.',
  },
  leaving_forbidden: {
    status: 409,
    ru: 'На этом экзамене выходить нельзя.',
    en: 'Nobody may leave during this exam.',
  },
  not_shown_yet: {
    status: 409,
    ru: 'Экзаменуемому это ещё не показано, поэтому не выполнить он не мог.',
    en: 'The examinee has not seen it yet and can not have ignored it.',
  },
  no_time_to_answer: {
    status: 409,
    ru: 'В правилах экзамена не указано, сколько времени даётся на осмотр.',
    en: 'The rules of this exam do not say how long a look around may take.',
  },
  too_few_violations: {
    status: 409,
    ru: 'Подтверждённых нарушений меньше, чем требует акт. Остановить можно, только обосновав необходимость.',
    en: 'Fewer violations are confirmed than the act asks for. A stop needs a justification of its own.',
  },
  nothing_to_answer: {
    status: 409,
    ru: 'Отвечать не на что: такого обращения в этом экзамене нет.',
    en: 'There is nothing to answer: no such message in this exam.',
  },
  file_unreadable: {
    status: 409,
    ru: 'Файл не читается. Нужен CSV или XLSX: откройте его в Excel и сохраните заново.',
    en: 'The file can not be read. Save it as CSV or XLSX and try again.',
  },
  file_old_excel: {
    status: 409,
    ru: 'Это файл старого Excel (.xls) или файл с паролем. Сохраните его как «Книга Excel (.xlsx)» без пароля или как CSV.',
    en: 'This is a file of an old Excel (.xls) or one with a password. Save it as .xlsx without a password or as CSV.',
  },
  import_problems: {
    status: 409,
    ru: 'В файле есть ошибки, ничего не записано. Проверьте файл ещё раз и исправьте строки из списка.',
    en: 'The file has errors, nothing was written. Check it again and mend the lines of the list.',
  },
  import_changed: {
    status: 409,
    ru: 'Пока вы смотрели, список людей изменился. Проверьте файл ещё раз: ничего не записано.',
    en: 'The list of people has changed while you looked. Check the file again: nothing was written.',
  },
  no_such_group: {
    status: 409,
    ru: 'Такой группы нет: возможно, её уже удалили.',
    en: 'There is no such group: perhaps it was removed.',
  },
  group_taken: {
    status: 409,
    ru: 'Группа с таким названием уже есть.',
    en: 'There is a group of this name already.',
  },
  group_not_empty: {
    status: 409,
    ru: 'В группе есть люди. Сначала переведите их в другую.',
    en: 'There are people in the group. Move them to another first.',
  },
  learner_id_kept: {
    status: 409,
    ru: 'ID обучающегося присваивается один раз и не меняется.',
    en: 'A learner id is given once and does not change.',
  },
  learner_id_taken: {
    status: 409,
    ru: 'Такой ID обучающегося уже у другого человека.',
    en: 'Another person has this learner id.',
  },
  wrong_birthday: {
    status: 409,
    ru: 'Проверьте дату рождения: она в будущем или слишком давно.',
    en: 'Check the birthday: it is in the future or too long ago.',
  },
  not_a_parent: {
    status: 409,
    ru: 'У этого человека нет роли «Родитель».',
    en: 'This person does not have the role of a parent.',
  },
  not_a_pupil: {
    status: 409,
    ru: 'Родителя связывают с учеником: у этого человека другая роль.',
    en: 'A parent is linked to a pupil: this person has another role.',
  },
  child_of_age: {
    status: 409,
    ru: 'Ученику уже есть 18 лет: он отвечает за себя сам.',
    en: 'The pupil is 18 already and stands for himself.',
  },
  effect_before_approval: {
    status: 409,
    ru: 'Акт не может действовать раньше, чем утверждён. Проверьте оба дня.',
    en: 'An act can not be in force before it is approved. Check both days.',
  },
  application_needed: {
    status: 409,
    ru: 'Акт допускает прокторинг только по одобренной заявке. Откройте «Заявку» этого экзамена, заполните и подайте её.',
    en: 'The act permits proctoring only with an approved application. Open the application of this exam, write and file it.',
  },
  application_not_asked: {
    status: 409,
    ru: 'Действующий акт не требует заявки на прокторинг.',
    en: 'The act in force asks for no application for proctoring.',
  },
  application_unfilled: {
    status: 422,
    ru: 'В заявке заполнены не все строки. Допишите их и подайте ещё раз.',
    en: 'Some lines of the application are empty. Write them and file it again.',
  },
  application_late: {
    status: 409,
    ru: 'Срок подачи прошёл: заявку подают за 7 дней до начала периода аттестации. Позже её принимают только по разрешению руководителя УМУ.',
    en: 'It is late: an application is filed 7 days before the assessment period. After that only the head of the office may permit it.',
  },
  period_unknown: {
    status: 409,
    ru: 'В учебном календаре нет периода аттестации этой программы на день экзамена, срок не посчитать. Попросите методиста внести период.',
    en: 'The academic calendar has no assessment period of this programme on the day of the exam. Ask the methodist to enter it.',
  },
  no_head: {
    status: 409,
    ru: 'Не указано, кто руководит учебно-методическим управлением. Его назначает администратор на странице «Заявки».',
    en: 'Nobody is named as the head of the office of studies. The administrator names one on the page of applications.',
  },
  head_role: {
    status: 409,
    ru: 'Заявки рассматривает методист или администратор: у этого человека другая роль.',
    en: 'Applications are resolved by a methodist or an administrator: this person has another role.',
  },
  not_the_head: {
    status: 403,
    ru: 'Решение по заявке принимает только руководитель учебно-методического управления.',
    en: 'Only the head of the office of studies resolves an application.',
  },
  not_the_author: {
    status: 403,
    ru: 'Эту заявку пишет другой преподаватель.',
    en: 'Another teacher writes this application.',
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
  no_services: {
    status: 422,
    ru: 'Отметьте, в чём помогает ассистент.',
    en: 'Choose what the assistant helps with.',
  },
  no_means: {
    status: 422,
    ru: 'Назовите технические средства или дополнительное время.',
    en: 'Name the technical means or the extra time.',
  },
  helper_not_named: {
    status: 422,
    ru: 'Назовите ассистента: он участвует в экзамене под своим именем.',
    en: 'Name the assistant: he takes part in the exam under his own name.',
  },
  no_ground: {
    status: 409,
    ru: 'Документ-основание не приложен. Без него условия не предоставляются.',
    en: 'The document that is the ground is not attached. Without it nothing is granted.',
  },
  condition_not_in_act: {
    status: 409,
    ru: 'Действующий акт не знает таких условий.',
    en: 'The act in force does not know such conditions.',
  },
  part_taken: {
    status: 409,
    ru: 'Такое название здесь уже есть.',
    en: 'There is one with this name already.',
  },
  part_used: {
    status: 409,
    ru: 'На эту запись ссылаются группы, экзамены или приказы. Сначала уберите её оттуда.',
    en: 'Groups, exams or orders refer to it. Take it out of them first.',
  },
  identity_bridge_in_clear: {
    status: 409,
    ru: 'Адрес моста должен начинаться с https: иначе ответ можно подсмотреть по дороге.',
    en: 'The address of the bridge must begin with https, or the answer can be seen on its way.',
  },
  identity_key_again: {
    status: 409,
    ru: 'Для другого адреса нужен новый общий ключ. Впишите его ещё раз.',
    en: 'Another address needs a new shared key. Enter it again.',
  },
  identity_answer_wrong: {
    status: 409,
    ru: 'Ответ внешней системы не удалось проверить, он не засчитан. Попробуйте ещё раз или пройдите проверку обычным способом.',
    en: 'The answer of the outside system could not be verified and does not count. Try again or go the usual way.',
  },
  identity_answer_other: {
    status: 409,
    ru: 'Этот ответ получен не для вас. Начните проверку на своей странице экзамена.',
    en: 'This answer was not given for you. Begin on your own page of the exam.',
  },
  identity_answer_used: {
    status: 409,
    ru: 'Этот ответ уже засчитан один раз.',
    en: 'This answer has been used once already.',
  },
  identity_answer_late: {
    status: 409,
    ru: 'Ответ пришёл слишком поздно. Начните проверку ещё раз или пройдите её обычным способом.',
    en: 'The answer came too late. Begin again or go the usual way.',
  },
  not_a_methodist: {
    status: 409,
    ru: 'Заместителем директора назначают человека с ролью методиста. Сначала дайте ему эту роль.',
    en: 'The deputy director is somebody with the role of a methodist. Give the role first.',
  },
  not_restrictable: {
    status: 409,
    ru: 'Только в одном филиале могут работать преподаватели, методисты, прокторы, комиссия и поддержка. Администратор и ответственный за персональные данные отвечают за всё учреждение.',
    en: 'Teachers, methodists, proctors, the commission and support can work in one branch alone. An administrator and who answers for personal data serve the whole institution.',
  },
  not_a_teacher: {
    status: 409,
    ru: 'Экзамен ведут только сотрудники с ролью преподавателя.',
    en: 'Only people with the role of a teacher give an exam.',
  },
  other_branch: {
    status: 409,
    ru: 'Вы работаете в одном филиале и ведёте только его экзамены.',
    en: 'You work in one branch and keep the exams of that branch alone.',
  },
  not_staff: {
    status: 409,
    ru: 'Ответственным может быть только сотрудник.',
    en: 'Only a member of staff can be responsible.',
  },
  appointed_twice: {
    status: 409,
    ru: 'Один и тот же человек назван в приказе дважды за одно и то же.',
    en: 'The order names one person twice for the same duty.',
  },
  wrong_duty: {
    status: 409,
    ru: 'За программы отвечают по списку программ, за технологии и сервисы — по списку технологий.',
    en: 'Programmes go to the list of programmes, technologies and services to the list of technologies.',
  },
  already_revoked: {
    status: 409,
    ru: 'Это назначение уже отменено.',
    en: 'This appointment is revoked already.',
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
  own_exam: {
    status: 409,
    ru: 'Человек не может наблюдать за собственным экзаменом.',
    en: 'Nobody watches their own exam.',
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
  no_mail: {
    status: 409,
    ru: 'Почта учреждения не настроена, письма не отправляются. Её настраивает администратор в разделе «Почта».',
    en: 'The mail of the institution is not set up, so no letters are sent. Its administrator sets it up under Mail.',
  },
  no_email: {
    status: 409,
    ru: 'У этого человека нет адреса почты. Впишите адрес или выдайте ссылку на бумаге.',
    en: 'This person has no e-mail address. Write one down or hand over the link on paper.',
  },
  password_again: {
    status: 409,
    ru: 'Вы сменили сервер или пользователя. Введите пароль почты заново.',
    en: 'You changed the server or the user. Give the mail password again.',
  },
  not_over: {
    status: 409,
    ru: 'Экзамен ещё не закончился: проверять пока нечего.',
    en: 'The exam is not over: there is nothing to review yet.',
  },
  reviewed_already: {
    status: 409,
    ru: 'Эта запись уже стоит в очереди на проверку или проверена.',
    en: 'This recording is in the queue already, or was reviewed.',
  },
  reviewer_barred: {
    status: 409,
    ru: 'Этому человеку запись передать нельзя: он уже смотрел её, связан с экзаменуемым или не проктор.',
    en: 'The recording can not be given to this person: they have looked already, are related to the examinee, or are no proctor.',
  },
  no_reviewer: {
    status: 409,
    ru: 'Некому передать: нет проктора, который ещё не смотрел эту запись.',
    en: 'There is nobody to give it to: no proctor who has not looked at this recording yet.',
  },
  not_looked_at: {
    status: 409,
    ru: 'Сначала посмотрите этот момент записи, потом отвечайте на подсказку.',
    en: 'Look at this moment of the recording first, then answer the hint.',
  },
  too_much_played: {
    status: 409,
    ru: 'Столько записи за это время просмотреть нельзя. Ничего не засчитано.',
    en: 'Nobody can have seen so much in this time. Nothing was counted.',
  },
  hints_unresolved: {
    status: 409,
    ru: 'Остались подсказки без ответа. Отметьте нарушение или отклоните каждую с причиной.',
    en: 'Some hints are not answered. Mark a violation or dismiss each with a reason.',
  },
  no_status: {
    status: 409,
    ru: 'Выберите статус проверки.',
    en: 'Choose the status of the check.',
  },
  status_does_not_fit: {
    status: 409,
    ru: 'Этот статус не подходит к отметкам. Посмотрите, какие подходят.',
    en: 'This status does not fit the marks. See which ones do.',
  },
  not_disputed: {
    status: 409,
    ru: 'Об этом спора нет.',
    en: 'This is not disputed.',
  },
  verdict_missing: {
    status: 409,
    ru: 'Ответьте по каждому нарушению, о котором проверяющие разошлись.',
    en: 'Answer each violation the reviewers disagree about.',
  },
  federation_secret_again: {
    status: 409,
    ru: 'Вы сменили адрес или имя. Введите секрет заново.',
    en: 'You changed the address or the name. Give the secret again.',
  },
  federation_in_clear: {
    status: 409,
    ru: 'Без шифрования пароли и секреты увидит любой в сети. Нужен https, LDAPS или StartTLS.',
    en: 'Without encryption anybody on the network sees passwords and secrets. Use https, LDAPS or StartTLS.',
  },
  filter_without_login: {
    status: 409,
    ru: 'В фильтре нет {login}. Без него каталог не поймёт, кого искать.',
    en: 'The filter has no {login}. Without it the directory does not know whom to look for.',
  },
  directory_in_use: {
    status: 409,
    ru: 'Через каталог входят люди. Сначала верните им пароли «Очно».',
    en: 'People sign in by the directory. Give them passwords of Ochno first.',
  },
  no_directory: {
    status: 409,
    ru: 'Каталог не настроен.',
    en: 'There is no directory set up.',
  },
  directory_away: {
    status: 503,
    ru: 'Каталог учреждения не отвечает, поэтому проверить пароль нельзя. Попробуйте через минуту или позвоните в учреждение.',
    en: 'The directory of the institution does not answer, so the password can not be checked. Try in a minute or call the institution.',
  },
  directory_password: {
    status: 409,
    ru: 'Ваш пароль хранит каталог учреждения. Сменить его можно там же, где вы меняете пароль от компьютера или почты учреждения.',
    en: 'Your password is kept by the directory of the institution. Change it where you change the password of your computer or mail there.',
  },
  entrance_stale: {
    status: 409,
    ru: 'Этот переход уже использован или устарел. Начните вход ещё раз.',
    en: 'This way in was used already or is out of date. Begin again.',
  },
  entrance_refused: {
    status: 409,
    ru: 'Сервер входа учреждения не подтвердил вас, или вы отменили вход. Попробуйте ещё раз.',
    en: 'The sign-in server of the institution did not confirm you, or you cancelled. Try again.',
  },
  entrance_failed: {
    status: 409,
    ru: 'Ответ сервера входа не прошёл проверку, войти по нему нельзя. Войдите по паролю и скажите администратору.',
    en: 'The answer of the sign-in server did not pass the check. Sign in with your password and tell the administrator.',
  },
  entrance_away: {
    status: 503,
    ru: 'Сервер входа учреждения не отвечает. Войдите по паролю или попробуйте позже.',
    en: 'The sign-in server of the institution does not answer. Sign in with your password or try later.',
  },
  lms_in_clear: {
    status: 409,
    ru: 'Адреса системы обучения должны начинаться с https: без шифрования её словам нельзя верить.',
    en: 'The addresses of the learning platform have to begin with https: without encryption its words can not be believed.',
  },
  lms_known: {
    status: 409,
    ru: 'Эта установка системы обучения (адрес, Client ID и Deployment ID) уже подключена.',
    en: 'This installation of the learning platform (address, client ID and deployment ID) is connected already.',
  },
  launch_stale: {
    status: 409,
    ru: 'Этот переход из системы обучения уже использован или устарел. Откройте экзамен в курсе ещё раз.',
    en: 'This way in from the learning platform was used already or is out of date. Open the exam in the course again.',
  },
  launch_unbound: {
    status: 409,
    ru: 'Преподаватель ещё не указал, какой экзамен открывает это место курса. Напишите ему.',
    en: 'The teacher has not said yet which exam this place of the course opens. Write to them.',
  },
  not_on_list: {
    status: 409,
    ru: 'Вас нет в списке этого экзамена. Напишите преподавателю: он добавит вас, и переход заработает.',
    en: 'You are not on the list of this exam. Write to the teacher: once you are added, the way in works.',
  },
  launch_from_lms: {
    status: 409,
    ru: 'Этот экзамен открывается только из системы обучения. Войдите в неё, откройте свой курс и нажмите на экзамен там.',
    en: 'This exam opens from the learning platform alone. Sign in there, open your course and click the exam.',
  },
  not_linked: {
    status: 403,
    ru: 'Этот вход ещё не связан с учётной записью «Очно». Войдите по паролю и свяжите его на странице «Мои входы».',
    en: 'This sign-in is not linked with an account of Ochno yet. Sign in with your password and link it under My sign-ins.',
  },
  linked_to_another: {
    status: 409,
    ru: 'Этот вход уже связан с другой учётной записью «Очно».',
    en: 'This sign-in is linked with another account of Ochno already.',
  },
  password_in_clear: {
    status: 409,
    ru: 'Без шифрования пароль почты увидит любой в сети. Выберите TLS или STARTTLS.',
    en: 'Without encryption anybody on the network sees the mail password. Choose TLS or STARTTLS.',
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
  no_form_of_act: {
    status: 409,
    ru: 'Акт этого экзамена не даёт формы протокола: учреждение ведёт его по своему образцу.',
    en: 'The act of this exam gives no form of a protocol: the institution keeps its own.',
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
  not_on_the_form: {
    status: 422,
    ru: 'Такой строки или отметки в этом протоколе нет.',
    en: 'There is no such row or mark in this protocol.',
  },
  protocol_open: {
    status: 409,
    ru: 'Протокол ещё не заполнен: ответьте на все строки и разберите все отметки.',
    en: 'The protocol is not whole yet: answer every row and settle every mark.',
  },
  protocol_news: {
    status: 409,
    ru: 'Пока вы подписывали, в протоколе появилось новое. Посмотрите и подпишите ещё раз: всё заполненное на месте.',
    en: 'Something new has come into the protocol while you signed. Look at it and sign again: everything you filled in is there.',
  },
  recording_open: {
    status: 409,
    ru: 'Запись экзамена ещё приходит. Подпишите протокол через несколько минут.',
    en: 'The recording is still arriving. Sign the protocol in a few minutes.',
  },
  nothing_to_sign: {
    status: 409,
    ru: 'С последней подписи ничего не изменилось.',
    en: 'Nothing has changed since the last signature.',
  },
  nothing_to_hand_over: {
    status: 409,
    ru: 'Передавать нечего: сначала подпишите протокол.',
    en: 'There is nothing to hand over: sign the protocol first.',
  },
  not_handed_over: {
    status: 409,
    ru: 'Протокол ещё у проктора. Решение принимают, когда он передан.',
    en: 'The protocol is still with the proctor. It is decided on once it is handed over.',
  },
  own_session: {
    status: 403,
    ru: 'Вы были проктором этого экзамена: решение принимает другой человек.',
    en: 'You proctored this exam: another person decides.',
  },
  not_yours: {
    status: 403,
    ru: 'По акту это решает другой человек.',
    en: 'Under the act another person decides this.',
  },
  questions_open: {
    status: 409,
    ru: 'Сначала ответьте на вопросы о нарушениях: от них зависит, учитываются ли они.',
    en: 'First answer the questions about the violations: whether they count depends on it.',
  },
  director_first: {
    status: 409,
    ru: 'Для этого статуса нужна рекомендация директора или его заместителя.',
    en: 'This status needs a recommendation of the director or the deputy first.',
  },
  not_in_vocabulary: {
    status: 422,
    ru: 'Акт этого экзамена не знает такого результата.',
    en: 'The act of this exam does not know this result.',
  },
  other_scale: {
    status: 422,
    ru: 'Оценка не из той шкалы, что выбрана для экзамена.',
    en: 'The grade is not of the scale chosen for the exam.',
  },
  contradicts_itself: {
    status: 422,
    ru: 'Нельзя подтвердить результат и одновременно не признать его подлинным.',
    en: 'A result can not be confirmed and at the same time be held not authentic.',
  },
  grade_wanted: {
    status: 422,
    ru: 'Укажите оценку за тестирование в СДО: она печатается в протоколе.',
    en: 'Give the grade of the test in the LMS: the protocol prints it.',
  },
  nothing_to_second: {
    status: 409,
    ru: 'Согласовывать нечего: предложения об аннулировании нет.',
    en: 'There is nothing to agree to: nobody proposed to annul.',
  },
  second_person: {
    status: 409,
    ru: 'Аннулирование подтверждает другой человек, не тот, кто его предложил.',
    en: 'Another person confirms an annulment, not the one who proposed it.',
  },
  nothing_to_recommend: {
    status: 409,
    ru: 'По этому протоколу рекомендация директора не нужна.',
    en: 'This protocol needs no recommendation of the director.',
  },
  no_source_document: {
    status: 422,
    ru: 'Назовите документ, который подтверждает подмену.',
    en: 'Name the document that confirms the substitution.',
  },
  no_such_weights: {
    status: 409,
    ru: 'Такой версии весов у этого экзамена нет.',
    en: 'This exam has no such version of weights.',
  },
  commission_only: {
    status: 403,
    ru: 'Пересчитать оценку доверия может только комиссия.',
    en: 'Only the commission may have the trust score counted again.',
  },
  no_such_code: {
    status: 409,
    ru: 'В каталоге нарушений нет такого кода.',
    en: 'The catalogue of violations has no such code.',
  },
  wrong_thresholds: {
    status: 409,
    ru: 'Первый порог должен быть не выше второго.',
    en: 'The first threshold must not be above the second.',
  },
  appeal_order_incomplete: {
    status: 409,
    ru: 'Учреждение ещё не утвердило порядок апелляции. Обратитесь к администратору: апелляцию примут, когда порядок будет.',
    en: 'The institution has not set the order of appeals yet. Ask the administrator: the appeal is taken once there is one.',
  },
  no_right_to_appeal: {
    status: 409,
    ru: 'Акт этого экзамена не называет случаев для апелляции, и учреждение их не определило.',
    en: 'The act of this exam names no situations for an appeal, and the institution has named none.',
  },
  situation_unknown: {
    status: 422,
    ru: 'Выберите случай из списка: других порядок не допускает.',
    en: 'Choose a situation of the list: the order allows no other.',
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
  answers_over: {
    status: 409,
    ru: 'Ответить на отметку уже нельзя: срок прошёл или результат объявлен.',
    en: 'A mark can be answered no more: the term is over or the result is published.',
  },
  took_part: {
    status: 409,
    ru: 'Кто наблюдал, проверял, отмечал или решал по этому экзамену, апелляцию не рассматривает.',
    en: 'Whoever watched, reviewed, marked or decided this exam does not consider the appeal.',
  },
  appeal_late: {
    status: 409,
    ru: 'Срок подачи прошёл: такую апелляцию принять нельзя.',
    en: 'The term to file is over: this appeal can not be admitted.',
  },
  nothing_against_appeal: {
    status: 409,
    ru: 'Апелляция подана в срок: по сроку её отклонить нельзя.',
    en: 'The appeal was filed in time: it can not be refused as late.',
  },
  result_not_published: {
    status: 409,
    ru: 'Результат ещё не объявлен. Сначала его объявляют, потом принимают апелляцию.',
    en: 'The result is not published yet. It is published first, then the appeal is admitted.',
  },
  commission_incomplete: {
    status: 422,
    ru: 'Нужны один председатель, секретарь и не меньше голосов, чем задано в порядке; каждый человек один раз.',
    en: 'One chair, a secretary and at least as many votes as the order says are needed; each person once.',
  },
  other_step_first: {
    status: 409,
    ru: 'Шаги порядка идут по очереди: сначала предыдущий.',
    en: 'The steps of the order go one after another: the earlier one first.',
  },
  steps_left: {
    status: 409,
    ru: 'Сделаны не все шаги порядка.',
    en: 'Not every step of the order is done.',
  },
  no_time_codes: {
    status: 422,
    ru: 'Назовите время: на какие минуты экзамена опирается вывод.',
    en: 'Name the times: which minutes of the exam the conclusion rests on.',
  },
  outside_the_recording: {
    status: 422,
    ru: 'Время должно лежать внутри экзамена, начало раньше конца.',
    en: 'The times must lie within the exam, the beginning before the end.',
  },
  nothing_changed: {
    status: 422,
    ru: 'Удовлетворить апелляцию значит изменить результат или снять отметку.',
    en: 'To satisfy an appeal is to change the result or to take a mark off.',
  },
  other_second_person: {
    status: 422,
    ru: 'Аннулируют два человека, а решение по апелляции записывает один председатель: выберите другой результат.',
    en: 'Annulling takes two people, and the chair alone writes down the verdict on an appeal: choose another result.',
  },
  personal_data: {
    status: 409,
    ru: 'Нет подтверждения по закону о персональных данных: кто и когда проверил, когда проверить снова.',
    en: 'The confirmation under the law on personal data is missing: who checked it, when, and when to check again.',
  },
  prohibited: {
    status: 409,
    ru: 'Сервис в перечне запрещённых. Применять его нельзя.',
    en: 'The service is on the list of prohibited ones. It can not be used.',
  },
  not_in_registry: {
    status: 409,
    ru: 'Программы нет в едином реестре российского ПО. Запишите номер и дату записи реестра.',
    en: 'The program is not in the register of Russian software. Write down the number and date of its entry.',
  },
  no_contract: {
    status: 409,
    ru: 'Нет основания: договора с правообладателем и его файла или пользовательского соглашения.',
    en: 'There is no ground: neither a contract with the right-holder and its file nor a user agreement.',
  },
  section_empty: {
    status: 409,
    ru: 'В карточке договора пустой раздел: безопасность, конфиденциальность или техническая поддержка.',
    en: 'A section of the contract card is empty: security, confidentiality or technical support.',
  },
  not_ordered: {
    status: 409,
    ru: 'Сервис не назван в подписанном приказе.',
    en: 'No signed order names this service.',
  },
  no_responsible: {
    status: 409,
    ru: 'В приказе нет ответственных за техническое и организационное обеспечение.',
    en: 'The order names no persons responsible for the technical and the organisational side.',
  },
  foreign_unexplained: {
    status: 409,
    ru: 'Сервис не российский. Напишите, почему он всё же применяется.',
    en: 'The service is not Russian. Write why it is used all the same.',
  },
  criteria_open: {
    status: 409,
    ru: 'Для фото, видео и файлов нужны все три критерия (безопасность, функциональность, закон) и файл с подтверждением.',
    en: 'Photos, video and files need all three criteria (security, functionality, law) and a file of evidence.',
  },
  no_rules: {
    status: 409,
    ru: 'Сначала опубликуйте правила применения: их читают до первого входа.',
    en: 'First publish the rules of use: they are read before the first use.',
  },
  family_off: {
    status: 409,
    ru: 'Этот вид сервисов выключен в учреждении.',
    en: 'This family of services is switched off in the institution.',
  },
  service_taken: {
    status: 409,
    ru: 'Сервис с таким названием уже есть в реестре.',
    en: 'A service of this name is in the register already.',
  },
  service_retired: {
    status: 409,
    ru: 'Сервис выведен из применения: его карточка больше не меняется.',
    en: 'The service was taken out of use: its card does not change any more.',
  },
  not_for_parents: {
    status: 422,
    ru: 'Чтобы предлагать сервис родителям первым, добавьте родителей в «Для кого».',
    en: 'To offer the service to parents first, add parents to whom it is for.',
  },
  foreign_default: {
    status: 422,
    ru: 'Родителям первым предлагают только российский сервис.',
    en: 'Only a Russian service is offered to parents first.',
  },
  no_accounts: {
    status: 422,
    ru: 'Через этот ресурс можно обмениваться материалами, только если договор предусматривает личные кабинеты.',
    en: 'Materials may be exchanged through this resource only if the contract provides personal accounts.',
  },
  not_ready_to_order: {
    status: 409,
    ru: 'У этих сервисов ещё нет основания, или они уже в другом приказе.',
    en: 'These services have no ground yet, or another order has them already.',
  },
  signer_no_power: {
    status: 409,
    ru: 'Приказ подписывает не руководитель: нужен документ о полномочиях с номером, датой и файлом.',
    en: 'Not the head signs the order: the document of authority is needed, with number, date and file.',
  },
  power_later: {
    status: 422,
    ru: 'Документ о полномочиях выдан позже дня приказа.',
    en: 'The document of authority was given after the day of the order.',
  },
  order_in_future: {
    status: 422,
    ru: 'День приказа ещё не настал. Внесите приказ, когда он подписан.',
    en: 'The day of the order has not come. Enter the order when it is signed.',
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
} as const satisfies Record<string, Sentence>

export type RefusalCode = keyof typeof refusals
