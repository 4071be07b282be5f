// Weights from our own server, counted as they come. Their names carry their hash: the browser keeps them for the next exam.
import type { io } from '@tensorflow/tfjs-core'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import type { ModelFile } from '../models.ts'

type Graph = {
  readonly modelTopology: object
  readonly signature?: object
  readonly userDefinedMetadata?: Record<string, object>
  readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[]
}

export async function loadModel(file: ModelFile, came: (bytes: number) => void): Promise<GraphModel> {
  const [text, weightData] = await Promise.all([take(file.graph, came), take(file.weights, came)])
  const graph = JSON.parse(new TextDecoder().decode(text)) as Graph
  const { modelTopology, signature, userDefinedMetadata } = graph
  return loadGraphModel({
    load: async () => ({
      modelTopology,
      weightSpecs: graph.weightsManifest.flatMap(({ weights }) => weights),
      weightData,
      ...(signature && { signature }),
      ...(userDefinedMetadata && { userDefinedMetadata }),
    }),
  })
}

async function take(url: string, came: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of response.body as ReadableStream<Uint8Array<ArrayBuffer>>) {
    pieces.push(piece)
    came(piece.byteLength)
  }
  return new Blob(pieces).arrayBuffer()
}
