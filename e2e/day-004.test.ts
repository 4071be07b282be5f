// The day of a training centre (004), in a browser: from a wall of six to the appeal that changes the result.
import { readSession } from '@ochno/contract/sessions'
import type { TestSession } from '@ochno/testkit/server'
import { expect, test, vi } from 'vitest'
import { admitted, appeals, commissionOf, upheld } from './days/appeal.ts'
import {
  calm,
  type Day,
  days,
  enter,
  examOf,
  expected,
  leave,
  onLarge,
  placed,
  published,
  sealed,
  station,
} from './days/day.ts'
import { decide, fillProtocol, hintsLookedAt, readsResult, signAndHandOver } from './days/protocol.ts'
import { finishes, handsIn, type Sitting, sitDown } from './days/sitting.ts'
import { patiently } from './patience.ts'
import type { Visit } from './screens-stand.ts'
import { allLive, enlarge, failure, mark, stop, talkTo, warn } from './days/wall.ts'

vi.setConfig({ testTimeout: patiently(900_000) })
const day = days()

const names = [
  'Дроздов Никита Андреевич',
  'Белова Анна Игоревна',
  'Громов Илья Сергеевич',
  'Жданов Тимур Русланович',
  'Крылова Мария Олеговна',
  'Юсупов Артём Маратович',
]

/** Six browsers' pages on two cores take minutes: by day two of the six sit in one, at night all do. */
const inBrowser = process.env.OCHNO_NIGHTLY === '1' ? names.length : 2

const endOf = async ({ examinee, id }: TestSession) => {
  const { session } = await examinee.client.done(readSession, { params: { sid: id } })
  return [session.state, session.endReason ?? session.endCause]
}

async function six(here: Day, exam: TestSession['exam']): Promise<readonly Sitting[]> {
  for (const name of names.slice(inBrowser)) await published(here, await placed(here, exam, name))
  const coming = []
  for (const name of names.slice(0, inBrowser))
    coming.push({ name, session: await expected(here, exam, name), unseen: coming.length >= 2 })
  return sitDown(here, coming)
}

/** P-28: who looks over a shoulder recognises nobody, and the organiser's screen in a hall names nobody. */
async function unseenByOthers(here: Day, wall: Visit): Promise<void> {
  await onLarge(here, wall, 'wall')
  const blur = wall.page.getByRole('button', { name: 'Размыть' })
  await blur.click()
  await wall.page.locator('[data-blurred]').waitFor()
  await onLarge(here, wall, 'wall-blurred')
  await blur.click()
  const hall = await enter(here, here.school.admin, '/dashboards?names=hidden')
  const main = hall.page.getByRole('main')
  await main.getByText('Проктор № 1', { exact: true }).waitFor()
  const shown = await main.innerHTML()
  const surnames = ['Орлова', ...names.map((name) => name.slice(0, name.indexOf(' ')))]
  expect(surnames.filter((name) => shown.includes(name))).toEqual([])
  await onLarge(here, hall, 'today-nameless')
  await hall.close()
}

test('R0-2.1 R0-1.3d P-28 004, a training centre: six on the wall, a warning, a mark, a failure with its time given back, one stopped; the protocol, the decision, and an appeal that the commission satisfies', async () => {
  const here = await day('004')
  const { chair, member, secretary } = await commissionOf(here)
  const exam = await examOf(here, 'Электробезопасность, III группа', {
    switches: [{ name: 'allow_calculator', limitSeconds: null }],
  })
  const [sitting, stopped, ...others] = await six(here, exam)
  if (!sitting || !stopped) throw new Error('two of six')
  const own = sitting.session

  const wall = await enter(here, here.proctor, '/wall')
  const { page } = wall
  await allLive(page, names)
  await station(here, wall, 'wall')
  await unseenByOthers(here, wall)

  // R0-1.3d: beside the picture stands what this exam permits.
  await enlarge(page, 'Дроздов Никита Андреевич')
  const permitted = page.getByRole('region', { name: 'Этому человеку разрешено' })
  await permitted.getByText('Калькулятор').waitFor()
  await station(here, wall, 'wall-large')
  await page.keyboard.press('Escape')

  const panel = await talkTo(page, 'Дроздов Никита Андреевич')
  await warn(panel, sitting, 'В комнате должен быть только вы.', 'Слышен второй голос')
  await mark(page, panel, 'посторонн', 'В дверях взрослый')
  await failure(panel, sitting, 'В доме погас свет', () => station(here, sitting, 'exam-failure'))
  expect(await sitting.page.getByText('В дверях взрослый').count(), 'marks are not shown in the exam').toBe(0)
  await panel.getByRole('button', { name: 'Закрыть' }).click()

  const second = await talkTo(page, stopped.name)
  await mark(page, second, 'гаджет', 'Телефон у лица')
  await mark(page, second, 'посторонн', 'В кадре второй человек')
  const reason = 'Повторное нарушение после предупреждения'
  await stop(page, second, reason)
  await expect
    .poll(() => endOf(stopped.session), { timeout: patiently(60_000) })
    .toEqual(['deauthorized', reason])
  await stopped.page.getByText(reason).waitFor()
  await handsIn(stopped)
  for (const other of others) await finishes(other)
  await finishes(sitting)
  expect(await endOf(own)).toEqual(['deauthorized', 'by_examinee'])
  await leave(here)

  await sealed(here, own)
  await hintsLookedAt(here.proctor, own)
  const desk = await fillProtocol(here, 'Дроздов', 'посторонн.*Орлова')
  await desk.page.getByText('Предупреждение: В комнате должен быть только вы.').waitFor()
  await desk.page.getByRole('button', { name: 'Внести в протокол' }).click()
  await desk.page.getByRole('textbox', { name: 'Что произошло' }).waitFor()
  await signAndHandOver(here, desk)

  const decided = {
    value: 'неудовлетворительно',
    ground: 'По протоколу',
    explanation: 'На записи в дверях виден другой человек.',
  }
  await decide(here, 'Дроздов', decided)
  await readsResult(here, own, decided)

  const contested = await appeals(
    here,
    own,
    'не согласен с решением проктора',
    'Это мама: она молча поставила воду и вышла.',
  )
  const office = await admitted(here, secretary, 'Дроздов')
  await upheld(here, { chair, member }, new URL(office.page.url()).pathname, {
    result: 'хорошо',
    because: 'На записи взрослый молча ставит стакан и сразу выходит.',
  })
  await contested.page.reload()
  await contested.page.getByText('снята комиссией').waitFor()
  await contested.page.getByText('Апелляция рассмотрена, поэтому отрывки больше не показываются').waitFor()
  await contested.page.getByText('хорошо').first().waitFor()
  await station(here, contested, 'own-after-appeal')
  calm(here)
})
