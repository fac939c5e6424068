import { SaxesParser } from 'saxes'

export type XmlHandler = {
  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void
  close?(name: string): void
  text?(text: string): void
}

/** Reads well-formed XML piece by piece. Names come without prefix; documents that declare entities are refused. */
export function xmlReader(handler: XmlHandler): { write(text: string): void; end(): void } {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('the document declares entities')
  })
  parser.on('opentag', ({ name, attributes }) => handler.open(local(name), attributes))
  parser.on('closetag', ({ name }) => handler.close?.(local(name)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  return { write: (text) => void parser.write(text), end: () => void parser.close() }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
