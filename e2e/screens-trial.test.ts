// A trial from the home page to what is to be mended; a workplace asked for on a phone; announced works; the instruction in a frame.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listMyNotices, tellSchedule } from '@ochno/contract/notices'
import { readMyEquipment } from '@ochno/contract/equipment'
import { listMySessions } from '@ochno/contract/sessions'
import { readTrial } from '@ochno/contract/trial'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { expect, test } from 'vitest'
import { checkMachine } from './check-machine.ts'
import { picture } from './pictures.ts'
import { desktop, fits, phone, visitAs } from './screens-stand.ts'
import { servedScreens } from './served-screens.ts'

const stand = servedScreens({
  // A course that is served under another name here counts as one of the wide net, which may not ask this machine.
  flags: ['--disable-features=LocalNetworkAccessChecks'],
  prepare: (server) => actInForce(server.admin.client, '001'),
})

test('a trial: the check, the steps, the room and the recording of an exam, and only what is to be mended reaches the server', async () => {
  const examinee = await stand.server.person('examinee', { fullName: 'Берёзкина Анастасия Константиновна' })
  const look = await visitAs(stand.browser, stand.server, examinee)
  const { page } = look
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Попробовать заранее' }).click()
  await page.getByRole('heading', { name: 'Пробная попытка' }).waitFor()
  await look.accessible('before a trial')
  await picture(page, 'trial-start')
  await page.getByRole('button', { name: 'Начать пробную попытку' }).click()

  await checkMachine(page)
  await look.accessible('the check of a trial')
  await picture(page, 'trial-check')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'trial-check-narrow')
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: 'Дальше: подтвердить личность' }).click()

  // 001: the space behind, the responsibility, the headphones; the last one is passed over.
  await page.getByRole('heading', { name: 'Пространство за вами' }).waitFor()
  await page.getByRole('button', { name: 'Сделать снимок' }).click()
  await page.getByRole('button', { name: 'Отправить снимок' }).click()
  await page.getByRole('heading', { name: 'Ответственность' }).waitFor()
  await look.accessible('a step of a trial')
  await picture(page, 'trial-door')
  await page.getByLabel('Прочитано, принимаю').check()
  await page.getByRole('button', { name: 'Дальше', exact: true }).click()
  await page.getByRole('heading', { name: 'Наушники сняты' }).waitFor()
  await page.getByRole('button', { name: 'Пропустить шаг' }).click()
  await page.getByRole('button', { name: 'Дальше: к заданию' }).click()
  await page.getByLabel(/./).and(page.getByRole('checkbox')).first().check()
  await page.getByRole('button', { name: 'Начать экзамен' }).click()

  await page.getByText('Это учебное задание').waitFor()
  await page.getByText('Пробная запись').waitFor()
  // Said only once the first second of both is really there.
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await look.accessible('the room of a trial')
  await picture(page, 'trial-room')
  await page.getByRole('button', { name: 'Завершить' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
  await page.getByRole('heading', { name: 'Что исправить до экзамена' }).waitFor()
  await page.getByText('Шаг не пройден: Наушники сняты.').waitFor()
  const clip = page.getByLabel('Камера и звук')
  await clip.waitFor()
  await expect
    .poll(() => clip.evaluate((video) => (video as HTMLVideoElement).readyState), { timeout: 20_000 })
    .toBeGreaterThan(0)
  await look.accessible('the end of a trial')
  await picture(page, 'trial-over')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'trial-over-narrow')

  // Nothing of the recording left the machine, and neither a session nor a check came of it.
  expect([...new Set(sent)].toSorted()).toEqual([
    'POST /api/equipment/probe/up',
    'POST /api/my/trial/check',
    'PUT /api/my/trial',
  ])
  expect(sent.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
  const { last: checked } = await examinee.client.done(readMyEquipment, { query: { place: 'examinee' } })
  expect(checked).toBeNull()
  expect((await examinee.client.done(listMySessions, {})).rows).toEqual([])
  const { last } = await examinee.client.done(readTrial, { query: {} })
  expect(last?.mend.map(({ code, step }) => [code, step])).toContainEqual(['step_left', 'headphones'])
  await page.goto('/exam/trial')
  await page.getByRole('button', { name: 'Стереть сейчас' }).click()
  await page.getByText('Прошлая попытка').waitFor({ state: 'detached' })
  expect((await examinee.client.done(readTrial, { query: {} })).last).toBeNull()
  expect(look.trouble).toEqual([])
  await look.close()
})

test('R0-3.3b R3-4.2.5.2 R4-6.3.5b the notice lists the requirements and offers the test; a workplace is asked for on a phone, booked, and seen', async () => {
  const exam = await examUnderAct(stand.server.admin.client, {}, { title: 'Физика, 10 класс' })
  const examinee = await stand.server.person('examinee', { fullName: 'Соколова Вера Павловна' })
  const session = await stand.server.session({ exam, examinee })
  await stand.server.admin.client.done(tellSchedule, { params: { eid: exam } })
  await examinee.client.done(listMyNotices, {})
  const own = await visitAs(stand.browser, stand.server, examinee, { viewport: phone, isMobile: true })
  await own.page.goto('/notices')
  await own.page.getByText('Что нужно от компьютера и как попробовать заранее').tap()
  await own.page.getByText(/^Веб-камера/).waitFor()
  await own.accessible('a notice with the requirements')
  await fits(own)
  await picture(own.page, 'notice-requirements')
  expect(await own.page.getByRole('link', { name: 'Попробовать заранее' }).getAttribute('href')).toBe(
    `/exam/trial?session=${session.id}`,
  )
  const test_ = own.page.locator(`a[href="/exam/equipment?session=${session.id}"]`)
  expect(await test_.count()).toBe(1)

  const helper = await stand.server.person('support', { fullName: 'Ломов Егор' })
  const staff = await visitAs(stand.browser, stand.server, helper)
  await staff.page.goto('/workplaces')
  await staff.page.getByText('Помещений нет').waitFor()
  await staff.accessible('no rooms yet')
  await staff.page.getByRole('button', { name: 'Добавить помещение' }).click()
  await staff.page.getByLabel('Название').fill('Кабинет 214')
  await staff.page.getByLabel('Адрес и как пройти').fill('ул. Садовая, 3, второй этаж')
  await staff.page.getByLabel('Открыто круглосуточно').check()
  await staff.accessible('a room is added')
  await staff.page.getByRole('button', { name: 'Сохранить' }).click()
  await staff.page.getByRole('cell', { name: 'Кабинет 214', exact: true }).waitFor()
  await staff.page.getByRole('button', { name: 'Добавить помещение' }).waitFor()

  await own.page.goto('/')
  await own.page.getByRole('link', { name: 'Нет подходящего компьютера?' }).tap()
  await own.page.getByLabel('Чего не хватает дома').fill('Камеры нет, интернет слабый')
  await own.accessible('asking for a workplace')
  await fits(own)
  await picture(own.page, 'workplace-ask')
  await own.page.getByRole('button', { name: 'Отправить просьбу' }).tap()
  await own.page.getByText('Просьба отправлена').waitFor()

  await staff.page.reload()
  await staff.page.getByRole('button', { name: 'Решить: Соколова Вера Павловна' }).click()
  await staff.accessible('a request for a workplace')
  await staff.page.getByRole('button', { name: 'Забронировать' }).click()
  await staff.page.getByRole('table', { name: 'Просьбы' }).getByText('Забронировано').waitFor()
  await picture(staff.page, 'workplaces')
  await staff.page.setViewportSize(phone)
  await staff.accessible('workplaces on a phone')
  await fits(staff)
  await picture(staff.page, 'workplaces-phone')

  await own.page.reload()
  await own.page.getByText('Кабинет 214, ул. Садовая, 3, второй этаж').waitFor()
  await own.accessible('a booked workplace')
  await picture(own.page, 'workplace-booked')
  expect([own.trouble, staff.trouble]).toEqual([[], []])
  await own.close()
  await staff.close()
})

test('TR-56 who comes back from the provider over a network that failed once tells the answer again', async () => {
  const look = await visitAs(stand.browser, stand.server, await stand.server.person('examinee'))
  const { page } = look
  const said: unknown[] = []
  await page.route('**/api/my/identity-answer', (route) => {
    said.push(route.request().postDataJSON())
    return said.length === 1 ? route.abort() : route.continue()
  })
  await page.goto('/identity-return#answer=a.b')
  const again = page.getByRole('button', { name: 'Попробовать ещё раз' })
  await again.waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await look.accessible('an answer of the provider that was not heard')
  await again.click()
  await again.waitFor({ state: 'detached' })
  await page.getByRole('alert').waitFor()
  expect(said).toEqual([{ answer: 'a.b' }, { answer: 'a.b' }])
  await look.close()
})

test('R2-13b R2-13a works are announced to everybody; the home page, consents, notices and help fit a desktop, a laptop, a tablet and a phone, and support is asked on each, by touch where there is no mouse', async () => {
  const pupil = await stand.server.person('examinee', { fullName: 'Орлов Константин Вячеславович' })
  const admin = await visitAs(stand.browser, stand.server, stand.server.admin)
  await admin.page.goto('/maintenance')
  await admin.page.getByLabel('Что будет сделано').fill('Обновление системы')
  await admin.page.getByRole('button', { name: 'Объявить', exact: true }).click()
  await admin.page.getByText(/^Извещен/).waitFor()
  await admin.page.getByRole('complementary', { name: 'Плановые работы' }).waitFor()
  await admin.accessible('works are announced')
  await picture(admin.page, 'maintenance')
  await admin.page.setViewportSize(phone)
  await fits(admin)
  await picture(admin.page, 'maintenance-phone')
  await admin.close()

  for (const [touch, sizes] of [
    [false, [desktop, { width: 1280, height: 720 }]],
    [true, [{ width: 820, height: 1180 }, phone]],
  ] as const) {
    const look = await visitAs(
      stand.browser,
      stand.server,
      pupil,
      touch ? { viewport: phone, isMobile: true } : {},
    )
    const { page } = look
    const everywhere = async (path: string) => {
      await page.goto(path)
      await page.getByRole('complementary', { name: 'Плановые работы' }).waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const size of sizes) {
        await page.setViewportSize(size)
        await fits(look)
        const small = await page.evaluate(
          () =>
            [...document.querySelectorAll('main button, main input:not([type=checkbox]):not([type=radio])')]
              .map((one) => one.getBoundingClientRect())
              .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)).length,
        )
        expect(small, `targets under 24 px of ${path} at ${size.width}`).toBe(0)
      }
    }
    for (const path of ['/', '/consents', '/notices']) await everywhere(path)
    await page.getByRole('heading', { name: 'Плановые работы: Обновление системы' }).waitFor()
    if (touch) await picture(page, 'notices-maintenance-phone')
    await everywhere('/help')
    for (const size of sizes) {
      await page.setViewportSize(size)
      const box = page.getByRole('textbox', { name: 'Что случилось' })
      const send = page.getByRole('button', { name: 'Отправить', exact: true })
      await (touch ? box.tap() : box.click())
      const words = `Вопрос с экрана ${size.width}`
      await box.fill(words)
      await (touch ? send.tap() : send.click())
      await page.getByText(words).waitFor()
      // The list comes before the field is emptied for the next question.
      await expect.poll(() => box.inputValue()).toBe('')
    }
    expect(look.trouble).toEqual([])
    await look.close()
  }
})

test('R1-7.5b the instruction stands in a frame of the learning system that the administrator named, and in no other', async () => {
  const admin = await visitAs(stand.browser, stand.server, stand.server.admin)
  await admin.page.goto('/equipment')
  const code = await admin.page.getByLabel('Код для вставки в курс').inputValue()
  await admin.page.getByLabel('Адреса систем обучения, по одному в строке').fill('https://lms.school.example')
  await admin.page.getByRole('button', { name: 'Сохранить список' }).click()
  await admin.page.getByText('Список сохранён.').waitFor()
  await admin.accessible('who may embed')
  await picture(admin.page, 'embedding')
  await admin.close()

  const address = /src="([^"]+)"/.exec(code)?.[1] ?? ''
  expect(new URL(address).pathname).toBe('/embed/technical-requirements')
  const lms = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(
      `<!doctype html><title>Курс</title><h1>Курс</h1>${code.replace('height="700"', 'height="700" id="f"')}`,
    )
  })
  await new Promise<void>((resolve) => lms.listen(0, '127.0.0.1', resolve))
  const { port } = lms.address() as AddressInfo
  const context = await stand.browser.newContext({ locale: 'ru-RU', ignoreHTTPSErrors: true })
  try {
    const page = await context.newPage()
    // The course is served here under the name the administrator wrote.
    for (const [course, shown] of [
      ['https://lms.school.example/course', true],
      ['https://other.example/course', false],
    ] as const) {
      await page.route(`${new URL(course).origin}/**`, async (route) =>
        route.fulfill({ response: await route.fetch({ url: `http://127.0.0.1:${port}/` }) }),
      )
      await page.goto(course)
      const inside = page.frameLocator('iframe').getByText('Технические требования').first()
      if (shown) {
        await inside.waitFor()
        const link = page.frameLocator('iframe').getByRole('link', { name: 'Проверить своё оборудование' })
        expect(await link.getAttribute('target')).toBe('_blank')
        await picture(page, 'embedded-instruction')
        const text = await page.frameLocator('iframe').locator('main').textContent()
        const open = await context.newPage()
        await open.goto(address.replace('/embed', ''))
        // The file is offered below the last word, so all of them are there once it is.
        await open.getByRole('link', { name: 'Проверить своё оборудование' }).waitFor()
        const whole = await open.locator('main').textContent()
        // Word for word the same, but for the file that only the public page offers.
        expect(whole).toContain(String(text).slice(0, String(text).indexOf('Проверить своё оборудование')))
        await open.close()
      } else {
        await expect
          .poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-error')), {
            timeout: 20_000,
          })
          .toBe(true)
        expect(await inside.count()).toBe(0)
      }
    }
  } finally {
    await context.close()
    lms.close()
  }
})
