import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export type HttpMetrics = {
  readonly observe: (method: string, path: string, status: number, seconds: number) => void
  readonly cspReported: () => void
  readonly text: () => Promise<string>
}

export function httpMetrics(figures: Readonly<Record<string, () => number>>): HttpMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'ochno_' })
  const duration = new Histogram({
    name: 'ochno_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const reports = new Counter({
    name: 'ochno_csp_reports_total',
    help: 'Reports of browsers about what the content policy stopped',
    registers: [registry],
  })
  for (const [name, read] of Object.entries(figures))
    new Gauge({
      name,
      help: name.replaceAll('_', ' '),
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  return {
    // The pattern of the route, never the address: ids would make endless series.
    observe: (method, route, status, seconds) =>
      duration.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    cspReported: () => reports.inc(),
    text: () => registry.metrics(),
  }
}
