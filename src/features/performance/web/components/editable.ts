import type { DocumentView } from '../../schema.ts'

export type EditableView = DocumentView & { readonly content: NonNullable<DocumentView['content']> }

/** Whether the reader may write in the document now. */
export function isEditable(view: DocumentView): view is EditableView {
  return view.can.edit?.allowed === true && view.content !== null
}
