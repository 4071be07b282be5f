// PT Serif, the four faces of a form.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const face = (name: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/pt-serif/${name}/PTSerif_${name}.ttf`))

export const faces = () => ({
  regular: face('400Regular'),
  italic: face('400Regular_Italic'),
  bold: face('700Bold'),
  boldItalic: face('700Bold_Italic'),
})
