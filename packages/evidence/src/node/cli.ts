// ochno-verify bundle.zip --trust keys.json [--sth head.txt …] [--lang en] [--json]; no network, nothing but Node.
import { open, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { PublicKey } from '../keys.ts'
import { exitCodes, type Report } from '../bundle/report.ts'
import { readTrust } from '../bundle/schema.ts'
import { textReport } from '../bundle/text-report.ts'
import { verify } from '../bundle/verify.ts'
import { fileSource } from './file-source.ts'

const usage = {
  ru: `ochno-verify запись.zip --trust keys.json [--sth голова.txt …] [--lang ru|en] [--json]
Коды: 0 подлинна и полна, 1 изменена, 2 неполна (чего нет, перечислено), 3 не читается\n`,
  en: `ochno-verify bundle.zip --trust keys.json [--sth head.txt …] [--lang ru|en] [--json]
Codes: 0 authentic and complete, 1 changed, 2 incomplete (what is missing is listed), 3 can not be read\n`,
}

type Out = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** Returns the exit code. */
export async function run(args: readonly string[], { out, err }: Out): Promise<number> {
  const language = args.includes('en') || args.includes('--lang=en') ? 'en' : 'ru'
  const asked = options(args)
  const [bundle, ...rest] = asked?.positionals ?? []
  if (!asked || !bundle || rest.length > 0) {
    err(usage[language])
    return exitCodes.unreadable
  }
  const { values } = asked
  try {
    const trusted = values.trust ? await trustFrom(values.trust) : null
    const heads = await Promise.all((values.sth ?? []).map((path) => readFile(path, 'utf8')))
    const file = await open(bundle)
    const report = await verify(await fileSource(file), { keys: trusted, heads }).finally(() => file.close())
    out(values.json ? `${JSON.stringify(plain(report))}\n` : textReport(report, language))
    return exitCodes[report.verdict]
  } catch (cause) {
    err(`${cause instanceof Error ? cause.message : String(cause)}\n`)
    return exitCodes.unreadable
  }
}

function options(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trust: { type: 'string' },
        sth: { type: 'string', multiple: true },
        lang: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch {
    return null
  }
}

async function trustFrom(path: string): Promise<readonly PublicKey[]> {
  const keys = readTrust(await readFile(path, 'utf8'))
  if (!keys) throw new Error(`${path}: not a list of public keys`)
  return keys
}

const plain = (report: Report) => ({
  verdict: report.verdict,
  exit: exitCodes[report.verdict],
  digest: report.digest,
  checks: report.checks,
  problems: report.problems,
  lacks: report.lacks,
  late: report.late,
})
