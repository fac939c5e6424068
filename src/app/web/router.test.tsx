// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Suspense, useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Link } from '../../ui/link.tsx'
import { type PageDefinition, useLeaveGuard, usePathParams, useSearch } from '../../ui/navigation.ts'
import { Outlet, pageAt, Router } from './router.tsx'

function People() {
  const search = useSearch()
  return (
    <>
      <h1>people {search.get('q') ?? ''}</h1>
      <button type="button" onClick={() => search.set({ q: 'salim', page: null })}>
        search
      </button>
      <Link to="/people/7">seven</Link>
    </>
  )
}

function Person() {
  const { id } = usePathParams<'id'>()
  const [dirty, setDirty] = useState(false)
  useLeaveGuard(dirty)
  return (
    <>
      <h1>person {id}</h1>
      <button type="button" onClick={() => setDirty(true)}>
        type
      </button>
      <Link to="/people">back to people</Link>
    </>
  )
}

const page = (path: string, component: () => React.ReactNode): PageDefinition => ({
  path,
  load: async () => component,
  title: 'ui.open',
})
const pages = [
  page('/people/:id', Person),
  page('/people', People),
  page('/people/import', () => <h1>import</h1>),
] as const

beforeEach(() => {
  window.scrollTo = vi.fn()
  // What jsdom lacks of a browser.
  Object.assign(globalThis, { CSS: { escape: String } })
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  history.replaceState(null, '', '/people')
})
beforeAll(() => import('./shell/leave-dialog.tsx'), 30_000)
afterEach(cleanup)

async function open() {
  await act(async () => {
    render(
      <Router pages={pages}>
        <Suspense>
          <Outlet missing={<h1>nothing here</h1>} />
        </Suspense>
      </Router>,
    )
  })
  await screen.findByText('people')
}
const heading = (text: string) => waitFor(() => expect(screen.getByRole('heading').textContent?.trim()).toBe(text))
const press = (text: string) => act(async () => void fireEvent.click(screen.getByText(text)))

test('fixed words of an address win over values', () => {
  expect(pageAt(pages, '/people/import')?.path).toBe('/people/import')
  expect(pageAt(pages, '/people/9')?.path).toBe('/people/:id')
  expect(pageAt(pages, '/nowhere')).toBeUndefined()
})

test('a link opens its page with the values of the address, and the browser goes back', async () => {
  await open()
  await press('seven')
  await heading('person 7')
  expect(location.pathname).toBe('/people/7')
  await act(async () => history.back())
  await heading('people')
})

test('the search of a list stands in the address without a new step', async () => {
  await open()
  const steps = history.length
  await press('search')
  await heading('people salim')
  expect(location.search).toBe('?q=salim')
  expect(history.length).toBe(steps)
})

test('what is not saved is asked about before a link leaves it', async () => {
  await open()
  await press('seven')
  await heading('person 7')
  await press('type')
  await press('back to people')
  const dialog = await screen.findByRole('alertdialog')
  expect(location.pathname).toBe('/people/7')
  await act(async () => void fireEvent.click([...dialog.querySelectorAll('footer button')][1] as HTMLElement))
  await heading('people')
})

test('what is not saved is asked about before the browser goes back, and stays when asked to', async () => {
  await open()
  await press('seven')
  await heading('person 7')
  await press('type')
  await act(async () => history.back())
  const dialog = await screen.findByRole('alertdialog')
  await act(async () => void fireEvent.click([...dialog.querySelectorAll('footer button')][0] as HTMLElement))
  await waitFor(() => expect(location.pathname).toBe('/people/7'))
  await heading('person 7')
})
