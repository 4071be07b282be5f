import type { clipRoutes } from '@ochno/contract/clips'
import type { ClipSetting } from '@ochno/domain/appeal/clip'
import { type ClipDeps, openClip, readClipRecords, readClips } from '../features/watch/clips.ts'
import type { Viewer } from '../features/watch/deps.ts'
import type { ViewId } from '../ports/watching.ts'
import { fromOwnPage } from './guard.ts'
import type { Actor, Handlers } from './seam.ts'
import { sendRecords } from './send-records.ts'

const viewerOf = ({ actor, ip }: { readonly actor: Actor; readonly ip: string }): Viewer => ({ ...actor, ip })

type Settings = {
  readonly read: (actor: Actor) => Promise<ClipSetting>
  readonly change: (actor: Actor, setting: ClipSetting) => Promise<ClipSetting>
}

export function clipHandlers(
  deps: ClipDeps,
  nameOf: (viewer: Viewer) => Promise<string>,
  settings: Settings,
): Handlers<typeof clipRoutes> {
  return {
    readClips: (context, { params }) => readClips(deps, viewerOf(context), params.sid),

    async openClip(context, { params }) {
      const viewer = viewerOf(context)
      const opened = await openClip(deps, viewer, params.sid, params.key)
      if (!opened.ok) return opened
      const seen = { name: await nameOf(viewer), at: context.now.toString() }
      return { ok: true, body: { ...opened.clip, timeline: { ...opened.clip.timeline, viewer: seen } } }
    },

    async readClipRecords(context, { params, query }, { request, reply }) {
      if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
      const read = await readClipRecords(deps, viewerOf(context), {
        session: params.sid,
        view: params.view as ViewId,
        tid: params.tid,
        from: query.from,
        to: query.to,
        init: query.init ?? null,
      })
      if (!read.ok) return read
      await sendRecords(reply, read.bytes)
      return undefined
    },

    readClipSetting: async ({ actor }) => ({ ok: true, body: await settings.read(actor) }),
    changeClipSetting: async ({ actor }, { body }) => ({
      ok: true,
      body: await settings.change(actor, body),
    }),
  }
}
