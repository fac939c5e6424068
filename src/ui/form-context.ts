import { createContext } from 'react'

type Known = { readonly id: string; readonly label: string }

export type FormState = {
  readonly errorOf: (name: string) => string | undefined
  readonly register: (name: string, field: Known) => () => void
}

/** Joins fields to the problems of their form by name. */
export const FormContext = createContext<FormState | null>(null)
