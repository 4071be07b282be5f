// What requests of the area application are refused for.
import type { Sentence } from './sentence.ts'

export const application = {
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
} as const satisfies Record<string, Sentence>
