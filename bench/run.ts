// `npm run bench -- NAME ...`: each benchmark prints its figures beside a reference measured in the same run.
const names = ['save', 'list', 'start', 'load', 'close-year', 'preview', 'recompute'] as const
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(names as readonly string[]).includes(name))

if (asked.length === 0 || unknown.length > 0) {
  console.error(`Name one or more of: ${names.join(', ')}${unknown.length > 0 ? ` (not ${unknown.join(', ')})` : ''}`)
  process.exit(2)
}

for (const name of asked) {
  const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> }
  console.log(`\n── ${name}`)
  await run()
}
