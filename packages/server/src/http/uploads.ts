import type { uploadRoutes } from '@ochno/contract/uploads'
import { chooseUploads, readUploads, tryScanner, type UploadDeps } from '../features/uploads/look-through.ts'
import type { Handlers } from './seam.ts'

export const uploadHandlers = (deps: UploadDeps): Handlers<typeof uploadRoutes> => ({
  readUploads: async ({ actor }) => ({ ok: true, body: await readUploads(deps, actor) }),
  chooseUploads: ({ actor, now }, { params, body }) => chooseUploads(deps, actor, params.purpose, body, now),
  tryScanner: async () => ({ ok: true, body: { is: await tryScanner(deps) } }),
})
