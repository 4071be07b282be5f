// PDF by typst: the template is ours and fixed, the document goes in as data.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedDocument } from '@ochno/domain/document/model'
import { faces } from './fonts.ts'
import { breakable, coverage, drawable } from './glyphs.ts'
import { prepare } from './prepare.ts'

export function pdfPrinter(): (document: PrintedDocument) => Uint8Array {
  const fonts = faces()
  const glyphs = coverage(fonts.regular)
  const folder = dirname(fileURLToPath(import.meta.url))
  const template = readFileSync(`${folder}/document.typ`, 'utf8')
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: Object.values(fonts) }],
  })
  const clean = (text: string) => breakable(drawable(text, glyphs))
  return (document) => {
    const prepared = prepare(document, clean)
    const made = compiler.compile({
      mainFileContent: template,
      inputs: { document: JSON.stringify({ ...prepared, name: drawable(document.name, glyphs) }) },
    })
    const { result } = made
    if (!result) throw new Error(firstWords(made.takeError()?.shortDiagnostics))
    // No date of its own: the same document is the same file.
    const bytes = compiler.pdf(result, { pdfStandard: 'ua-1', pdfTags: true })
    compiler.evictCache(10)
    return bytes
  }
}

const firstWords = (diagnostics: readonly { message?: string }[] = []) =>
  diagnostics
    .map(({ message }) => message ?? '')
    .join('; ')
    .slice(0, 400)
