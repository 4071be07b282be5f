import { fileURLToPath } from 'node:url'
import {
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { theme } from './src/ui/theme.ts'

const THEME_CSS = 'virtual:theme.css'

/** Mantine would write the theme's variables into a <style> at run time, which B-02 forbids; here they become a file. */
const themeCss: Plugin = {
  name: 'theme-css',
  resolveId: (id) => (id === THEME_CSS ? `\0${THEME_CSS}` : null),
  load: (id) =>
    id === `\0${THEME_CSS}`
      ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')
      : null,
}

/** The words appear in their own letters at once: without this the first lines jump when the font arrives. */
const fontsFirst: Plugin = {
  name: 'fonts-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /pt-sans-cyrillic-(400|700)-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head',
        })),
  },
}

// `demo` is the build that also carries the gallery; the ordinary one must not (B-33).
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), themeCss, fontsFirst],
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}))
