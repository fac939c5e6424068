import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Fonts that the first screen draws with; asked for early, so that no text moves when they arrive. */
const firstFonts = /ibm-plex-sans-arabic-(arabic-(400|500|600)|latin-400)-normal-.*\.woff2$/

function preloadFonts(): Plugin {
  return {
    name: 'itqan-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          }))
      },
    },
  }
}

const api = process.env.ITQAN_API ?? 'http://127.0.0.1:3000'

export default defineConfig({
  publicDir: 'src/app/web/public',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['ar-AE', 'en-US'] }), enforce: 'pre' },
    preloadFonts(),
  ],
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
})
