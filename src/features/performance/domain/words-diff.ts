export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Words that stayed, went and came, in reading order; removed ones stand before what replaced them. */
export function wordsDiff(before: string, after: string): Piece[] {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  const common = lengths(from, to)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]]
    if (old !== undefined && old === fresh) {
      push(pieces, 'same', old)
      i += 1
      j += 1
    } else if (j >= to.length || (i < from.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      push(pieces, 'removed', old ?? '')
      i += 1
    } else {
      push(pieces, 'added', fresh ?? '')
      j += 1
    }
  }
  return pieces
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** lengths[i][j]: the longest common run of words from i and j on. */
function lengths(from: readonly string[], to: readonly string[]): number[][] {
  const table = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[]
      row[j] = from[i] === to[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

function at(table: readonly number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

function push(pieces: Piece[], kind: Piece['kind'], word: string): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: `${last.text} ${word}` }
  else pieces.push({ kind, text: word })
}
