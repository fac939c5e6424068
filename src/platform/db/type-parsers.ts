import pg from 'pg'

const { builtins, getTypeParser } = pg.types
const asText = (value: string) => value
const dateArray = 1182
const bigintArray = 1016
const numericArray = 1231
const textArrayId = 1009
const textArray = getTypeParser(textArrayId as Parameters<typeof getTypeParser>[0])

const own = new Map<number, (value: string) => unknown>([
  // A day has no hour and no zone: it stays the text 'YYYY-MM-DD'.
  [builtins.DATE, asText],
  // Beyond 2^53 a number would lose digits, and a grade must not.
  [builtins.INT8, asText],
  [builtins.NUMERIC, asText],
  [builtins.INTERVAL, asText],
  [dateArray, textArray],
  [bigintArray, textArray],
  [numericArray, textArray],
])

/** How values of PostgreSQL become values of JavaScript, on every connection. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    own.get(id) ?? getTypeParser(id, format)) as pg.CustomTypesConfig['getTypeParser'],
}
