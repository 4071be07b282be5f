// What requests of the area appeals are refused for.
import type { Sentence } from './sentence.ts'

export const appeals = {
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
  answers_over: {
    status: 409,
    ru: 'Ответить на отметку уже нельзя: срок прошёл или результат объявлен.',
    en: 'A mark can be answered no more: the term is over or the result is published.',
  },
  took_part: {
    status: 403,
    ru: 'Кто наблюдал, проверял, отмечал или решал по этому экзамену, кто родственник экзаменуемого или вышел из комиссии, апелляцию не рассматривает.',
    en: 'Whoever watched, reviewed, marked or decided this exam, is of the examinee’s family or has left the commission does not consider the appeal.',
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
  voter_seated: {
    status: 409,
    ru: 'Кто уже проголосовал, остаётся на своём месте. Освободить его может только он сам или отвод, о котором просит семья.',
    en: 'Whoever has voted keeps the seat. Only they themselves, or a recusal the family asks for, can free it.',
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
  recording_not_watched: {
    status: 422,
    ru: 'Никто из комиссии после подачи апелляции не смотрел те места записи, на которые опирается решение. Откройте запись, посмотрите их и запишите решение снова: написанное здесь останется.',
    en: 'Since the appeal was filed nobody of the commission has watched the times of the recording the verdict rests on. Open the recording, watch them and record the verdict again: what you wrote stays here.',
  },
  recusal_waits: {
    status: 409,
    ru: 'Экзаменуемый просит отвести члена комиссии. Сначала на это отвечает тот, кто назначает комиссию.',
    en: 'The examinee asks that somebody leaves the commission. Whoever names the commission answers that first.',
  },
  recusal_asked: {
    status: 409,
    ru: 'Об отводе этого человека вы уже просили. Ответ придёт в уведомления.',
    en: 'You have asked about this person already. The answer comes to your notices.',
  },
  votes_missing: {
    status: 409,
    ru: 'Проголосовали не все, кто должен. Решение записывают, когда голосов хватает: каждый член комиссии голосует сам.',
    en: 'Not enough of the commission have voted. The verdict is recorded once they have: each votes in person.',
  },
  votes_tied: {
    status: 409,
    ru: 'Голоса разделились поровну. Обсудите ещё раз: до решения каждый может проголосовать заново.',
    en: 'The votes are even. Talk it over: until the verdict everybody may vote anew.',
  },
  against_majority: {
    status: 422,
    ru: 'Большинство проголосовало иначе. Записать можно только то, за что проголосовало большинство.',
    en: 'The majority voted otherwise. Only what the majority voted for can be recorded.',
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
} as const satisfies Record<string, Sentence>
