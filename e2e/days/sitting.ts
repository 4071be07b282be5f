// An examinee in a real browser with a fake camera, from the door to the end of the recording.
import type { TestSession } from '@ochno/testkit/server'
import { checkMachine } from '../check-machine.ts'
import { atStart, press, readyToQueue, throughDoor, tick } from '../door-steps.ts'
import type { Visit } from '../screens-stand.ts'
import { type Day, enter } from './day.ts'
import { patiently } from '../patience.ts'

/** Who sits there, and before which page. */
export type Sitting = Visit & { readonly session: TestSession; readonly name: string }

type Coming = {
  readonly session: TestSession
  readonly name: string
  /** Recorded and not looked at: the networks of six pages take more than two cores have. */
  readonly unseen?: boolean
}

const NETWORKS = /(blazeface|facemesh|nanodet|silero)/

/** The check of the machine and all the act asks for; ends at the queue or, where nobody is waited for, at the start. */
async function comesToDoor(day: Day, { session, name, unseen }: Coming): Promise<Sitting> {
  const own = await enter(day, session.examinee, '/', 'whole')
  const { page } = own
  if (unseen) await own.context.route(NETWORKS, (route) => route.abort())
  await page.goto(`/exam/${session.id}`)
  await checkMachine(page)
  const next = page.getByRole('button', { name: 'Дальше: подтвердить личность' })
  await next
    .or(page.getByRole('heading', { name: atStart }))
    .first()
    .waitFor()
  if (await next.isVisible()) {
    await press(page, 'button', 'Дальше: подтвердить личность')
    await throughDoor(page, name)
  }
  return { ...own, session, name }
}

/** At the queue of the proctor: who waits is compared and let in. */
async function letsIn({ page }: Visit, own: Sitting): Promise<void> {
  await press(own.page, 'button', readyToQueue)
  await press(page, 'button', new RegExp(own.name))
  await page.getByRole('heading', { name: own.name }).waitFor()
  await page.getByRole('img', { name: 'Сейчас перед камерой' }).waitFor()
  const points = page.getByRole('group', { name: 'Что вы сверили' }).getByRole('checkbox')
  for (const point of await points.all()) await point.check()
  await page.getByRole('button', { name: 'Личность установлена, впустить' }).click()
  await own.page.getByText('Личность подтверждена').waitFor()
}

/** The consent to be recorded, the press, the recording. */
async function begins({ page }: Sitting): Promise<void> {
  await tick(page, 'Понимаю, что будет записано')
  await press(page, 'button', 'Начать экзамен')
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await page.getByText('Решите задачу.').waitFor()
}

/** Two at a time, as two cores bear it: each is let in and begins before the next two come. */
export async function sitDown(day: Day, coming: readonly Coming[]): Promise<readonly Sitting[]> {
  const sitting: Sitting[] = []
  let door: Visit | null = null
  for (let at = 0; at < coming.length; at += 2)
    for (const own of await Promise.all(coming.slice(at, at + 2).map((one) => comesToDoor(day, one)))) {
      if (await own.page.getByRole('button', { name: readyToQueue }).isVisible()) {
        door ??= await enter(day, day.proctor, '/door')
        await letsIn(door, own)
      }
      await begins(own)
      sitting.push(own)
    }
  await door?.close()
  return sitting
}

export async function sitsDown(day: Day, session: TestSession, name: string): Promise<Sitting> {
  const [own] = await sitDown(day, [{ session, name }])
  if (!own) throw new Error('one came')
  return own
}

export async function finishes({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Завершить экзамен' }).click()
  await page.getByRole('button', { name: 'Завершить', exact: true }).click()
  await handsIn({ page })
}

/** The page that still uploads names these words too, in quotation marks. */
export const handsIn = ({ page }: Pick<Visit, 'page'>): Promise<void> =>
  page
    .getByText(/^Запись принята полностью\. Страницу можно закрыть/)
    .waitFor({ timeout: patiently(180_000) })
