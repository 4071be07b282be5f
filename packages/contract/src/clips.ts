// The piece of the recording behind a mark, for whom the mark concerns: on the own page, while it can be answered or appealed.
import { clipRefusals } from '@ochno/domain/appeal/clip'
import { z } from 'zod'
import { line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'
import { timelineView, viewId } from './watch.ts'

const seconds = z.number().int().min(0).max(60)
const setting = {
  examinee: z.boolean(),
  parents: z.boolean(),
  beforeS: seconds,
  afterS: seconds,
}
export const clipSetting = z.object(setting)
export type ClipSettingView = z.output<typeof clipSetting>

export const clipState = z.object({
  /** Null: the clips may be opened. */
  why: z.enum(clipRefusals).nullable(),
  /** What of the recording is shown to this person. */
  tracks: z.array(z.string()),
  /** From when the screen is shown too; null: it is, or never will be. */
  screenFrom: moment.nullable(),
})
export type ClipState = z.output<typeof clipState>

export const readClips = {
  method: 'GET',
  path: '/api/my/sessions/:sid/clips',
  can: 'appeal.file',
  params: z.strictObject({ sid: sessionId }),
  reply: clipState,
  refusals: ['not_found'],
  summary: 'Whether the examinee or a parent may see what the marks rest on, and why not',
} as const satisfies Route

const opened = z.object({
  view: viewId,
  endsAt: moment,
  /** Of the clip, on the timeline of the session. */
  fromMs: z.number(),
  toMs: z.number(),
  timeline: timelineView,
})
export type OpenedClip = z.output<typeof opened>

export const openClip = {
  method: 'POST',
  path: '/api/my/sessions/:sid/marks/:key/clip',
  can: 'appeal.file',
  params: z.strictObject({ sid: sessionId, key: line(80) }),
  reply: opened,
  refusals: ['not_found', ...clipRefusals, 'journal_unavailable'],
  summary: 'Opens the piece of the recording behind one mark; it is journalled before anything is shown',
} as const satisfies Route

const seq = z.coerce.number().int().min(0).max(0xffffffff)

export const readClipRecords = {
  method: 'GET',
  path: '/media/v1/my/sessions/:sid/clips/:view/tracks/:tid',
  can: 'appeal.file',
  params: z.strictObject({ sid: sessionId, view: viewId, tid: z.enum(['cam', 'screen']) }),
  query: z.strictObject({ from: seq, to: seq, init: seq.optional() }),
  reply: 'octets',
  refusals: [
    'not_found',
    'view_over',
    ...clipRefusals,
    'not_same_origin',
    'range_too_large',
    'journal_unavailable',
  ],
  summary: 'Records of an opened clip and of nothing beside it',
} as const satisfies Route

export const readClipSetting = {
  method: 'GET',
  path: '/api/appeals/clips',
  can: 'appeal.read',
  reply: clipSetting,
  refusals: [],
  summary: 'Who sees the pieces behind marks, and how much before and after',
} as const satisfies Route

export const changeClipSetting = {
  method: 'PUT',
  path: '/api/appeals/clips',
  can: 'act.manage',
  body: z.strictObject(setting),
  reply: clipSetting,
  refusals: [],
  summary: 'The institution says whether examinees and parents see the pieces behind marks',
} as const satisfies Route

export const clipRoutes = {
  readClips,
  openClip,
  readClipRecords,
  readClipSetting,
  changeClipSetting,
} as const
