// 001, п. 7.3: printed word for word.
import { title } from './blocks.ts'
import type { Formed } from './model.ts'

export const requirements0012: readonly string[] = [
  'Персональный компьютер / ноутбук со встроенной или подключенными портативной веб-камерой и наличием звукового встроенного или подключенного аудиоустройства;',
  'Операционная система Windows XP или выше. ОЗУ от 512 МБ;',
  'Процессор не ниже Intel Core i3 или AMD;',
  'Интернет-браузер Google Chrome, Firefox или Edge последней на момент сдачи экзамена версии;',
  'Стабильный доступ к сети Интернет.',
]

export const form0012 = (): Formed => ({
  ok: true,
  document: {
    form: 'F-001-2',
    name: 'Технические требования к ПК Пользователя',
    language: 'ru',
    page: 'portrait',
    body: [
      title('Технические требования к ПК Пользователя:'),
      { kind: 'list', marker: 'dash', items: requirements0012 },
    ],
  },
})
