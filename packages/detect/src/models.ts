/// <reference path="./vite.d.ts" />
// The networks that ship: what each is for, where it lies, how large it is. There is no other; a test compares the folder.
import faceGraph from '../models/blazeface-back.json?url'
import faceWeights from '../models/blazeface-back.bin?url'
import meshGraph from '../models/facemesh-attention-pinto.json?url'
import meshWeights from '../models/facemesh-attention-pinto.bin?url'
import thingsGraph from '../models/nanodet.json?url'
import thingsWeights from '../models/nanodet.bin?url'
import voiceWeights from '../models/silero-vad-v5.bin?url'

export type ModelName = 'faces' | 'mesh' | 'things'
export type ModelFile = { readonly graph: string; readonly weights: string; readonly bytes: number }

export const models: Readonly<Record<ModelName, ModelFile>> = {
  faces: { graph: faceGraph, weights: faceWeights, bytes: 617_971 },
  mesh: { graph: meshGraph, weights: meshWeights, bytes: 2_730_695 },
  things: { graph: thingsGraph, weights: thingsWeights, bytes: 7_696_162 },
}

/** Whether somebody speaks; its arithmetic is ours (`hear/silero.ts`). */
export const voiceNetwork = voiceWeights
