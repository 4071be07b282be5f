import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { IngestFigures } from '../../ports/ingest.ts'

type Now = {
  readonly recording: number
  readonly unsealed: number
  readonly queued: number
  readonly disk: number
}

/** The record path's own figures; counts only, nothing about a person. */
export function ingestFigures(): IngestFigures & { readonly text: (now: Now) => Promise<string> } {
  const registry = new Registry()
  const registers = [registry]
  const records = new Counter({
    name: 'ochno_ingest_records_total',
    help: 'Records accepted and durable',
    registers,
  })
  const bytes = new Counter({
    name: 'ochno_ingest_bytes_total',
    help: 'Bytes accepted and durable',
    registers,
  })
  const refused = new Counter({
    name: 'ochno_ingest_refused_total',
    help: 'Records refused',
    labelNames: ['why'],
    registers,
  })
  const batch = new Histogram({
    name: 'ochno_ingest_batch_seconds',
    help: 'Append, fsync and commit of one batch',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const recording = gauge('ochno_ingest_sessions', 'Sessions being recorded on this node')
  const unsealed = gauge('ochno_ingest_unsealed_records', 'Durable records that lie in the spool only')
  const queued = gauge('ochno_ingest_queued_records', 'Records waiting for a batch')
  const disk = gauge('ochno_disk_used_ratio', 'Used share of the disk of the recordings')
  return {
    accepted: (count, size) => {
      records.inc(count)
      bytes.inc(size)
    },
    refused: (why) => refused.inc({ why }),
    batch: (_count, ms) => batch.observe(ms / 1000),
    text: (now) => {
      recording.set(now.recording)
      unsealed.set(now.unsealed)
      queued.set(now.queued)
      disk.set(now.disk)
      return registry.metrics()
    },
  }
}
