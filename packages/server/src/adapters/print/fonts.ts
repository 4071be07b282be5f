// PT Serif, the four faces of a form.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const faces = () => ({
  regular: readFileSync(require.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf')),
  italic: readFileSync(
    require.resolve('@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf'),
  ),
  bold: readFileSync(require.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf')),
  boldItalic: readFileSync(
    require.resolve('@expo-google-fonts/pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf'),
  ),
})
