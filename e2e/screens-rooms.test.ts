// A lesson by video between three real pages: rules, lobby, voices and pictures through the server, and what its leader may do.
import { rmSync } from 'node:fs'
import { createGroup } from '@ochno/contract/people-groups'
import { changePerson } from '@ochno/contract/people'
import { createRoom, listMyRooms } from '@ochno/contract/rooms'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, type Visit, visitAs } from './screens-stand.ts'

const soon = { timeout: 20_000 }
let server: TestServer
let browser: Browser
let teacher: TestPerson
let pupils: readonly [TestPerson, TestPerson]
let links: ReadonlyMap<TestPerson, string>
let web: string

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser(
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  )
  teacher = await server.person('teacher', { fullName: 'Соколова Ирина Павловна' })
  pupils = [
    await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
    await server.person('examinee', { fullName: 'Григорьев-Константинопольский Александр Вячеславович' }),
  ]
  const { id: group } = await server.admin.client.done(createGroup, { body: { name: '9А', stream: null } })
  for (const { id } of pupils)
    await server.admin.client.done(changePerson, { params: { id }, body: { group } })
  await teacher.client.done(createRoom, {
    body: {
      kind: 'lesson',
      title: 'Алгебра: квадратные уравнения',
      group,
      invited: [],
      startsAt: new Date().toISOString(),
      minutes: 45,
      lobby: true,
    },
  })
  const found = new Map<TestPerson, string>()
  for (const one of [teacher, ...pupils])
    found.set(one, (await one.client.done(listMyRooms, {})).rows[0]?.link ?? '')
  links = found
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

/** Keeps every connection a page opens, to be asked what really came; devices open slowly, one after the other was asked for. */
const watched = () => {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (asked) => {
    const opened = await real(asked)
    await new Promise((slow) => setTimeout(slow, 500))
    return opened
  }
  const kept: RTCPeerConnection[] = []
  Object.assign(globalThis, { ochnoLinks: kept })
  const Real = RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given)
      kept.push(this)
    }
  }
}

type Came = { readonly frames: number; readonly energy: number; readonly voices: number }

/** What this page decoded and heard so far. */
const came = (page: Page): Promise<Came> =>
  page.evaluate(async () => {
    const sum = { frames: 0, energy: 0, voices: 0 }
    for (const link of (globalThis as unknown as { ochnoLinks: RTCPeerConnection[] }).ochnoLinks)
      for (const one of (await link.getStats()).values()) {
        if (one.type !== 'inbound-rtp') continue
        sum.frames += one.framesDecoded ?? 0
        sum.energy += one.totalAudioEnergy ?? 0
        if (one.kind === 'audio' && one.packetsReceived > 0) sum.voices++
      }
    return sum
  })

/** More of both than a moment ago: it is not a picture that stands still. */
async function seesAndHears(page: Page): Promise<void> {
  const before = await came(page)
  await vi.waitFor(async () => {
    const now = await came(page)
    expect(now.frames).toBeGreaterThan(before.frames + 5)
    expect(now.energy).toBeGreaterThan(before.energy + 0.0001)
  }, soon)
}

async function atDoor(who: TestPerson, options: Parameters<typeof visitAs>[3] = {}): Promise<Visit> {
  const here = await visitAs(browser, server, who, options)
  await here.context.addInitScript(watched)
  await here.page.goto(`/rooms/${links.get(who)}`)
  return here
}

async function goIn({ page }: Visit): Promise<void> {
  await page.getByLabel('Я прочитал(а) правила').check()
  await page.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByRole('switch', { name: 'Камера' }).click({ force: true })
  await page.getByRole('switch', { name: 'Микрофон' }).click({ force: true })
  await page.getByLabel('Так вас увидят').waitFor()
  await page.getByLabel('Громкость микрофона').waitFor()
  await page.getByRole('button', { name: 'Войти в комнату' }).click()
}

test('R0-1.4k R0-3.2 R0-3.3a R0-3.3b R0-3.3c R0-3.4 R2-9c R2-9d a lesson between three browsers, one of them a phone', async () => {
  const led = await atDoor(teacher)
  await led.page.getByRole('heading', { name: 'Правила занятий' }).waitFor()
  // R0-3.3b, R0-3.3c: what is needed, a test of the device, protection from strangers.
  await led.page.getByRole('link', { name: 'Проверить устройство' }).waitFor()
  await led.page.getByRole('heading', { name: 'Как защититься от посторонних' }).waitFor()
  expect(await led.page.getByRole('button', { name: 'Войти в комнату' }).count()).toBe(0)
  await led.accessible('the door of a room')
  await picture(led.page, 'room-rules')
  await goIn(led)
  await led.page.getByRole('button', { name: 'Выключить микрофон' }).waitFor()

  const [anna, sasha] = await Promise.all([
    atDoor(pupils[0]),
    atDoor(pupils[1], { viewport: phone, isMobile: true }),
  ])
  await goIn(anna)
  await anna.page.getByRole('heading', { name: 'Вы в зале ожидания' }).waitFor()
  await picture(sasha.page, 'room-rules-phone')
  await fits(sasha)
  await goIn(sasha)
  await sasha.page.getByRole('heading', { name: 'Вы в зале ожидания' }).waitFor()
  await picture(sasha.page, 'room-lobby-phone')

  await led.page.getByRole('button', { name: /^Участники/ }).click()
  await led.page.getByText('Просятся войти', { exact: true }).waitFor()
  await picture(led.page, 'room-lobby')
  await led.page.getByRole('button', { name: 'Впустить всех' }).click()
  await Promise.all([led, anna, sasha].map(({ page }) => seesAndHears(page)))
  await vi.waitFor(async () => expect((await came(led.page)).voices).toBe(2), soon)

  // A hand, the chat, and a word for everybody.
  await anna.page.getByRole('button', { name: 'Поднять руку' }).click()
  await led.page.getByRole('button', { name: 'Дать слово: Белова Анна Игоревна' }).waitFor()
  await sasha.page.getByRole('button', { name: /^Чат/ }).click()
  await sasha.page.getByRole('textbox', { name: 'Сообщение' }).fill('А можно показать решение ещё раз?')
  await sasha.page.getByRole('button', { name: 'Отправить' }).click()
  await led.page.getByRole('button', { name: 'Чат: 1' }).waitFor()
  await picture(led.page, 'room-people')
  await led.accessible('a room with its people')
  await picture(sasha.page, 'room-chat-phone')
  await sasha.page.getByRole('button', { name: 'Закрыть' }).click()
  await picture(sasha.page, 'room-phone')
  await fits(sasha)
  // Every label stands inside its button.
  const crowded = await sasha.page
    .getByRole('toolbar')
    .evaluate((bar) =>
      [...bar.querySelectorAll('button')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent),
    )
  expect(crowded).toEqual([])
  await sasha.accessible('a room on a phone')
  await led.page.getByRole('button', { name: 'Дать слово: Белова Анна Игоревна' }).click()
  await anna.page.getByText('Вам дали слово').waitFor()

  // The teacher switches a microphone off: the server lets nothing of it through, whatever that page sends.
  await led.page.getByRole('button', { name: 'Действия: Белова Анна Игоревна' }).click()
  await led.page.getByRole('menuitem', { name: 'Выключить микрофон' }).click()
  await anna.page.getByText('Преподаватель выключил ваш микрофон').waitFor()
  await anna.page.getByRole('button', { name: 'Включить микрофон' }).waitFor()

  // A screen is shown to all, also to the phone.
  await led.page.getByRole('button', { name: 'Показать экран' }).click()
  for (const here of [anna, sasha]) {
    const shown = here.page.locator('video[aria-label="Экран: Соколова Ирина Павловна"]')
    await vi.waitFor(
      async () =>
        expect(await shown.evaluate((one) => (one as HTMLVideoElement).videoWidth)).toBeGreaterThan(0),
      soon,
    )
  }
  await led.page.getByRole('region', { name: 'Участники' }).getByRole('button', { name: 'Закрыть' }).click()
  await picture(led.page, 'room-screen')
  await picture(sasha.page, 'room-screen-phone')

  // R0-3.4: help is asked without leaving the room.
  await anna.page.getByRole('button', { name: 'Ещё' }).click()
  await anna.page.getByRole('menuitem', { name: 'Помощь' }).click()
  await anna.page.getByRole('textbox', { name: 'Что случилось' }).fill('Меня не слышно')
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click()
  await anna.page.getByText(/Обращение № 1 принято/).waitFor()
  await anna.page.keyboard.press('Escape')
  await picture(anna.page, 'room')

  // Taken out: the page says so, and the link does not bring back.
  await led.page.getByRole('button', { name: /^Участники/ }).click()
  await led.page.getByRole('button', { name: 'Действия: Григорьев-Константинопольский' }).click()
  await led.page.getByRole('menuitem', { name: 'Удалить из комнаты' }).click()
  await led.page.getByRole('dialog').getByRole('button', { name: 'Удалить из комнаты' }).click()
  await sasha.page.getByText('Вас удалили из комнаты').waitFor()
  await sasha.page.reload()
  await sasha.page.getByText('Преподаватель удалил вас из комнаты').waitFor()
  expect(await sasha.page.getByRole('button', { name: 'Войти в комнату' }).count()).toBe(0)

  // The end, for everybody.
  await led.page.getByRole('button', { name: 'Завершить для всех' }).click()
  await led.page.getByRole('dialog').getByRole('button', { name: 'Завершить для всех' }).click()
  await anna.page.getByText('Занятие закончилось', { exact: false }).first().waitFor()
  for (const here of [led, anna, sasha]) {
    expect(here.trouble).toEqual([])
    await here.close()
  }
}, 120_000)

test('R0-3.1b rooms are planned and listed inside the platform', async () => {
  const here = await visitAs(browser, server, teacher)
  await here.page.goto('/rooms')
  await here.page.getByRole('button', { name: 'Запланировать занятие' }).click()
  const sheet = here.page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Название' }).fill('Консультация перед экзаменом')
  await sheet.getByRole('combobox', { name: 'Класс или группа' }).click()
  await here.page.getByRole('option', { name: '9А (2)' }).click()
  await picture(here.page, 'room-plan')
  await here.accessible('planning a room')
  await sheet.getByRole('button', { name: 'Запланировать', exact: true }).click()
  await here.page.getByRole('link', { name: 'Войти: Консультация перед экзаменом' }).waitFor()
  await picture(here.page, 'rooms')
  await here.page.setViewportSize(phone)
  await fits(here)
  await picture(here.page, 'rooms-phone')
  await here.page.getByRole('link', { name: 'Участники: Консультация перед экзаменом' }).click()
  await here.page.getByRole('button', { name: 'Скопировать ссылку: Белова Анна Игоревна' }).waitFor()
  await fits(here)
  await picture(here.page, 'room-planned-phone')
  await here.page.setViewportSize(desktop)
  await picture(here.page, 'room-planned')
  await here.accessible('the people of a room')
  expect(here.trouble).toEqual([])
  await here.close()
})
