// From an empty machine to an institution that knows what it is, who is responsible and who may watch, through the pages.
import { actInForce } from '@ochno/testkit/act-in-force'
import { Client } from '@ochno/testkit/client'
import { createAccount } from '@ochno/contract/accounts'
import { setProctorCard } from '@ochno/contract/appointments'
import { acceptInvitation } from '@ochno/contract/sign-in'
import { PASSWORD, wholePapers } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstAdmin, type NewMachine, newMachine } from './new-machine.ts'
import { picture } from './pictures.ts'
import { desktop, fits, phone, type Visit, visit, visitAs } from './screens-stand.ts'
import { fillPapers } from './stories/proctor.ts'

let machine: NewMachine
let admin: Visit
let client: Client

beforeAll(async () => {
  machine = await newMachine()
  admin = await firstAdmin(machine)
  const [cookie] = await admin.context.cookies()
  client = new Client(machine.server.url, `${cookie?.name}=${cookie?.value}`)
}, 180_000)
afterAll(() => machine?.close())

const onPhone = async (name: string) => {
  const { page } = admin
  await page.setViewportSize(phone)
  await admin.accessible(`${name} on a phone`)
  await fits(admin)
  await picture(page, `${name}-phone`)
  await page.setViewportSize(desktop)
}

test('an empty installation is set up step by step, left and gone on with', async () => {
  const { page } = admin
  await page.getByText('Настройка учреждения: осталось 8 шагов').waitFor()
  await picture(page, 'institution-home')
  await page.getByRole('link', { name: 'Продолжить' }).click()
  await page.getByRole('heading', { name: 'Вид учреждения' }).waitFor()
  await page.getByLabel('Колледж, техникум').check()
  await page.getByRole('button', { name: /1\. Вид учреждения\s*Готово/ }).waitFor()
  await admin.accessible('the first step')
  await picture(page, 'institution-setup')
  await onPhone('institution-setup')
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Краткое название').fill('ПОУ «УКСС»')
  await page.getByLabel('Полное название в дательном падеже').fill('колледжу связи и сервиса')
  await page.getByLabel('Адрес').fill('454000, г. Челябинск, ул. Заречная, д. 40')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сохранено').waitFor()
  await page.getByRole('button', { name: 'Итог: что готово' }).click()
  await page.getByText('Не заполнено: город.').waitFor()
  // Left, and gone on with where the first thing is missing.
  await page.goto('/')
  await page.getByRole('link', { name: 'Продолжить' }).click()
  await page.getByLabel('Город').fill('г. Челябинск')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('button', { name: /2\. Названия и реквизиты\s*Готово/ }).waitFor()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Часовой пояс указан верно').check()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('У нас нет филиалов').check()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Подразделения вносить не будем').check()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('button', { name: 'Добавить программу' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Название').fill('Инфокоммуникационные сети и системы связи')
  await sheet.getByLabel('Код или специальность').fill('11.02.15')
  await sheet.getByLabel('Уровень образования').selectOption('spo')
  await sheet.getByLabel('Нельзя вести только дистанционно (приказ № 932)').check()
  await admin.accessible('a programme')
  await picture(page, 'institution-programme')
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('11.02.15 · среднее профессиональное').waitFor()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Образец').selectOption('004')
  await page.getByRole('button', { name: 'Начать с этого акта' }).click()
  await page.getByText('Акт готовится').waitFor()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('heading', { name: 'Что акт не регулирует' }).waitFor()
  await admin.accessible('what the act leaves open')
  await picture(page, 'institution-unregulated')
  await page.getByRole('button', { name: 'К итогу' }).click()
  await page.getByText('Акт ещё не вступил в силу.').waitFor()
  await admin.accessible('the checklist')
  await picture(page, 'institution-checklist')
  await onPhone('institution-checklist')
  expect(admin.trouble).toEqual([])
})

test('R0-6.3a R0-6.3b R0-6.4 an order is entered and its list is a page without a sign-in', async () => {
  const { page } = admin
  await actInForce(client, '000')
  await page.goto('/institution')
  await page.getByRole('button', { name: 'Добавить технологию' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Название').fill('МАХ (Сферум)')
  await sheet.getByLabel('Кто поддерживает').selectOption('max_sferum_admin')
  await sheet.getByLabel('Связь и интернет').check()
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Администратор платформы МАХ (Сферум) · Связь и интернет').waitFor()
  await admin.accessible('the institution')
  await picture(page, 'institution')
  await onPhone('institution')
  await page.goto('/responsible')
  await page.getByText('Нет ответственных по действующему приказу').waitFor()
  await page.getByRole('button', { name: 'Внести приказ' }).click()
  await sheet.getByLabel('Номер приказа').fill('41')
  for (const no of [1, 2]) {
    const row = sheet.getByRole('group', { name: `Ответственный ${no}` })
    await row.getByRole('combobox', { name: 'Кто', exact: true }).fill('иванова')
    await page.getByRole('option', { name: 'Иванова Мария Сергеевна' }).click()
    await row.getByLabel('Должность').fill('Учитель информатики')
    await row.getByLabel('Телефон').fill('+7 351 200-00-40')
    await row.getByLabel('Эл. почта').fill('help@college.example')
    await row.getByLabel('Часы').fill('будни 9:00–17:00')
  }
  await admin.accessible('an order')
  await picture(page, 'responsible-order')
  await sheet.getByRole('button', { name: 'Внести и опубликовать' }).click()
  await page.getByText('Приказ № 41 от').waitFor()
  expect(await page.getByText('Нет ответственных по действующему приказу').count()).toBe(0)
  await admin.accessible('responsible persons')
  await picture(page, 'responsible')
  await onPhone('responsible')
  const address = await page.getByLabel('Ссылка для сайта').inputValue()
  expect(await page.getByLabel('Код, чтобы показать список на своём сайте').inputValue()).toContain(address)
  // A parent without a sign-in, on a phone.
  const parent = await visit(machine.browser, machine.server.url, { viewport: phone })
  await parent.page.goto(new URL(address).pathname)
  await parent.page.getByRole('heading', { name: 'Кто поможет с технологиями' }).waitFor()
  await parent.page.getByRole('link', { name: '+7 351 200-00-40' }).first().waitFor()
  await parent.accessible('the public list')
  await fits(parent)
  await picture(parent.page, 'contacts-phone')
  await parent.page.setViewportSize(desktop)
  await picture(parent.page, 'contacts')
  expect(parent.trouble).toEqual([])
  await parent.close()
  expect(admin.trouble).toEqual([])
})

test('R4-5.1b a proctor’s papers are entered, and what is missing is said in words', async () => {
  const { page } = admin
  await actInForce(client, '004')
  await client.done(createAccount, {
    body: { login: 'petrov', fullName: 'Петров Пётр Петрович', roles: ['proctor'] },
  })
  await page.goto('/proctors')
  await page.getByText('Нельзя назначать').waitFor()
  await page.getByText('Нет приказа о его назначении.').waitFor()
  await page.getByRole('button', { name: 'Документы: Петров Пётр Петрович' }).click()
  const sheet = page.getByRole('dialog')
  await fillPapers(sheet)
  await admin.accessible('papers of a proctor')
  await picture(page, 'proctor-papers')
  await onPhone('proctor-papers')
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Можно: в реальном времени').waitFor()
  await page.getByText('Нет обучения: по записи, в аудитории.').waitFor()
  await admin.accessible('proctors')
  await picture(page, 'proctors')
  await onPhone('proctors')
  expect(admin.trouble).toEqual([])
})

test('SM-14 a proctor confirms his papers on his own page; suspended by the head he reads why, and nothing else is there', async () => {
  const { account, invitation } = await client.done(createAccount, {
    body: { login: 'novikova', fullName: 'Новикова Надежда Николаевна', roles: ['proctor'] },
  })
  await client.done(setProctorCard, {
    params: { id: account.id },
    body: {
      ...wholePapers,
      acknowledged: [],
      instructed: null,
      trained: [{ variant: 'sync', on: '2026-01-12' }],
      secrecy: { on: '2026-01-10', act: 'Приказ № 15' },
    },
  })
  const person = new Client(machine.server.url)
  await person.done(acceptInvitation, { body: { token: invitation.token, password: PASSWORD } })
  const own = await visitAs(machine.browser, machine.server, { client: person })
  await own.page.goto('/my-papers')
  await own.page.getByText('Пока вас нельзя назначить').waitFor()
  await own.accessible('my papers')
  await picture(own.page, 'my-papers')
  await own.page.setViewportSize(phone)
  await fits(own)
  await picture(own.page, 'my-papers-phone')
  // R4-5.1a: what is acknowledged can be read where it is acknowledged.
  await own.page.getByRole('link', { name: /^Прочитать: Регламент/ }).waitFor()
  await own.page.getByRole('link', { name: 'Прочитать: Инструкция по проверке записей' }).click()
  await own.page.getByRole('heading', { name: '2. Подсказки системы' }).waitFor()
  await own.accessible('the instruction on reviewing')
  await fits(own)
  await picture(own.page, 'review-instruction-phone')
  await own.page.setViewportSize(desktop)
  await picture(own.page, 'review-instruction')
  await own.page.getByRole('link', { name: 'К странице «Мой допуск»' }).click()
  for (const [promise, title] of [
    ['Я прочитал(а) Регламент и буду его соблюдать', 'Регламент'],
    ['Я прочитал(а) Инструкцию по проверке записей', 'Инструкция по проверке записей'],
    ['Я прошёл(ла) это обучение', 'Обучение: в реальном времени'],
    ['Я не буду разглашать то, что узнаю на экзаменах', 'Неразглашение'],
  ] as const) {
    await own.page.getByLabel(promise).check()
    await own.page.getByRole('button', { name: `Подтвердить: ${title}` }).click()
    await own.page.getByLabel(promise).waitFor({ state: 'detached' })
  }
  await own.page.getByText('Вас можно назначать: в реальном времени.').waitFor()

  const { page } = admin
  await page.goto('/proctors')
  await page.getByRole('button', { name: 'Отстранить: Новикова Надежда Николаевна' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Причина').fill('Две жалобы на грубость, идёт проверка')
  await admin.accessible('suspending a proctor')
  await picture(page, 'proctor-suspend')
  await onPhone('proctor-suspend')
  await sheet.getByRole('button', { name: 'Отстранить' }).click()
  await page.getByText('Причина: Две жалобы на грубость, идёт проверка.').waitFor()
  await admin.accessible('a suspended proctor')
  await picture(page, 'proctor-suspended')
  await onPhone('proctor-suspended')

  await own.page.goto('/')
  await own.page.getByText('Вы отстранены от работы проктором').waitFor()
  expect(await own.page.getByRole('link', { name: 'Наблюдение' }).count()).toBe(0)
  await own.page.getByRole('link', { name: 'Открыть', exact: true }).click()
  await own.page.getByText('Причина: Две жалобы на грубость, идёт проверка.').waitFor()
  await own.page.setViewportSize(phone)
  await own.accessible('my papers, suspended')
  await fits(own)
  await picture(own.page, 'my-papers-suspended-phone')
  await own.page.setViewportSize(desktop)
  await picture(own.page, 'my-papers-suspended')
  expect([own.trouble, admin.trouble]).toEqual([[], []])
  await own.close()
})
