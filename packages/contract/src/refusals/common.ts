// What more than one area refuses for.
import type { Sentence } from './sentence.ts'

export const common = {
  not_signed_in: { status: 401, ru: 'Войдите, чтобы продолжить.', en: 'Sign in to continue.' },
  second_factor: {
    status: 403,
    ru: 'Сначала подтвердите вход вторым способом.',
    en: 'First confirm the sign-in with your second factor.',
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
  not_now: {
    status: 409,
    ru: 'Сейчас это сделать нельзя: этот шаг уже пройден или до него ещё не дошла очередь.',
    en: 'This can not be done now: the step is already behind you or its turn has not come.',
  },
  ends_before_it_begins: {
    status: 422,
    ru: 'Последний день раньше первого. Исправьте даты.',
    en: 'The last day is before the first. Correct the dates.',
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
  not_over: {
    status: 409,
    ru: 'Экзамен ещё не закончился: проверять пока нечего.',
    en: 'The exam is not over: there is nothing to review yet.',
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
  too_soon: {
    status: 409,
    ru: 'О работах говорят заранее, хотя бы за час. Выберите более позднее начало.',
    en: 'Works are announced at least an hour ahead. Choose a later start.',
  },
} as const satisfies Record<string, Sentence>
