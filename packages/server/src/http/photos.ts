import type { photoRoutes } from '@ochno/contract/photos'
import type { Viewer } from '../features/watch/deps.ts'
import { listPhotos, type PhotoDeps, readPhoto, readPhotoPlan } from '../features/watch/photos.ts'
import type { ViewId } from '../ports/watching.ts'
import { fromOwnPage } from './guard.ts'
import type { Actor, Handlers } from './seam.ts'
import { sendRecords } from './send-records.ts'

const viewerOf = ({ actor, ip }: { readonly actor: Actor; readonly ip: string }): Viewer => ({ ...actor, ip })

export const photoHandlers = (deps: PhotoDeps): Handlers<typeof photoRoutes> => ({
  readPhotoPlan: ({ actor }, { params }) => readPhotoPlan(deps, actor, params.sid),
  listPhotos: (context, { params, query }) =>
    listPhotos(deps, viewerOf(context), params.sid, (query.view ?? null) as ViewId | null),
  async readPhoto(context, { params, query }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const view = (query.view ?? null) as ViewId | null
    const read = await readPhoto(deps, viewerOf(context), { session: params.sid, seq: params.seq, view })
    if (!read.ok) return read
    const { bytes } = read
    await sendRecords(
      reply,
      (async function* () {
        yield bytes
      })(),
    )
    return undefined
  },
})
