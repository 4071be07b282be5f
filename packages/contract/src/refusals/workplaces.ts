// What requests of the area workplaces are refused for.
import type { Sentence } from './sentence.ts'

export const workplaces = {
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
  wrong_hours: {
    status: 422,
    ru: 'Помещение должно закрываться позже, чем открывается.',
    en: 'A room has to close later than it opens.',
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
} as const satisfies Record<string, Sentence>
