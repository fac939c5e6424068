import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What the first screen draws with, asked for early: no text moves when a font arrives, no file waits for another. */
const firstFonts = /ibm-plex-sans-arabic-(arabic-(400|500|600)|latin-400)-normal-.*\.woff2$/
const firstScripts = /\/(entry\.ar|joined|sign-in-page)-.*\.js$/

function preloadFirst(): Plugin {
  return {
    name: 'itqan-preload-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const link = (file: string, attrs: Record<string, string>) => ({
          tag: 'link',
          attrs: { ...attrs, href: `/${file}`, crossorigin: true },
          injectTo: 'head' as const,
        })
        const files = Object.keys(bundle ?? {})
        return [
          ...files.filter((file) => firstScripts.test(file)).map((file) => link(file, { rel: 'modulepreload' })),
          ...files
            .filter((file) => firstFonts.test(file))
            .map((file) => link(file, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ]
      },
    },
  }
}

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null }

/** Whether a module is part of what `root` imports, directly or through others, without waiting. */
function isPartOf(id: string, root: RegExp, graph: Graph, seen = new Set<string>()): boolean {
  if (root.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isPartOf(importer, root, graph, seen))
}

const firstPage = /src\/app\/web\/main\.tsx$|accounts\/web\/pages\/sign-in-page\.tsx$/
const frame = /src\/app\/web\/(signed-in|home-page)\.tsx$/
/** Parts of the design system that do without the overlays and pickers of react-aria. */
const lightParts =
  /node_modules\/(lucide-react|@tanstack)\/|src\/shared\/|src\/ui\/(?!(combobox|command-palette|confirm-dialog|date-field|dialog|drawer|opened-\w+|select|tooltip)\.tsx)/

const api = process.env.ITQAN_API ?? 'http://127.0.0.1:3000'

export default defineConfig({
  publicDir: 'src/app/web/public',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['ar-AE', 'en-US'] }), enforce: 'pre' },
    preloadFirst(),
  ],
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files rather than dozens: what the first page needs, and what all pages behind the sign-in share.
          groups: [
            { debugName: 'first', name: (id, graph) => (isPartOf(id, firstPage, graph) ? 'first' : null), priority: 3 },
            { debugName: 'frame', name: (id, graph) => (isPartOf(id, frame, graph) ? 'frame' : null), priority: 2 },
            { name: 'shared', test: lightParts, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
})
