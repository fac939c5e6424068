export { DivisionPicker, PersonPicker, PostPicker } from './components/pickers.tsx'
