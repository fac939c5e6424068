import { useState } from 'react'

const place = (id: string) => `itqan.note.${id}`

/** A note that is being written on a document, kept on this device until the decision that carries it. */
export function useKeptNote(documentId: string): readonly [string, (note: string) => void] {
  const [note, setNote] = useState(() => read(documentId))
  return [
    note,
    (next) => {
      setNote(next)
      write(documentId, next)
    },
  ]
}

function read(id: string): string {
  try {
    return localStorage.getItem(place(id)) ?? ''
  } catch {
    return ''
  }
}

function write(id: string, note: string): void {
  try {
    if (note === '') localStorage.removeItem(place(id))
    else localStorage.setItem(place(id), note)
  } catch {
    // A full or closed store: the page still holds the note.
  }
}
