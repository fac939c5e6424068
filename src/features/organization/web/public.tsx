export { DivisionPicker, PostPicker } from './components/pickers.tsx'
