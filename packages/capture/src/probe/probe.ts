// The examinee's machine before the exam: what can be told without asking the person for anything.
import type { Check } from './check.ts'
import { checkPermission } from './check-permission.ts'
import { checkScreens } from './check-screen.ts'
import { checkStorage } from './check-storage.ts'
import { type CapturePath, choosePath, type Unsupported } from './choose-path.ts'
import { probeFeatures } from './features.ts'

export type Probe = {
  readonly browser: Check<Unsupported, CapturePath>
  readonly camera: Awaited<ReturnType<typeof checkPermission>>
  readonly microphone: Awaited<ReturnType<typeof checkPermission>>
  readonly storage: Awaited<ReturnType<typeof checkStorage>>
  readonly screens: ReturnType<typeof checkScreens>
}

export async function probe(options: { readonly screenNeeded: boolean }): Promise<Probe> {
  const path = choosePath(await probeFeatures(), options.screenNeeded)
  const browser: Probe['browser'] =
    'unsupported' in path ? { ok: false, why: path.unsupported } : { ok: true, facts: path }
  const [camera, microphone, storage] = await Promise.all([
    checkPermission('camera'),
    checkPermission('microphone'),
    checkStorage(),
  ])
  return { browser, camera, microphone, storage, screens: checkScreens() }
}
