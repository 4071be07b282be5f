// 002: the act regulates electronic interaction and names proctoring in its title only, so its story ends with people, help and contacts.
import type { Visit } from '../screens-stand.ts'
import { dayOfExam, writeCard } from './exam.ts'
import { type Family, staff } from './people.ts'
import { enter, go, look, type Stand } from './stand.ts'

/** A pupil and a parent have nothing to answer; the parent sees the child, the pupil is helped. */
export async function familyAtHome(stand: Stand, { examinee, parent }: Family): Promise<void> {
  if (!parent) throw new Error('no parent')
  await go(parent, '/')
  await parent.page.getByRole('heading', { name: `${stand.of.examinee.name}, ${stand.of.group}` }).waitFor()
  await look(stand, parent, 'parent')
  await go(examinee, '/consents')
  await examinee.page.getByText('Отвечать не на что').waitFor()
  await look(stand, examinee, 'consent')
}

/** Asked on a phone, answered by whom the order names. */
export async function helped(stand: Stand, { examinee }: Family): Promise<void> {
  const { page } = examinee
  const { page: desk } = stand.admin
  await go(examinee, '/help')
  await page.getByLabel('Что случилось').fill('Не открывается ссылка на занятие.')
  await page.getByRole('button', { name: 'Отправить' }).click()
  await page.getByText('Обращение № 1 принято').waitFor()
  await go(stand.admin, '/tickets')
  const ticket = desk.getByRole('listitem').filter({ hasText: '№ 1.' }).first()
  await ticket.getByRole('button', { name: 'Взять в работу' }).click()
  await ticket.getByLabel('Ответ на обращение № 1').fill('Ссылка исправлена, попробуйте ещё раз.')
  await look(stand, stand.admin, 'support')
  await ticket.getByRole('button', { name: 'Ответить: решено' }).click()
  await page.getByText('Ссылка исправлена, попробуйте ещё раз.').waitFor({ timeout: 60_000 })
  await look(stand, examinee, 'help')
}

/** A teacher who tries all the same is told by whom and why not, before and after writing the card. */
export async function noExamIsHeld(stand: Stand): Promise<void> {
  const teacher: Visit = await enter(stand, staff.teacher.login, '/exams/new')
  await teacher.page.getByText('Действующий акт не регулирует прокторинг').waitFor()
  await look(stand, teacher, 'no-exam')
  await writeCard(stand, dayOfExam(stand))
}
