// The day of the exam: a phone explains, at a computer the door is passed by keys alone, the proctor compares and lets in.
import { authorizeSession } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { Client } from '@ochno/testkit/client'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { checkMachine } from '../check-machine.ts'
import { press, readyToQueue, throughDoor, tick } from '../door-steps.ts'
import { titleOf } from './exam.ts'
import { type Family, staff } from './people.ts'
import { tree } from './screen-reader.ts'
import { comes, enter, leaves, look, type Stand, signsIn } from './stand.ts'

const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36'

/** On a phone the page of the session says what it needs, and where to go. */
export async function phoneExplains(stand: Stand): Promise<void> {
  const one = await comes(stand, 'phone', { isMobile: true, userAgent: android })
  const { page } = one
  await page.goto('/')
  await signsIn(one, stand.of.examinee.login)
  await page.getByRole('link', { name: 'Перейти к экзамену' }).click()
  await page.getByText('Экзамен сдают с компьютера').waitFor()
  await look(stand, one, 'no-computer')
  await leaves(one)
}

/** At a computer, signed in anew: that of back then is over. The next step, the check of the machine. */
export async function comesToExam(stand: Stand, { examinee }: Family): Promise<Visit> {
  await leaves(examinee)
  const own = await comes(stand, stand.of.at.door, {}, 'whole')
  const { page } = own
  await page.goto('/')
  await page.getByLabel('Логин', { exact: true }).waitFor()
  await look(stand, own, 'sign-in')
  await signsIn(own, stand.of.examinee.login)
  await page.getByRole('link', { name: 'Перейти к экзамену' }).click()
  await page.getByRole('heading', { name: titleOf(stand) }).waitFor()
  await checkMachine(page)
  await look(stand, own, 'equipment')
  if (stand.of.preset === '004') await readsBriefing(stand, own)
  return own
}

/** R4-3.8a: who was not at the briefing reads it and says so. */
async function readsBriefing(stand: Stand, own: Visit): Promise<void> {
  const { page } = own
  await tick(page, 'Инструктаж прочитан, всё понятно')
  await look(stand, own, 'briefing-examinee')
  await press(page, 'button', 'Подтвердить инструктаж')
  await page.getByText('Вы прочитали инструктаж и подтвердили это').waitFor()
}

/** Whatever the act asks, step after step, by keys; names of the steps in the order they came. */
export async function throughSteps(stand: Stand, own: Visit): Promise<readonly string[]> {
  const { page } = own
  expect(await page.getByRole('button', { name: 'Начать экзамен' }).count(), 'no start yet').toBe(0)
  await press(page, 'button', 'Дальше: подтвердить личность')
  return throughDoor(page, stand.of.examinee.name, {
    came: (step) => tree(page, step),
    looked: async (step) => {
      await look(stand, own, pictures[step] ?? pictureOf(stand))
      if (step === 'Правила') await notBeforeRules(stand, own)
    },
  })
}

const pictures: Readonly<Record<string, string>> = { Документ: 'door-document', Правила: 'door-rules' }

/** The face, the room, the desk: each looked at under a name of its own. */
const taken = new WeakMap<Stand, number>()
function pictureOf(stand: Stand): string {
  const before = taken.get(stand) ?? 0
  taken.set(stand, before + 1)
  return before === 0 ? 'door-picture' : `door-picture-${before + 1}`
}

const sessionOf = ({ page }: Visit) => page.url().split('/').at(-1) as SessionId

/** Past the page too: whoever has not accepted the rules does not start. */
async function notBeforeRules({ machine }: Stand, own: Visit): Promise<void> {
  const [cookie] = await own.context.cookies()
  const client = new Client(machine.server.url, `${cookie?.name}=${cookie?.value}`)
  const { code } = await client.call(authorizeSession, { params: { sid: sessionOf(own) } })
  expect(code).toBe('identity_steps_missing')
}

/** What was accepted, in which edition of the act, and when. */
export async function acknowledged({ machine }: Stand, own: Visit) {
  const { rows } = await machine.database.owner(
    `select step, act_edition.edition, door_acknowledgement.at from door_acknowledgement
     join act_edition on act_edition.id = act_id where session_id = $1`,
    [sessionOf(own)],
  )
  return rows as readonly { readonly step: string; readonly edition: number; readonly at: Date }[]
}

/** R1-5.1a, R3-5.1.2, R4-7.2.2: before the wall opens its proctor knows what the exam demands. */
async function readsRequirements(stand: Stand, his: Visit): Promise<void> {
  if (!['001', '003', '004'].includes(stand.of.preset)) return
  const { page } = his
  await page.getByRole('heading', { name: 'Сначала прочитайте требования' }).waitFor()
  await look(stand, his, 'requirements')
  await tick(page, 'Требования этого экзамена прочитаны, обязуюсь их соблюдать')
  await press(page, 'button', /^Подтвердить и открыть: /)
}

/** The queue, the proctor's comparison, the word. */
export async function proctorLetsIn(stand: Stand, own: Visit): Promise<Visit> {
  await press(own.page, 'button', readyToQueue)
  await own.page.getByText('Вы следующий').waitFor()
  await tree(own.page, 'Ждём проктора')
  const his = await enter(stand, staff.proctor.login, '/wall')
  const { page } = his
  await readsRequirements(stand, his)
  await page.getByRole('link', { name: 'У двери: 1' }).click()
  await press(page, 'button', new RegExp(stand.of.examinee.name))
  await page.getByRole('img', { name: 'Сейчас перед камерой' }).waitFor()
  const points = page.getByRole('group', { name: 'Что вы сверили' }).getByRole('checkbox')
  for (const point of await points.all()) await point.check()
  await look(stand, his, 'door-proctor')
  await page.getByRole('button', { name: 'Личность установлена, впустить' }).click()
  await page.getByText('Личность установлена', { exact: true }).first().waitFor()
  await own.page.getByText('Личность подтверждена').waitFor()
  return his
}

/** The press after which the recording runs. */
export async function begins(stand: Stand, own: Visit): Promise<void> {
  const { page } = own
  await tick(page, 'Понимаю, что будет записано')
  await press(page, 'button', 'Начать экзамен')
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await page.getByText('Ответьте на вопросы билета.').waitFor()
  await look(stand, own, 'exam-begun')
}
