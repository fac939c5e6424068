import '../../ui/theme.css'
import { createRoot } from 'react-dom/client'
import { addMessages } from '../../ui/i18n.ts'
import { applyToDocument } from '../../ui/preferences.ts'
import { Start } from './start.tsx'

applyToDocument()
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyToDocument)

await addMessages(async (language) =>
  language === 'ar' ? (await import('./messages/entry.ar.ts')).ar : (await import('./messages/entry.en.ts')).en,
)

const root = document.getElementById('root')
if (root) createRoot(root).render(<Start />)
