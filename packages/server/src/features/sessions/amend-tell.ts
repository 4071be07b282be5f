// Who is touched by a change, and of what each of them is told.
import type { AmendmentPreview } from '@ochno/contract/amendments'
import type { AccountId } from '@ochno/domain/ids'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import type { Instant } from '@ochno/domain/time'
import type { ChildChange, DutyChange, Telling } from '../../ports/amendments.ts'
import { guardiansOf } from '../../ports/guardians.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { SettledSeat } from './amend-check.ts'
import type { Planned } from './amend-planned.ts'

type Duty = {
  readonly to: AccountId
  readonly as: 'proctor' | 'teacher'
  readonly what: DutyChange['what']
  readonly people: number
  readonly window: StartWindow
}

const sameWindow = (seat: SettledSeat): boolean =>
  seat.session?.opensAt.equals(seat.window.opensAt) === true &&
  seat.session.closesAt.equals(seat.window.closesAt)

/** Proctors by what happens to their seats; teachers of what happens to a whole slot or exam. Whoever does it knows. */
function dutiesOf(planned: Planned, seats: readonly SettledSeat[], maker: AccountId): readonly Duty[] {
  const found = new Map<string, Duty>()
  const add = (to: AccountId, as: Duty['as'], what: Duty['what'], window: StartWindow) => {
    if (to === maker) return
    const key = `${to} ${what}`
    const before = found.get(key)
    found.set(key, { to, as, what, window, people: (before?.people ?? 0) + 1 })
  }
  for (const seat of seats) {
    const was = seat.after ?? seat
    for (const id of seat.proctors)
      if (!seat.before.includes(id)) add(id, 'proctor', 'given', seat.window)
      else if (!sameWindow(seat)) add(id, 'proctor', 'moved', seat.window)
    for (const id of seat.before)
      if (!seat.proctors.includes(id)) add(id, 'proctor', 'taken', 'window' in was ? was.window : was)
  }
  for (const session of planned.off) {
    // Who goes on watching them elsewhere was told of that.
    const seat = seats.find(({ examinee }) => examinee === session.examinee)
    for (const { id } of session.proctors)
      if (!seat?.before.includes(id)) add(id, 'proctor', 'called_off', session)
  }
  if (planned.ofMany) {
    const at = planned.record.now ?? planned.record.was
    const what = planned.record.now ? 'moved' : 'called_off'
    const told = new Set([...found.values()].map(({ to }) => to))
    for (const id of new Set([planned.exam.createdBy, ...planned.exam.teachers.map((one) => one.id)]))
      if (at && !told.has(id) && id !== maker)
        found.set(`${id} ${what}`, {
          to: id,
          as: 'teacher',
          what,
          window: at,
          people: seats.length + planned.off.length,
        })
  }
  return [...found.values()]
}

/** Examinees whose time or place is another one. */
const newTimes = (seats: readonly SettledSeat[]) => seats.filter((seat) => !sameWindow(seat))

/** Parents of the minors among them; one line for two children of whom the same is told. */
async function parentsOf<Of extends string>(
  tx: Tx,
  rows: readonly { readonly id: AccountId; readonly of: Of }[],
  now: Instant,
) {
  const parents = new Map<string, { readonly to: AccountId; readonly of: Of }>()
  for (const { id, of } of rows)
    for (const to of await guardiansOf(tx, id, now)) parents.set(`${to} ${of}`, { to, of })
  return [...parents.values()]
}

export async function previewTold(
  tx: Tx,
  planned: Planned,
  seats: readonly SettledSeat[],
  maker: AccountId,
  now: Instant,
): Promise<AmendmentPreview['told']> {
  const duties = dutiesOf(planned, seats, maker)
  const moved = new Set(newTimes(seats).map(({ examinee }) => examinee))
  const rows = [
    ...newTimes(seats).map(({ examinee, examineeName, after }) => ({
      id: examinee,
      name: examineeName,
      as: 'examinee' as const,
      of: after ? ('new_time' as const) : ('added' as const),
    })),
    ...planned.off
      .filter(({ examinee }) => !moved.has(examinee))
      .map(({ examinee, examineeName }) => ({
        id: examinee,
        name: examineeName,
        as: 'examinee' as const,
        of: 'called_off' as const,
      })),
  ]
  const parents = await parentsOf(tx, rows, now)
  const names = new Map<AccountId, string>()
  for (const { to } of [...duties, ...parents]) names.set(to, (await tx.accounts.find(to))?.fullName ?? '')
  const all = [
    ...rows,
    ...parents.map(({ to, of }) => ({ id: to, name: names.get(to) ?? '', as: 'parent' as const, of })),
    ...duties.map(({ to, as, what }) => ({ id: to, name: names.get(to) ?? '', as, of: what })),
  ]
  const mailed = (await tx.mailServers.read())
    ? await tx.letters.withEmail([...new Set(all.map(({ id }) => id))])
    : new Set<AccountId>()
  return all.map((one) => ({ ...one, letter: mailed.has(one.id) }))
}

/** After everything is written; the number of those who were told. */
export async function tellAll(
  telling: Telling,
  tx: Tx,
  planned: Planned,
  seats: readonly (SettledSeat & { readonly id: Parameters<Tx['sessions']['find']>[0] })[],
  maker: AccountId,
  why: string,
  now: Instant,
): Promise<number> {
  const told = new Set<AccountId>()
  const family = async (session: SessionFacts, what: ChildChange) => {
    told.add(session.examinee)
    for (const parent of await guardiansOf(tx, session.examinee, now)) {
      await telling.child(tx, parent, session, { what, why }, now)
      told.add(parent)
    }
  }
  for (const session of planned.off) {
    await telling.calledOff(tx, session, why, now)
    await family(session, 'called_off')
  }
  for (const seat of seats.filter((one) => !sameWindow(one))) {
    const session = await tx.sessions.find(seat.id)
    if (!session) continue
    await telling.newTime(tx, session, why, now)
    await family(session, seat.after ? 'moved' : 'planned')
  }
  for (const { to, what, people, window } of dutiesOf(planned, seats, maker)) {
    const exam = what === 'called_off' || what === 'taken' ? planned.exam : planned.target.exam
    const { opensAt, closesAt } = window
    await telling.duty(tx, to, exam.id, { title: exam.title, what, people, why, opensAt, closesAt }, now)
    told.add(to)
  }
  return told.size
}
