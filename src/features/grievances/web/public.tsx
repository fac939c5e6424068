export { AskDialog } from './components/ask-dialog.tsx'
export { PersonLine } from './components/pieces.tsx'
