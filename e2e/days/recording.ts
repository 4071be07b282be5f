// What a real recorder sent, as the server holds it and as a person sees it.
import { readConduct } from '@ochno/contract/conduct'
import { KIND, readHeader } from '@ochno/evidence/record'
import type { TestSession } from '@ochno/testkit/server'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { type Day, enter, station } from './day.ts'

const OWN = ['cam', 'screen'] as const

/** Pieces of a track by the clock of the machine that recorded them. */
async function pieces({ machine, school }: Day, { id }: TestSession, tid: (typeof OWN)[number]) {
  const stored = await machine.server.app.ingest.recordings.index(school.id, id, tid)
  return stored.flatMap(({ header }) => {
    const read = readHeader(header)
    return read?.kind === KIND.media ? [{ from: read.wallMs, to: read.wallMs + read.dur * 1_000 }] : []
  })
}

/** So many seconds of camera and screen have come; when they begin. */
export async function holds(day: Day, session: TestSession, seconds: number): Promise<number> {
  const shorter = async () => {
    const tracks = await Promise.all(OWN.map((tid) => pieces(day, session, tid)))
    return Math.min(...tracks.map((all) => all.reduce((sum, { from, to }) => sum + to - from, 0)))
  }
  await expect.poll(shorter, { timeout: 180_000 }).toBeGreaterThanOrEqual(seconds * 1_000)
  return Math.min(
    ...(await Promise.all(OWN.map((tid) => pieces(day, session, tid)))).map(([first]) => first?.from ?? 0),
  )
}

/** What was marked is on the camera and on the screen that were recorded. */
export async function marksAreRecorded(day: Day, session: TestSession): Promise<void> {
  const { rows } = await day.proctor.client.done(readConduct, { params: { sid: session.id }, query: {} })
  const marks = rows.flatMap(({ entry }) =>
    entry.kind === 'mark' ? [{ from: Date.parse(entry.from), to: Date.parse(entry.to) }] : [],
  )
  expect(marks.length).toBeGreaterThan(0)
  for (const tid of OWN) {
    const recorded = await pieces(day, session, tid)
    for (const { from, to } of marks)
      expect(
        recorded.some((piece) => piece.from < to && piece.to > from),
        `${tid} at the mark`,
      ).toBe(true)
  }
}

/** Opened for a purpose, and both pictures play. */
export async function watches(day: Day, session: TestSession, name: string): Promise<Visit> {
  const desk = await enter(day, day.proctor, `/recordings/${session.id}`)
  const { page } = desk
  await page.getByLabel('Проверка фактов недобросовестности').check()
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  await page.getByText(new RegExp(name)).first().waitFor()
  await page.getByRole('button', { name: 'Смотреть', exact: true }).click()
  const played = () =>
    page
      .locator('video')
      .evaluateAll((all) =>
        all.map(
          (one) => (one as HTMLVideoElement).videoWidth > 0 && (one as HTMLVideoElement).played.length > 0,
        ),
      )
  await expect.poll(played, { timeout: 120_000 }).toEqual([true, true])
  await station(day, desk, 'recording')
  return desk
}
