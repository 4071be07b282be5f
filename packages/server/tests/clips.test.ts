// What of a recording is shown to whom it concerns, closed to everybody, or handed on without names.
import { sayToExaminee } from '@ochno/contract/conduct'
import { changeClipSetting, openClip, readClipRecords, readClips } from '@ochno/contract/clips'
import { askExport, grantExport } from '@ochno/contract/evidence'
import { changePerson, linkParent } from '@ochno/contract/people'
import { handOverProtocol, readProtocol, saveProtocol, signProtocol } from '@ochno/contract/protocols'
import { holdRecording, readRetention, releaseHold } from '@ochno/contract/retention'
import { readDoorCase } from '@ochno/contract/door'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { listPhotos, readPhoto } from '@ochno/contract/photos'
import { finishReview, listReviews, openReview, readReview } from '@ochno/contract/review'
import { authorizeSession, startSession, submitSession } from '@ochno/contract/sessions'
import { signIn, signOut } from '@ochno/contract/sign-in'
import { listViewers, openView, readRecords, readTimeline } from '@ochno/contract/watch'
import { unpackIndex } from '@ochno/contract/index-columns'
import type { ReviewId } from '@ochno/domain/ids'
import { base64, unhex } from '@ochno/evidence/bytes'
import { KIND, type Kind } from '@ochno/evidence/record'
import { tinyWebm } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { jpegOf, showEverything } from '@ochno/testkit/door'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const still = {
  close_recordings: async () => {},
  session_sweep: async () => {},
  finish_destructions: async () => {},
}
const SECONDS = 20
const tiny = tinyWebm({ seed: 1, seconds: 2 })
let server: TestServer
let session: TestSession
let proctor: TestPerson
let parent: TestPerson
let dpo: TestPerson
let commission: TestPerson
let key = ''
const params = () => ({ sid: session.id })

beforeAll(async () => {
  server = await bootServer({ parts: [{ tasks: still }] })
  const { admin } = server
  await actInForce(admin.client, '004')
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна' })
  dpo = await server.person('dpo')
  commission = await server.person('commission')
  parent = await server.person('parent')
  const examinee = await server.person('examinee', { fullName: 'Соколова Мария' })
  await admin.client.done(changePerson, { params: { id: examinee.id }, body: { born: '2011-05-01' } })
  await admin.client.done(linkParent, {
    params: { id: examinee.id, parent: parent.id },
    body: { proof: 'Свидетельство о рождении' },
  })
  const exam = await examUnderAct(admin.client, {}, { title: 'Электробезопасность' })
  session = await server.session({ exam, examinee, proctors: [proctor] })
  const began = Date.now() - SECONDS * 1000
  await server.database.owner(
    `update session set state = 'in_progress', authorized_at = $2, started_at = $2,
       deadline = now() + interval '1 hour' where id = $1`,
    [session.id, new Date(began)],
  )
  const media = { cam: realWebm('cam', SECONDS), screen: realWebm('screen', SECONDS) }
  const camera = await publisher(server.url, session, media, { pastMs: SECONDS * 1000 })
  await camera.backlog(SECONDS)
  await camera.end()
  camera.stop()
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString()
  await proctor.client.done(sayToExaminee, {
    params: params(),
    body: { kind: 'mark', code: 'gadgets', from: at(9), to: at(10), note: 'предмет в руке' },
  })
  await examinee.client.done(submitSession, { params: params() })
  expect((await examinee.client.done(readClips, { params: params() })).why).toBe('clip_not_ready')
  await server.app.ingest.sealAll()
  await server.app.evidence.close(session.id)
  await handOver(proctor.client)
}, 180_000)
afterAll(() => server.stop())

/** The mark is counted, the protocol signed and given to who decides. */
async function handOver(client: Client) {
  const { revision, draft, rows, marks } = await client.done(readProtocol, { params: params() })
  key = marks[0]?.key ?? ''
  const saved = await client.done(saveProtocol, {
    params: params(),
    body: {
      revision,
      draft: {
        ...draft,
        answers: Object.fromEntries(
          rows.map(({ row }) => [row, marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const),
        ),
        marks: Object.fromEntries(marks.map((one) => [one.key, { is: 'counted' as const, reason: '' }])),
        independent: false,
        documentShown: 'паспорт',
      },
    },
  })
  await client.done(signProtocol, {
    params: params(),
    body: { revision: saved.revision, objective: true, reason: null },
  })
  await client.done(handOverProtocol, { params: params() })
}

const open = (client: Client) => client.call(openClip, { params: { ...params(), key } })
const journal = async () =>
  (await server.database.owner("select * from access_journal where purpose = 'own_mark' order by id")).rows
const windowOver = (over: boolean) =>
  server.database.owner(
    `update session set opens_at = now() - interval '5 hours',
       closes_at = now() ${over ? '-' : '+'} interval '3 hours' where id = $1`,
    [session.id],
  )

test('P-25 P-26 T-31 an examinee opens the piece behind a mark and nothing beside it, and every piece is a row first', async () => {
  await windowOver(true)
  const { client } = session.examinee
  const clip = await client.done(openClip, { params: { ...params(), key } })
  expect(clip.timeline.tracks.map(({ tid }) => tid)).toEqual(['cam', 'screen'])
  const [track] = clip.timeline.tracks
  const seqs = unpackIndex(track?.fragments as never)
  // Nine to ten with five seconds before and after, of twenty.
  expect(clip.toMs - clip.fromMs).toBe(11_000)
  expect(seqs.length).toBeGreaterThan(2)
  expect(seqs.length).toBeLessThan(9)
  const [first, last] = [seqs[0]?.seq ?? 0, seqs.at(-1)?.seq ?? 0]
  const get = (from: number, to: number, more: { init?: number; view?: string; who?: Client } = {}) =>
    (more.who ?? client).call(readClipRecords, {
      params: { ...params(), view: more.view ?? clip.view, tid: 'cam' },
      query: { from, to, ...(more.init === undefined ? {} : { init: more.init }) },
    })
  const before = (await journal()).length
  const got = await get(first, last, { init: track?.epochs[0]?.initSeq ?? 0 })
  expect(got.status).toBe(200)
  expect(got.headers.get('cache-control')).toBe('private, no-store')
  expect(
    Buffer.from(got.body as Uint8Array)
      .subarray(0, 4)
      .toString(),
  ).toBe('EXF1')
  const rows = await journal()
  expect(rows.length - before).toBe(1)
  expect(rows.at(-1)).toMatchObject({
    account_id: session.examinee.id,
    role: 'examinee',
    action: 'records',
    tid: 'cam',
    seq_from: String(first),
    seq_to: String(last),
    view_id: clip.view,
  })
  // Not a record earlier or later, not a head that is none, not with somebody else's clip, not as somebody else.
  for (const [what, reply] of Object.entries({
    earlier: await get(first - 1, last),
    later: await get(first, last + 1),
    head: await get(first, last, { init: last }),
    view: await get(first, last, { view: `viw_${'a'.repeat(26)}` }),
    who: await get(first, last, { who: parent.client }),
  }))
    expect([what, reply.status, reply.text.includes('EXF1')]).toEqual([what, 404, false])
  // A mark that was taken back since the clip was opened shows nothing any more.
  const markIs = (mark: string) =>
    server.database.owner('update recording_clip set mark = $2 where view_id = $1', [clip.view, mark])
  await markIs('c999')
  const withdrawn = await get(first, last)
  await markIs(key)
  expect([withdrawn.status, withdrawn.text.includes('EXF1')]).toEqual([404, false])
  expect((await journal()).length).toBe(rows.length)
  // A clip is no key to the recording itself.
  const whole = { params: { ...params(), tid: 'cam' }, query: { from: 1, to: 1, view: clip.view } }
  expect((await client.call(readRecords, whole)).status).toBe(403)
  expect((await proctor.client.call(readRecords, whole)).status).not.toBe(200)
  // P-26
  const { rows: viewers } = await client.done(listViewers, { params: params() })
  expect(viewers[0]).toMatchObject({
    name: null,
    role: 'examinee',
    what: 'recording',
    purpose: 'own_mark',
    records: 1,
  })
})

test('E-T9 while the journal can not be written, a clip shows not one byte', async () => {
  const { client } = session.examinee
  const clip = await client.done(openClip, { params: { ...params(), key } })
  const [one] = unpackIndex(clip.timeline.tracks[0]?.fragments as never)
  const query = { from: one?.seq ?? 0, to: one?.seq ?? 0 }
  await server.database.owner('revoke insert on access_journal from ochno_app')
  const reply = await client.call(readClipRecords, {
    params: { ...params(), view: clip.view, tid: 'cam' },
    query,
  })
  const again = await open(client)
  await server.database.owner('grant insert on access_journal to ochno_app')
  expect([reply.status, reply.code, reply.text.includes('EXF1')]).toEqual([503, 'journal_unavailable', false])
  expect(again.code).toBe('journal_unavailable')
})

test('R1-9.2b R4-9.2b T-31 the screen with the tasks is shown to no parent, and to the examinee when nobody sits the window any more', async () => {
  const tracks = async (client: Client) =>
    (await client.done(openClip, { params: { ...params(), key } })).timeline.tracks.map(({ tid }) => tid)
  const { client } = session.examinee
  await windowOver(false)
  expect(await tracks(client)).toEqual(['cam'])
  expect((await client.done(readClips, { params: params() })).screenFrom).not.toBeNull()
  await windowOver(true)
  expect(await tracks(client)).toEqual(['cam', 'screen'])
  // The same tasks are sat by somebody else in the next slot.
  const next = await server.session({ exam: session.exam, proctors: [proctor] })
  const nextCloses = (hours: number) =>
    server.database.owner(
      `update session set opens_at = now() - interval '5 hours', closes_at = now() + $2::interval where id = $1`,
      [next.id, `${hours} hours`],
    )
  await nextCloses(2)
  expect(await tracks(client)).toEqual(['cam'])
  await nextCloses(-3)
  expect(await tracks(client)).toEqual(['cam', 'screen'])
  expect(await tracks(parent.client)).toEqual(['cam'])
  const clip = await parent.client.done(openClip, { params: { ...params(), key } })
  const screen = await parent.client.call(readClipRecords, {
    params: { ...params(), view: clip.view, tid: 'screen' },
    query: { from: 1, to: 1 },
  })
  expect(screen.status).toBe(404)
  // Whoever has nothing to do with it learns nothing, and staff have their own way in.
  for (const who of [await server.person('examinee'), await server.person('parent')])
    expect((await open(who.client)).status).toBe(404)
  for (const who of [proctor, commission, dpo, server.admin])
    expect((await open(who.client)).status).toBe(403)
  // R1-9.2b: nobody from outside, and no proctor at all, takes a recording away.
  const take = { purpose: 'appeal', ground: 'Проверка' } as const
  expect((await proctor.client.call(askExport, { params: params(), body: take })).status).toBe(403)

  const setting = { examinee: true, parents: false, beforeS: 5, afterS: 5 }
  expect((await server.admin.client.done(changeClipSetting, { body: setting })).parents).toBe(false)
  expect((await open(parent.client)).code).toBe('clips_off')
  expect(await tracks(client)).toEqual(['cam', 'screen'])
})

test('P-31 a recording that is closed is kept and reached by nobody, whatever was open before', async () => {
  const { client } = session.examinee
  const clip = await client.done(openClip, { params: { ...params(), key } })
  const [one] = unpackIndex(clip.timeline.tracks[0]?.fragments as never)
  const look = { purpose: 'appeal', ground: 'Апелляция 1' } as const
  const { view } = await commission.client.done(openView, { params: params(), body: look })
  const { today } = await dpo.client.done(readRetention, {})
  const reviewOn = new Date(Date.parse(today) + 10 * 86_400_000).toISOString().slice(0, 10)
  const { id } = await dpo.client.done(holdRecording, {
    params: params(),
    body: { reason: 'Требование о блокировании № 2', reviewOn, blocks: true },
  })
  const [row] = (await dpo.client.done(readRetention, {})).rows
  expect(row).toMatchObject({ kept: 'on_hold', holds: [{ blocks: true }] })
  const everyWay = async () => [
    await client.call(openClip, { params: { ...params(), key } }),
    await client.call(readClipRecords, {
      params: { ...params(), view: clip.view, tid: 'cam' },
      query: { from: one?.seq ?? 0, to: one?.seq ?? 0 },
    }),
    await commission.client.call(openView, { params: params(), body: look }),
    await commission.client.call(readTimeline, { params: params(), query: { view } }),
    await commission.client.call(readRecords, {
      params: { ...params(), tid: 'cam' },
      query: { from: 1, to: 1, view },
    }),
    await commission.client.call(askExport, { params: params(), body: look }),
  ]
  expect((await everyWay()).map(({ code, text }) => [code, text.includes('EXF1')])).toEqual(
    Array.from({ length: 6 }, () => ['recording_blocked', false]),
  )
  const { rows: told } = await server.database.owner(
    "select facts->>'text' as text from notice where to_account = $1 and kind = 'message' order by queued_at desc",
    [session.examinee.id],
  )
  expect(told[0].text).toContain('никто не смотрит')
  await dpo.client.done(releaseHold, { params: { hid: id } })
  expect((await open(client)).status).toBe(200)
})

/** An examinee's browser with nobody beside it: twenty seconds of camera and screen and a photograph at each minute given. */
async function recordedAlone(
  { id: sid, examinee: { client } }: TestSession,
  began: number,
  more: { readonly photos?: readonly number[]; readonly lost?: number } = {},
) {
  const { lease } = await client.done(takeLease, {
    params: { sid },
    body: { device: 'one-device-of-this-test' },
  })
  const { tracks } = await client.done(readTracks, { params: { sid }, query: { lease } })
  for (const tid of ['cam', 'screen', 'events'] as const) {
    const track = tracks[tid]
    if (!track) throw new Error(`no track ${tid}`)
    const maker = recordMaker({ sid, tid, no: track.no, nonce: unhex(track.nonce) as Uint8Array })
    const put = async (kind: Kind, payload: Uint8Array, atS: number) => {
      const at = { wallMs: began + atS * 1000, monoMs: atS * 1000, mediaTs: atS }
      const seq = maker.next()
      await client.done(putFragment, {
        params: { sid, tid, seq },
        query: { lease },
        body: maker.make(kind, payload, at).frame,
      })
    }
    if (tid === 'events')
      for (const atS of more.photos ?? []) {
        const jpeg = base64(jpegOf({ said: `снимок ${atS}` }))
        const body = { type: 'photo', jpeg, width: 400, height: 225, atMs: began + atS * 1000 }
        await put(KIND.event, new TextEncoder().encode(JSON.stringify(body)), atS)
      }
    else {
      await put(KIND.init, tiny.init, 0)
      for (let at = 0; at < SECONDS; at += 2)
        if (at !== more.lost || tid === 'screen')
          await put(KIND.media, tiny.fragments[0]?.bytes as Uint8Array, at)
    }
    await put(KIND.end, new Uint8Array(0), SECONDS)
  }
}

/** The controlled time, in seconds of the recording's own timeline: how long the uploads of this test took does not move it. */
async function controlled(one: TestSession, fromS: number, toS: number) {
  const { client } = one.proctors[0] as TestPerson
  const at = { params: { sid: one.id } }
  const { view } = await client.done(openView, { ...at, body: { purpose: 'dishonesty_check', ground: '' } })
  const { zeroMs } = await client.done(readTimeline, { ...at, query: { view } })
  await server.database.owner('update session set authorized_at = $2, deauthorized_at = $3 where id = $1', [
    one.id,
    new Date(zeroMs + fromS * 1000),
    new Date(zeroMs + toS * 1000),
  ])
  return view
}

describe('R1-2.3c R3-2.5 R4-2.08 an exam without a proctor', () => {
  test.each([
    { act: '001', rows: 'R1-2.3c R1-7.2a' },
    { act: '003', rows: 'R3-2.5' },
    { act: '004', rows: 'R4-2.08' },
  ] as const)(
    '$act: $rows the software alone fixes who came and the whole course of it, without a gap, and a person reviews it later',
    async ({ act }) => {
      const school = await server.otherInstitution()
      await actInForce(school.admin.client, act)
      const reviewer = await school.person('proctor')
      const exam = await examUnderAct(school.admin.client, { mode: 'async_human' })
      const one = await school.session({ exam, proctors: [reviewer] })
      const at = { params: { sid: one.id } }
      const { client } = one.examinee

      // Nobody is let past the identification, and nobody but the software stands at the door.
      expect((await client.call(authorizeSession, at)).code).toBe('identity_steps_missing')
      const door = await showEverything(client, one.id)
      expect(door.by).not.toBe('proctor')
      expect((await client.call(authorizeSession, at)).status).toBe(200)
      await client.done(startSession, at)
      const began = Date.now() - SECONDS * 1000
      await recordedAlone(one, began, act === '001' ? { photos: [1] } : {})
      await client.done(submitSession, at)
      const view = await controlled(one, 1, SECONDS - 1)
      await server.app.ingest.sealAll()
      expect(await server.app.evidence.close(one.id)).toBe('closed')

      // Deferred: it waits for a person without anybody's word, and only for whom it was given to.
      const [task] = (await reviewer.client.done(listReviews, {})).rows
      expect(task).toMatchObject({ session: one.id, state: 'assigned', mine: true })
      const rid = { params: { rid: task?.id as ReviewId } }
      const timeline = await reviewer.client.done(readTimeline, { ...at, query: { view } })
      for (const { tid, coverage, gaps } of timeline.tracks)
        expect([tid, Math.round(coverage * 100), gaps]).toEqual([tid, 100, []])
      expect(timeline.tracks.map(({ tid }) => tid)).toEqual(['cam', 'screen'])
      // The steps of the identification are kept with their times for who looks later.
      expect(door.steps.length).toBeGreaterThan(0)
      expect(door.steps.every(({ done }) => done)).toBe(true)
      const { evidence } = await reviewer.client.done(readDoorCase, at)
      expect(evidence.length).toBeGreaterThan(0)
      await reviewer.client.done(openReview, rid)
      const statuses = (await reviewer.client.done(readReview, rid)).statuses
      const status = statuses?.find(({ fits }) => fits)?.status ?? null
      await reviewer.client.done(finishReview, { ...rid, body: { status, comment: '' } })
      expect((await reviewer.client.done(listReviews, {})).rows[0]).toMatchObject({
        state: 'reviewed',
        mine: true,
      })
      if (act !== '001') return

      // R1-7.2a: photographs beside the video, sealed with it; who reviews sees the sheet and each of them.
      const sheet = await reviewer.client.done(listPhotos, { ...at, query: { view } })
      expect(sheet).toMatchObject({ everyS: 60, gaps: [] })
      expect(sheet.photos.map(({ atMs }) => Math.round(atMs / 1000))).toEqual([1])
      const photo = (who: Client) =>
        who.call(readPhoto, { params: { ...at.params, seq: sheet.photos[0]?.seq ?? 0 }, query: { view } })
      const picture = await photo(reviewer.client)
      expect([...(picture.body as unknown as Uint8Array).slice(0, 2)]).toEqual([0xff, 0xd8])
      expect((await photo(client)).status).toBe(403)
      expect((await photo((await school.person('proctor')).client)).status).toBe(404)
    },
  )

  test('a piece that never came is told as a gap, with its length', async () => {
    const school = await server.otherInstitution()
    await actInForce(school.admin.client, '001')
    const exam = await examUnderAct(school.admin.client, { mode: 'async_human' })
    const one = await school.session({ exam, proctors: [await school.person('proctor')] })
    const at = { params: { sid: one.id } }
    await showEverything(one.examinee.client, one.id)
    await one.examinee.client.done(authorizeSession, at)
    await one.examinee.client.done(startSession, at)
    const began = Date.now() - SECONDS * 1000
    await recordedAlone(one, began, { lost: 8 })
    await one.examinee.client.done(submitSession, at)
    const view = await controlled(one, -300, SECONDS - 1)
    const client = (one.proctors[0] as TestPerson).client
    const { tracks } = await client.done(readTimeline, { ...at, query: { view } })
    const lengths = tracks[0]?.gaps.map(({ fromMs, toMs }) => Math.round((toMs - fromMs) / 1000))
    expect(lengths).toEqual([300, 2])
    // No photograph either, in all of it.
    const { gaps } = await client.done(listPhotos, { ...at, query: { view } })
    expect(gaps).toHaveLength(1)
  })
})

test('T-31 T-32 an original and everything made from it opens for the one right person from the own page, and for nobody else, nowhere else, and not after the end of the sign-in', async () => {
  const { examinee } = session
  const sid = session.id
  const { view: clip, timeline } = await examinee.client.done(openClip, { params: { ...params(), key } })
  const [one] = unpackIndex(timeline.tracks[0]?.fragments as never)
  const look = { purpose: 'appeal', ground: 'Апелляция 2' } as const
  const { view } = await commission.client.done(openView, { params: params(), body: look })
  const { id: xid } = await commission.client.done(askExport, { params: params(), body: look })
  await dpo.client.done(grantExport, { params: { xid } })
  const of = (right: TestPerson | null, path: string) => ({ right, path })
  const ways = {
    'GET /media/v1/sessions/:sid/tracks/:tid/records': of(
      commission,
      `/media/v1/sessions/${sid}/tracks/cam/records?from=1&to=1&view=${view}`,
    ),
    'GET /media/v1/my/sessions/:sid/clips/:view/tracks/:tid': of(
      examinee,
      `/media/v1/my/sessions/${sid}/clips/${clip}/tracks/cam?from=${one?.seq}&to=${one?.seq}`,
    ),
    // Nothing of these was taken at this session: the right person is asked for where something was.
    'GET /media/v1/sessions/:sid/photos/:seq': of(null, `/media/v1/sessions/${sid}/photos/1?view=${view}`),
    'GET /media/v1/sessions/:sid/door/evidence/:evidence': of(
      null,
      `/media/v1/sessions/${sid}/door/evidence/evd_${'a'.repeat(26)}`,
    ),
    'GET /media/v1/sessions/:sid/door/frame': of(null, `/media/v1/sessions/${sid}/door/frame`),
    // The right person's own look is in review.test.ts.
    'GET /media/v1/reviews/:rid/beginning/:evidence': of(
      null,
      `/media/v1/reviews/rvw_${'a'.repeat(26)}/beginning/evi_${'a'.repeat(26)}`,
    ),
    'GET /api/exports/:xid/bundle': of(commission, `/api/exports/${xid}/bundle`),
  }
  const media = server.app.routes.filter(({ path }) => path.startsWith('/media/'))
  const named = Object.keys(ways).filter((name) => name.includes(' /media/'))
  expect(media.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(named.toSorted())

  const other = await server.otherInstitution()
  const strangers = new Map<string, Client>([
    ['nobody', server.stranger()],
    ['the parent', parent.client],
    ['the proctor', proctor.client],
    ['the data officer', dpo.client],
    ['the administrator', server.admin.client],
    ['the administrator of another institution', other.admin.client],
  ])
  for (const role of ['examinee', 'proctor', 'teacher', 'methodist', 'commission', 'support'] as const)
    strangers.set(`another ${role}`, (await server.person(role)).client)
  for (const role of ['examinee', 'commission', 'dpo'] as const)
    strangers.set(`${role} elsewhere`, (await other.person(role)).client)
  const got = async (client: Client, path: string, headers: Record<string, string> = {}) => {
    const { status, text } = await client.raw('GET', path, { headers })
    return [status, text.includes('EXF1')]
  }
  for (const [name, { right, path }] of Object.entries(ways)) {
    if (right) {
      expect([name, (await right.client.raw('GET', path)).status]).toEqual([name, 200])
      for (const site of ['cross-site', 'same-site', 'none'])
        expect([name, site, ...(await got(right.client, path, { 'sec-fetch-site': site }))]).toEqual([
          name,
          site,
          403,
          false,
        ])
    }
    for (const [who, client] of strangers) {
      const [status, bytes] = await got(client, path)
      expect([name, who, [401, 403, 404].includes(status as number), bytes]).toEqual([name, who, true, false])
    }
  }
  for (const right of [examinee, commission])
    await right.client.done(signOut, { body: { bufferEmpty: true } })
  for (const [name, { right, path }] of Object.entries(ways))
    if (right) expect([name, ...(await got(right.client, path))]).toEqual([name, 401, false])
  // The same person again, with the same address: what was opened was opened by the sign-in that ended.
  const { login, password, client } = examinee
  await client.done(signIn, { body: { login, password } })
  expect(await got(client, ways['GET /media/v1/my/sessions/:sid/clips/:view/tracks/:tid'].path)).toEqual([
    404,
    false,
  ])
})
