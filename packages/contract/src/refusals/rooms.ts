// What requests of the area rooms are refused for.
import type { Sentence } from './sentence.ts'

export const rooms = {
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
} as const satisfies Record<string, Sentence>
