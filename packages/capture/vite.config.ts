import { defineConfig } from 'vite'

// One module for pages and, beside it, the worker and the audio worklet, each complete in itself.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    minify: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'capture.js' },
  },
  worker: { format: 'es' },
})
