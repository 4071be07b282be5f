import type { GraphModel } from '@tensorflow/tfjs-converter'
import { type ModelName, models } from '../models.ts'
import type { Models } from '../see/eye.ts'
import { loadModel } from '../see/load.ts'

const TOLD_EVERY = 0.05

/** `told` hears what part has come, not more often than it matters. */
export async function loadModels(names: readonly ModelName[], told: (part: number) => void): Promise<Models> {
  const all = names.reduce((sum, name) => sum + models[name].bytes, 0)
  let [came, last] = [0, 0]
  const loaded = names.map(async (name): Promise<[ModelName, GraphModel]> => {
    const model = await loadModel(models[name], (bytes) => {
      came += bytes
      const part = Math.min(1, came / all)
      if (part - last < TOLD_EVERY) return
      last = part
      told(part)
    })
    return [name, model]
  })
  return Object.fromEntries(await Promise.all(loaded))
}

/** Without this much memory the large network is left out. */
const MEMORY_FOR_THINGS_GB = 4

export function hasMemoryForThings(): boolean {
  const { deviceMemory } = navigator as Navigator & { readonly deviceMemory?: number }
  return deviceMemory === undefined || deviceMemory >= MEMORY_FOR_THINGS_GB
}
