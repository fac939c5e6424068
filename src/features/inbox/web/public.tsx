export { type HomeCard, HomePage } from './pages/home-page.tsx'
