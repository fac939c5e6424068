import { Component, type ReactNode } from 'react'

type ErrorBoundaryProps = { readonly children: ReactNode; readonly shown: (thrown: unknown) => ReactNode }

/** Keeps a broken page from taking the frame with it. Give it a `key` that changes with the page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly thrown: unknown }> {
  override state = { thrown: undefined as unknown }

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown: thrown ?? new Error() }
  }

  override render() {
    return this.state.thrown === undefined ? this.props.children : this.props.shown(this.state.thrown)
  }
}
