import { createContext, useContext } from 'react'
import type { Me } from './me.ts'

export const MeContext = createContext<Me | null>(null)

/** Who is signed in; only inside the frame. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is for pages behind the sign-in')
  return me
}
