// A fresh machine, from the one-time link to an exam with people on it: everything through the pages, as people do it.
import { PASSWORD } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NewMachine, newMachine } from './new-machine.ts'
import { picture } from './pictures.ts'
import { desktop, openSection, phone, type Visit, visit } from './screens-stand.ts'

let machine: NewMachine
let admin: Visit

beforeAll(async () => {
  machine = await newMachine()
}, 180_000)
afterAll(() => machine?.close())

const arrive = () => visit(machine.browser, machine.server.url)

test('B-27 the one-time link makes the institution and its first administrator', async () => {
  admin = await arrive()
  const { page } = admin
  await page.goto('/setup')
  await page.getByText('Нужна одноразовая ссылка').waitFor()
  await admin.accessible('setup without a code')

  await page.goto('about:blank')
  await page.goto(`/setup#${machine.server.setupCode}`)
  await page.getByLabel('Название учреждения').fill('Гимназия № 7')
  expect(page.url(), 'the code left the address bar').not.toContain(String(machine.server.setupCode))
  await admin.accessible('setup')
  await page.getByLabel('Ваше имя полностью').fill('Иванова Мария Сергеевна')
  await page.getByLabel('Логин', { exact: true }).fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill('короткий')
  await page.getByRole('button', { name: 'Создать и войти' }).click()
  await page.getByText('Пароль короче 12 символов').waitFor()
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать и войти' }).click()
  await page.getByRole('heading', { name: 'Здравствуйте, Иванова Мария Сергеевна' }).waitFor()
  await page.getByText('Первые шаги').waitFor()
  await admin.accessible('the administrator’s home')
})

/** Adds a person through the page and gives the one-time link it showed. */
async function add(fullName: string, login: string, role: string): Promise<string> {
  const { page } = admin
  await page.getByRole('button', { name: 'Добавить человека' }).click()
  await page.getByLabel('Фамилия, имя, отчество').fill(fullName)
  await page.getByLabel('Логин', { exact: true }).fill(login)
  await page.getByLabel(role, { exact: true }).check()
  if (login === 'petrov') await admin.accessible('a new person')
  await page.getByRole('button', { name: 'Добавить и получить ссылку' }).click()
  const link = await page.getByLabel('Одноразовая ссылка').inputValue()
  if (login === 'petrov') await admin.accessible('an invitation')
  await page.getByRole('button', { name: 'Готово' }).click()
  return link
}

test('the administrator sees the health of the machine', async () => {
  const { page } = admin
  await openSection(admin, 'Сервер')
  await page.getByText('Готов к экзаменам').waitFor()
  await page.getByText(/Свободно .*ГБ/).waitFor()
  await admin.accessible('the machine')
  await picture(page, 'machine')
})

test('the keyboard alone is enough: skip link, menus, dialogs', async () => {
  const { page } = admin
  await page.goto('/people')
  await page.getByRole('button', { name: 'Добавить человека' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('К содержанию страницы')
  const menu = page.getByRole('button', { name: /^Меню/ })
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Мои входы' }).waitFor()
  await admin.accessible('the person’s menu')
  await page.keyboard.press('Escape')
  expect(await menu.getAttribute('aria-expanded')).toBe('false')
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true)
  const add = page.getByRole('button', { name: 'Добавить человека' })
  await add.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 20_000 })
    .toBe('INPUT')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => add.evaluate((button) => button === document.activeElement), { timeout: 20_000 })
    .toBe(true)
})

test('people are added with one-time links, and each link lets its person in once', async () => {
  const { page } = admin
  await openSection(admin, 'Люди')
  await page.getByRole('heading', { name: 'Люди', exact: true }).waitFor()
  const links = [
    await add('Петров Пётр Петрович', 'petrov', 'Проктор'),
    await add('Сидоров Алексей Николаевич', 'sidorov', 'Экзаменуемый'),
    await add('Кузнецова Ольга Юрьевна', 'kuznetsova', 'Преподаватель'),
  ]
  await page.getByRole('cell', { name: 'Сидоров Алексей Николаевич', exact: true }).waitFor()
  await admin.accessible('people')
  await picture(page, 'people')

  const guest = await arrive()
  await guest.page.goto(links[1] as string)
  await guest.page.getByText('Сидоров Алексей Николаевич').waitFor()
  await guest.accessible('an invitation opened')
  await guest.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await guest.page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await guest.page.getByText('Экзаменов пока нет').waitFor()
  await guest.accessible('an examinee without exams')
  expect(guest.trouble).toEqual([])
  await guest.close()

  const late = await arrive()
  await late.page.goto(links[1] as string)
  await late.page.getByText('Эта ссылка больше не действует').waitFor()
  await late.accessible('an invitation used before')
  await late.close()

  const teacher = await arrive()
  await teacher.page.goto(links[2] as string)
  await teacher.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await teacher.page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await teacher.page.getByText('У вас пока нет своих экзаменов').waitFor()
  await teacher.close()
})

test('B-06 the administrator changes a person’s roles: a pupil made staff is out at once and gets a new link', async () => {
  const { page } = admin
  const pupil = await arrive()
  await page.goto('/people')
  const guest = await add('Новиков Глеб Андреевич', 'novikov', 'Экзаменуемый')
  await pupil.page.goto(guest)
  await pupil.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await pupil.page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await pupil.page.getByText('Экзаменов пока нет').waitFor()

  await page.getByRole('button', { name: 'Действия: Новиков Глеб Андреевич' }).click()
  await page.getByRole('button', { name: 'Изменить роли' }).click()
  const dialog = page.getByRole('dialog', { name: 'Роли: Новиков Глеб Андреевич' })
  await dialog.getByText('Открытые входы этого человека закончатся сразу').waitFor()
  await dialog.getByLabel('Проктор', { exact: true }).check()
  await dialog.getByText('Сотруднику нужен более длинный пароль').waitFor()
  await admin.accessible('roles of a person')
  await picture(page, 'roles')
  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'roles-phone')
  await page.setViewportSize(desktop)
  await dialog.getByRole('button', { name: 'Сохранить роли' }).click()
  const link = await page.getByLabel('Одноразовая ссылка').inputValue()
  await page.getByRole('button', { name: 'Готово' }).click()
  await page.getByRole('cell', { name: 'Экзаменуемый, Проктор' }).waitFor()

  await pupil.page.reload()
  await pupil.page.getByRole('heading', { name: 'Вход' }).waitFor()
  await pupil.page.goto(link)
  await pupil.page.getByText('Новиков Глеб Андреевич').waitFor()
  await pupil.close()

  await page.getByRole('button', { name: 'Действия: Иванова Мария Сергеевна' }).click()
  await page.getByRole('button', { name: 'Выдать одноразовую ссылку' }).waitFor()
  expect(await page.getByRole('button', { name: 'Изменить роли' }).count(), 'one’s own roles').toBe(0)
  await page.keyboard.press('Escape')
})

test('the administrator renames the institution and moves its time zone', async () => {
  const { page } = admin
  await openSection(admin, 'Учреждение')
  await page.getByRole('heading', { name: 'Учреждение', exact: true }).waitFor()
  await page.getByLabel('Название учреждения').fill('Гимназия № 7 имени Павлова')
  await page.getByLabel('Часовой пояс учреждения').selectOption('Asia/Omsk')
  await page.getByText('Предупредите людей').waitFor()
  await admin.accessible('the institution, changed')
  await picture(page, 'institution')
  await page.setViewportSize(phone)
  await admin.accessible('the institution on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'institution-phone')
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сохранено. Изменение записано в журнал.').waitFor()
  await page.getByRole('banner').getByText('Гимназия № 7 имени Павлова').waitFor()
  await admin.accessible('the institution, saved')
})

test('a wrong password is told in words, a right one leads to where one wanted to go', async () => {
  const guest = await arrive()
  const { page } = guest
  await page.goto('/exams')
  await page.getByRole('heading', { name: 'Вход' }).waitFor()
  await guest.accessible('sign-in')
  await picture(page, 'sign-in')
  await page.getByLabel('Логин', { exact: true }).fill('kuznetsova')
  await page.getByLabel('Пароль', { exact: true }).fill('не тот пароль')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('alert').getByText('Логин или пароль не подходят').waitFor()
  await guest.accessible('sign-in refused')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Экзамены', exact: true }).waitFor()

  await page.getByRole('button', { name: 'Создать экзамен' }).click()
  await page.getByLabel('Название', { exact: true }).fill('Алгебра, 8 класс: промежуточная аттестация')
  await page.getByLabel('Задание или ссылка на него').fill('Решите уравнение x² − 5x + 6 = 0.')
  await guest.accessible('a new exam')
  await page.getByRole('button', { name: 'Создать экзамен' }).last().click()
  await page.getByText('Пока никто не включён').waitFor()
  await guest.accessible('an exam without people')

  await page.getByRole('button', { name: 'Включить людей' }).click()
  await page.getByLabel(/Сидоров/).check()
  await page.getByLabel('Проктор для них').selectOption({ label: 'Петров Пётр Петрович' })
  await guest.accessible('putting people on an exam')
  await page.getByRole('button', { name: 'Включить 1 человека' }).click()
  await page.getByRole('cell', { name: 'Сидоров Алексей Николаевич', exact: true }).waitFor()
  await page.getByText('Петров Пётр Петрович').waitFor()
  await guest.accessible('an exam with people')
  await picture(page, 'exam')

  await page.setViewportSize(phone)
  await guest.accessible('an exam with people on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(guest.trouble).toEqual([])
  await guest.close()
})

test('B-06 one sees one’s own sign-ins and ends another; the other page then asks to sign in', async () => {
  const first = await arrive()
  const second = await arrive()
  for (const { page } of [first, second]) {
    await page.goto('/me/sign-ins')
    await page.getByLabel('Логин', { exact: true }).fill('sidorov')
    await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await page.getByText('Этот вход').waitFor()
  }
  await first.page.reload()
  await first.page.getByText('Этот вход').waitFor()
  await first.accessible('my sign-ins')
  const ends = first.page.getByRole('button', { name: /^Закончить вход/ })
  const endOne = async (which: typeof ends) => {
    const before = await ends.count()
    await which.click()
    await expect.poll(() => ends.count(), { timeout: 20_000 }).toBeLessThan(before)
  }
  await endOne(ends.last())
  await second.page.goto('/')
  // Pupils hold several sign-ins; one of them was the second's or the one of the invitation. All others are ended now.
  while ((await ends.count()) > 0) await endOne(ends.first())
  await second.page.reload()
  await second.page.getByRole('heading', { name: 'Вход' }).waitFor()
  await first.close()
  await second.close()
})

test('T-33 a page of another role is refused in words, and an unknown address too', async () => {
  const guest = await arrive()
  const { page } = guest
  await page.goto('/people')
  await page.getByLabel('Логин', { exact: true }).fill('sidorov')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByText('Эта страница не для вашей роли').waitFor()
  await guest.accessible('not for this role')
  await page.goto('/nowhere')
  await page.getByText('Такой страницы нет').waitFor()
  await guest.accessible('not found')
  expect(guest.trouble).toEqual([])
  await guest.close()
})

test('the English pages are English', async () => {
  const guest = await arrive()
  const { page } = guest
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const cyrillic = ((await page.locator('#root').textContent()) ?? '').match(/[а-яё]{3,}/i)
  expect(cyrillic).toBeNull()
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await guest.close()
})

test('P-42 nothing of all this left our origin or broke the content policy', () => {
  expect(admin.trouble).toEqual([])
})
