// The exam: its card in three steps, published, people placed, told, the teacher's own list done.
import { readChecklist } from '@ochno/contract/exam-admission'
import type { ExamId } from '@ochno/domain/ids'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { type Family, staff } from './people.ts'
import { enter, go, look, type Stand } from './stand.ts'

const MINUTE = 60_000

/** As a field of a page takes it: the institution's own wall clock. */
const wall = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(ms)
    .replace(' ', 'T')

const DAY = 24 * 60 * MINUTE

/** Ten in the morning there, in twelve days: whatever an act wants to be done a week before can be done. */
export function dayOfExam({ clock, of }: Stand): number {
  const near = clock.ms() + 12 * DAY
  const [hours = 0, minutes = 0] = wall(near, of.zone).slice(11).split(':').map(Number)
  return Math.floor(near / MINUTE) * MINUTE + (10 * 60 - hours * 60 - minutes) * MINUTE
}

export const titleOf = ({ of }: Stand): string => `${of.subject}: промежуточная аттестация`

/** The card; the teacher stays on the page of the draft. */
export async function writeCard(stand: Stand, opensAt: number): Promise<Visit> {
  const { of } = stand
  const teacher = await enter(stand, staff.teacher.login, '/exams')
  const { page } = teacher
  await page.getByRole('button', { name: 'Создать экзамен' }).first().click()
  await page.getByRole('heading', { name: 'Шаг 1 из 3. Что и когда' }).waitFor()
  await page.getByLabel('Название').fill(titleOf(stand))
  await page.getByLabel('Предмет или дисциплина').fill(of.subject)
  await page.getByLabel('Начать можно с').fill(wall(opensAt, of.zone))
  await page.getByLabel('Начать нужно до').fill(wall(opensAt + 60 * MINUTE, of.zone))
  await page.getByLabel('Минут на выполнение').fill('45')
  await page.getByLabel('Задание или ссылка на него').fill('Ответьте на вопросы билета.')
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('heading', { name: 'Шаг 2 из 3. Как наблюдают' }).waitFor()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('heading', { name: 'Шаг 3 из 3. Что разрешено' }).waitFor()
  await page.getByRole('button', { name: 'Сохранить и проверить' }).click()
  await page
    .getByRole('button', { name: 'Опубликовать' })
    .or(page.getByText('Это черновик'))
    .first()
    .waitFor()
  return teacher
}

export async function publish(stand: Stand, teacher: Visit): Promise<void> {
  const { page } = teacher
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await page.getByText('Если акт изменится, этот экзамен пройдёт по этим правилам.').waitFor()
  const kept = page.getByText('Если акт изменится, этот экзамен пройдёт по этим правилам.')
  await look(stand, teacher, 'exam-rules', page.locator('section').filter({ has: kept }).last())
}

/** Of a long page the part with this button. */
const part = (page: Page, button: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: button }) })
    .last()

/** The whole group and the proctor into slots; then everybody is told. */
export async function placeAndTell(stand: Stand, teacher: Visit): Promise<void> {
  const { of } = stand
  const { page } = teacher
  await page.getByRole('button', { name: 'Расставить автоматически' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Отметить группу целиком').selectOption({ label: `${of.group} (3)` })
  await dialog.getByRole('checkbox', { name: new RegExp(staff.proctor.name) }).check()
  await dialog.getByLabel('Начать можно в течение, минут').fill('60')
  await dialog.getByRole('button', { name: 'Показать, что получится' }).click()
  await dialog.getByText('Места хватает всем').waitFor()
  await dialog.getByRole('button', { name: /^Включить 3 / }).click()
  await dialog.waitFor({ state: 'detached' })
  await confirmAll(stand, page)
  await look(stand, teacher, 'exam-schedule', part(page, 'Расставить автоматически'))
  await tell(teacher)
}

/** Where the act asks the teacher to confirm something before the exam. */
async function confirmAll(stand: Stand, page: Page): Promise<void> {
  const { client } = stand
  const eid = page.url().split('/').at(-1) as ExamId
  const { items } = await client.done(readChecklist, { params: { eid } })
  const open = page.getByRole('button', { name: /^Подтвердить: / })
  const ticked = items.filter(({ asked, item }) => asked && item !== 'briefing')
  for (let left = ticked.length; left > 0; left--) {
    await expect.poll(() => open.count(), { timeout: 20_000 }).toBe(left)
    await open.first().click()
  }
  await open.first().waitFor({ state: 'detached' })
  if (items.some(({ asked, item }) => asked && item === 'briefing')) await brief(stand, page)
}

/** R4-3.8a: the words of the briefing; whoever was not there reads them before the exam. */
async function brief(stand: Stand, page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Провести инструктаж' }).click()
  await page.getByRole('heading', { name: 'Инструктаж', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Инструктаж проведён' }).click()
  await page.getByText(/^Провёл\(а\) /).waitFor()
  await page.getByRole('link', { name: titleOf(stand) }).click()
  await page.getByRole('link', { name: 'Кто прошёл' }).waitFor()
}

/** The server tells everybody within a minute; who is in a hurry presses, unless it was quicker. */
async function tell({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Кто извещён' }).click()
  await page.getByRole('cell').first().waitFor()
  const send = page.getByRole('button', { name: /^Известить / })
  await Promise.race([
    send.click({ timeout: 20_000 }).catch(() => undefined),
    send.waitFor({ state: 'detached' }),
  ])
  await send.waitFor({ state: 'detached' })
}

/** The notice of the exam is read in the personal account. */
export async function readNotice(stand: Stand, { examinee }: Family): Promise<void> {
  const { page } = examinee
  await go(examinee, '/notices')
  await page
    .getByText(`Назначен экзамен «${titleOf(stand)}»`)
    .first()
    .waitFor()
  // The window is for the start: whoever begins in its last minute still has the whole time.
  await page.getByText(/Начать можно с .* в 10:00\. Начать нужно до .* в 11:00\./).waitFor()
  await look(stand, examinee, 'notice')
}
