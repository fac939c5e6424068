import { createRoot } from 'react-dom/client'

/** The least that React can be: what the first page of Itqan is held against. */
function Page() {
  return <h1>مرحبًا</h1>
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
