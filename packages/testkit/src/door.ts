// What an examinee's camera and microphone give at the door, and the whole way through it.
import {
  acknowledgeStep,
  comeToDoor,
  decideAtDoor,
  readDoor,
  readDoorCase,
  showStep,
} from '@ochno/contract/door'
import type { Client } from './client.ts'
import { machineChecked } from './machine.ts'
import type { TestSession } from './server.ts'

const segment = (kind: number, body: readonly number[]) => [
  0xff,
  kind,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]

/** A JPEG by its marks, with `said` in its picture, `remark` in a remark of it and `behind` after its end. */
export function jpegOf({ said = 'picture', remark = '', behind = '' } = {}): Uint8Array {
  const text = (words: string) => [...new TextEncoder().encode(words)]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...(remark ? segment(0xe1, text(remark)) : []),
    ...segment(0xc0, [8, 1, 0xe0, 2, 0x80, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...text(said),
    0xff,
    0xd9,
    ...text(behind),
  ])
}

export const webmOf = (said = 'sound'): Uint8Array =>
  Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...new TextEncoder().encode(said)])

/** The check of the machine is made as well, unless the test is about it. */
type Machine = { readonly machine?: 'checked' | 'unchecked' }

/** Everything the rules ask of the examinee; the door as it stands after it. */
export async function showEverything(
  client: Client,
  sid: TestSession['id'],
  document: 'passport_rf' | 'student_card' = 'passport_rf',
  { machine = 'checked' }: Machine = {},
) {
  if (machine === 'checked') await machineChecked(client, sid)
  let door = await client.done(readDoor, { params: { sid } })
  for (const { id, kind, pictures, done } of door.steps) {
    if (done) continue
    if (kind === 'words')
      door = await client.done(acknowledgeStep, {
        params: { sid, step: id },
        body: { acknowledged: true },
      })
    if (kind === 'sound')
      door = await client.done(showStep, { params: { sid, step: id }, query: {}, body: webmOf() })
    for (let part = 0; kind === 'picture' && part < pictures; part++)
      door = await client.done(showStep, {
        params: { sid, step: id },
        query: { part, ...(id === 'document' ? { document } : {}) },
        body: jpegOf({ said: `${id} ${part}` }),
      })
  }
  return door
}

/** Shown, waited for, admitted: nothing of the door stands between this examinee and the start. */
export async function passDoor(session: TestSession, more: Machine = {}): Promise<void> {
  const params = { sid: session.id }
  const door = await showEverything(session.examinee.client, session.id, 'passport_rf', more)
  if (door.by !== 'proctor') return
  await session.examinee.client.done(comeToDoor, { params })
  const proctor = session.proctors[0]
  if (!proctor) throw new Error('nobody is assigned')
  const { checks } = await proctor.client.done(readDoorCase, { params })
  await proctor.client.done(decideAtDoor, { params, body: { is: 'admitted', checks } })
}
