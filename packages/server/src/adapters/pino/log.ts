// Log lines for operators. The port already forbids texts; what slips through by name or by shape is cut here (P-43).
import pino, { type DestinationStream } from 'pino'
import type { Facts, Log } from '../../ports/log.ts'

const secretName =
  /pass|secret|token|cookie|authorization|hash|pepper|code|seed|name|login|mail|phone|address|birth|title|text|reason|answer|query|url|body|key$/i
/** Ids, event words, numbers: short, without spaces, letters of the Latin alphabet. */
const plainValue = /^[\w.:/-]{0,64}$/

function clean(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (secretName.test(name)) return [name, '[cut]']
      return [name, typeof value === 'string' && !plainValue.test(value) ? '[cut]' : value]
    }),
  )
}

/** The name and place of an error, not its message: messages of drivers and parsers quote what was sent. */
function cause(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { cause: typeof error }
  const code = (error as { code?: unknown }).code
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    cause: error.name,
    ...(typeof code === 'string' && plainValue.test(code) ? { causeCode: code } : {}),
    at: stack.slice(0, 8).map((line) => line.trim()),
  }
}

export function pinoLog(level: 'debug' | 'info' | 'warn' | 'error', to?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to ?? pino.destination({ dest: 1, sync: true }),
  )
  return {
    debug: (event, facts = {}) => logger.debug(clean(facts), event),
    info: (event, facts = {}) => logger.info(clean(facts), event),
    warn: (event, facts = {}) => logger.warn(clean(facts), event),
    error: (event, facts = {}, error) =>
      logger.error({ ...clean(facts), ...(error === undefined ? {} : cause(error)) }, event),
  }
}
