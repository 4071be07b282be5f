// After the exam: an answer to a mark, an appeal filed, admitted, considered and satisfied, and what the examinee reads then.
import { rmSync } from 'node:fs'
import { changeAppealSetting } from '@ochno/contract/appeals'
import { sayToExaminee } from '@ochno/contract/conduct'
import { decideResult, publishDecision } from '@ochno/contract/decisions'
import { handOverProtocol, readProtocol, saveProtocol, signProtocol } from '@ochno/contract/protocols'
import { readMe } from '@ochno/contract/sign-in'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { both, openBrowser, type Visit, visitAs } from './screens-stand.ts'

const MINUTE = 60_000
let server: TestServer
let browser: Browser
let web: string
let teacher: TestPerson
let proctor: TestPerson
let chair: TestPerson
let secretary: TestPerson
let member: TestPerson
let session: TestSession
let began: number

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  await actInForce(server.admin.client, '004')
  proctor = await server.person('proctor', {
    fullName: 'Орлова Татьяна Юрьевна',
    roles: ['proctor', 'commission'],
  })
  teacher = await server.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  chair = await server.person('commission', { fullName: 'Савельев Роман Юрьевич' })
  member = await server.person('commission', {
    fullName: 'Преображенская-Константинопольская Маргарита Александровна',
  })
  secretary = await server.person('commission', { fullName: 'Носова Юлия Павловна' })
  await server.admin.client.done(changeAppealSetting, {
    body: {
      situations: [{ id: 'door', words: 'допуск начался позже, чем стояло в расписании' }],
      steps: [{ id: 'study', words: 'Изучить видеозапись и протокол', by: 'Секретарь' }],
      least: 2,
      answerDays: null,
    },
  })
  const exam = await examUnderAct(server.admin.client, {}, { title: 'Электробезопасность, III группа' })
  session = await server.session({
    exam,
    proctors: [proctor],
    examinee: await server.person('examinee', { fullName: 'Дроздов Никита Андреевич' }),
  })
  began = Date.now() - 40 * MINUTE
  const time = (minutes: number) => new Date(began + minutes * MINUTE).toISOString()
  await server.database.owner(
    `update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $3, deauthorized_at = $3,
       end_cause = 'auto' where id = $1`,
    [session.id, time(0), time(30)],
  )
  const params = { sid: session.id }
  await proctor.client.done(sayToExaminee, {
    params,
    body: { kind: 'mark', code: 'gadgets', from: time(3), to: time(3.5), note: 'предмет в руке' },
  })
  const view = await proctor.client.done(readProtocol, { params })
  const saved = await proctor.client.done(saveProtocol, {
    params,
    body: {
      revision: view.revision,
      draft: {
        ...view.draft,
        answers: Object.fromEntries(
          view.rows.map(
            ({ row }) => [row, view.marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const,
          ),
        ),
        marks: Object.fromEntries(view.marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }])),
        independent: false,
        documentShown: 'паспорт',
      },
    },
  })
  await proctor.client.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  await proctor.client.done(handOverProtocol, { params })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('T-19 SM-6 R4-5.14 R0-2.5b.1 an examinee answers a mark and appeals; the commission that had no part in the exam considers it, and the result on the own page is another', async () => {
  const own = await visitAs(browser, server, session.examinee)
  await own.page.goto(`/after-exam/${session.id}`)
  await own.page.getByLabel('Ваш ответ на отметку').fill('Это калькулятор, он разрешён.')
  await own.page.getByRole('button', { name: 'Отправить ответ' }).click()
  await own.page.getByText('Ваш ответ: Это калькулятор, он разрешён.').waitFor()

  const params = { sid: session.id }
  await teacher.client.done(decideResult, {
    params,
    body: { as: 'teacher', value: 'unsatisfactory', authentic: true, ground: 'По протоколу' },
  })
  await teacher.client.done(publishDecision, {
    params,
    body: { as: 'teacher', explanation: 'На записи в руке виден предмет, похожий на телефон.' },
  })
  await own.page.goto('/')
  await own.page.getByRole('heading', { name: 'Запись, отметки и апелляция' }).waitFor()
  await own.page.goto(`/after-exam/${session.id}`)
  await own.page.getByText('неудовлетворительно').waitFor()
  await own.page.getByLabel('не согласен с решением проктора').check()
  await own.page
    .getByLabel('Что произошло')
    .fill('В 10:03 я считал на калькуляторе. Он разрешён правилами экзамена.')
  await both(own, 'appeal-form', 'the own page with the form of an appeal')
  await own.page.getByRole('button', { name: 'Подать апелляцию' }).click()
  await own.page.getByText('зарегистрирована, ждёт приёма').waitFor()

  const desk = await visitAs(browser, server, secretary)
  const { page } = desk
  await page.goto('/appeals')
  await page.getByRole('link', { name: /Дроздов/ }).waitFor()
  await both(desk, 'appeals', 'the list of appeals')
  await page.getByRole('link', { name: /Дроздов/ }).click()
  await page.getByRole('button', { name: 'Принять к рассмотрению' }).click()
  await page.getByText('проктор этого экзамена').waitFor()
  for (const [name, role] of [
    ['Савельев Роман Юрьевич', 'председатель'],
    ['Преображенская-Константинопольская Маргарита Александровна', 'член комиссии'],
    ['Носова Юлия Павловна', 'секретарь'],
  ] as const) {
    await page.getByRole('combobox', { name }).click()
    await page.getByRole('option', { name: role }).click()
  }
  await page.getByRole('button', { name: 'Назначить комиссию' }).click()
  await page.getByText('Назначена комиссия').waitFor()
  await page.getByRole('button', { name: 'Сделано' }).click()
  await page.getByText('Сделан шаг порядка').waitFor()
  await both(desk, 'appeal', 'an appeal under consideration')

  // T-19: the examinee sees who considers it and asks that one of them goes; nobody votes until that is answered.
  await own.page.reload()
  await own.page.getByRole('button', { name: 'Просить отвод: Преображенская' }).click()
  await own.page.getByLabel('Почему этот человек не может решать честно').fill('Готовила меня к экзамену.')
  await own.page.getByRole('button', { name: 'Попросить', exact: true }).click()
  await own.page.getByText('ждёт ответа').waitFor()
  await both(own, 'appeal-recusal-asked', 'the own page with a request for recusal')
  const appealPath = page.url().replace(/^https?:\/\/[^/]+/, '')
  const head = await visitAs(browser, server, chair)
  await head.page.goto(appealPath)
  await head.page.getByText('Готовила меня к экзамену.').first().waitFor()
  expect(await head.page.getByRole('button', { name: 'Проголосовать' }).count()).toBe(0)
  await page.reload()
  await page.getByRole('button', { name: 'Ответить на просьбу' }).click()
  await page.getByLabel('отказать: человек остаётся').check()
  await page.getByLabel('Почему').fill('К экзамену готовят все преподаватели отделения.')
  await both(desk, 'appeal-recusal-answer', 'the answer to a request for recusal')
  await page.getByRole('button', { name: 'Ответить', exact: true }).click()
  await page.getByText('В отводе отказано').first().waitFor()
  const vote = async (here: Visit) => {
    await here.page.goto(appealPath)
    await here.page.getByRole('radio', { name: 'удовлетворить апелляцию' }).check()
    await here.page.getByRole('button', { name: 'Проголосовать' }).click()
    await here.page.getByRole('radiogroup', { name: 'Проголосовать заново' }).waitFor()
  }
  await vote(head)
  await head.page.getByText('Решение записывают, когда проголосует комиссия').waitFor()
  await both(head, 'appeal-voting', 'the votes while one is missing')
  const second = await visitAs(browser, server, member)
  await vote(second)
  await head.page.reload()
  const { zone } = await server.admin.client.done(readMe, {}).then(({ institution }) => institution)
  const clock = (minutes: number) =>
    new Intl.DateTimeFormat('ru', { timeZone: zone, timeStyle: 'medium' }).format(began + minutes * MINUTE)
  // To annul takes another voice: nothing happens before it, and it may say no.
  await head.page.getByLabel('удовлетворить', { exact: true }).check()
  await head.page.getByRole('combobox', { name: 'Новый результат' }).click()
  await head.page.getByRole('option', { name: 'попытка аннулируется' }).click()
  await head.page.getByLabel('Мотивы').fill('Запись обрывается в самом начале.')
  await head.page.getByLabel('Начало 1').fill(clock(3))
  await head.page.getByLabel('Конец 1').fill(clock(3.5))
  await head.page.getByRole('button', { name: 'Предложить аннулирование' }).click()
  await head.page.getByText('Ждём ответа второго члена комиссии.').waitFor()
  await both(head, 'appeal-proposed', 'a proposed annulment as its chair sees it')
  await second.page.reload()
  await second.page.getByRole('heading', { name: 'Предложено аннулирование' }).waitFor()
  await second.page.getByLabel('Почему не согласны').fill('Запись обрывается после конца экзамена.')
  await both(second, 'appeal-second', 'a proposed annulment as the second member sees it')
  await second.page.getByRole('button', { name: 'Не согласен' }).click()
  await second.page.getByText('С аннулированием не согласились').waitFor()

  await head.page.reload()
  await head.page.getByLabel('удовлетворить', { exact: true }).check()
  await head.page.getByRole('combobox', { name: 'Новый результат' }).click()
  await head.page.getByRole('option', { name: 'хорошо' }).click()
  await head.page.getByRole('group', { name: 'Снять отметки' }).getByRole('checkbox').check()
  await head.page.getByLabel('Мотивы').fill('На записи виден калькулятор: он разрешён правилами экзамена.')
  await head.page.getByLabel('Начало 1').fill(clock(3))
  await head.page.getByLabel('Конец 1').fill(clock(3.5))
  await both(head, 'appeal-decide', 'the decision of the commission')
  await head.page.getByRole('button', { name: 'Записать решение' }).click()
  await head.page.getByRole('link', { name: /PDF/ }).waitFor({ timeout: 30_000 })
  await both(head, 'appeal-decided', 'a decided appeal')

  await own.page.reload()
  await own.page.getByText('снята комиссией').waitFor()
  await own.page.getByText('хорошо').first().waitFor()
  await both(own, 'appeal-own-decided', 'the own page after the appeal')
  for (const here of [own, desk, head, second]) expect(here.trouble).toEqual([])
})
