// A small school of people who do not exist.
import type { Role } from '@ochno/domain/access/table'

export type Person = { readonly login: string; readonly fullName: string; readonly roles: readonly Role[] }

export const institution = 'Школа № 1 (демонстрация)'

export const admin: Person = { login: 'admin', fullName: 'Администратова Анна Павловна', roles: ['admin'] }

export const staff: readonly Person[] = [
  { login: 'proctor', fullName: 'Наблюдательный Илья Сергеевич', roles: ['proctor'] },
  { login: 'teacher', fullName: 'Учителева Мария Викторовна', roles: ['teacher'] },
  { login: 'methodist', fullName: 'Методистова Ольга Юрьевна', roles: ['methodist'] },
  { login: 'commission', fullName: 'Комиссаров Пётр Андреевич', roles: ['commission'] },
  { login: 'support', fullName: 'Поддержкин Артём Олегович', roles: ['support'] },
  { login: 'dpo', fullName: 'Ответственная Нина Борисовна', roles: ['dpo'] },
  { login: 'parent', fullName: 'Родителева Елена Дмитриевна', roles: ['parent'] },
]

export const examinees: readonly Person[] = [
  'Берёзкин Лев Ильич',
  'Ветрова Софья Романовна',
  'Громов Тимур Асланович',
  'Дождева Алина Игоревна',
  'Ёлкин Фёдор Максимович',
  'Журавлёва Дарья Антоновна',
].map((fullName, i) => ({ login: `examinee${i + 1}`, fullName, roles: ['examinee'] }))

/** The class everybody sits in, and the child whose parent signs in as `parent`. */
export const group = { name: '8А', stream: '8 классы' }
export const child = { login: 'examinee1', born: '2012-03-14', proof: 'Свидетельство о рождении' }

export const exam = {
  title: 'Алгебра, 8 класс: промежуточная аттестация',
  instructions: [
    '1. Решите уравнение x² − 5x + 6 = 0.',
    '2. Упростите выражение (a² − b²) / (a − b) при a ≠ b.',
    '3. Лодка прошла 12 км по течению и вернулась за 5 часов. Скорость течения 1 км/ч. Найдите скорость лодки.',
    '',
    'Решения пишите на листе; в конце покажите лист камере.',
  ].join('\n'),
  lengthMinutes: 180,
}
