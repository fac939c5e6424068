/** How many people each entity has: a Zipf law, of which the largest entity takes the given share of all. */
export function zipfSizes(total: number, { entities, largest }: { entities: number; largest: number }): number[] {
  const exponent = exponentFor(entities, largest)
  const shares = Array.from({ length: entities }, (_, index) => (index + 1) ** -exponent)
  const sum = shares.reduce((all, share) => all + share, 0)
  const sizes = shares.map((share) => Math.max(1, Math.floor((share / sum) * total)))
  let left = total - sizes.reduce((all, size) => all + size, 0)
  // What rounding leaves goes to the small ones, so that the largest keeps its share.
  for (let index = entities - 1; left > 0; index = index === 0 ? entities - 1 : index - 1, left -= 1) {
    sizes[index] = (sizes[index] ?? 0) + 1
  }
  return sizes
}

function exponentFor(entities: number, largest: number): number {
  let [low, high] = [0, 4]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    const sum = Array.from({ length: entities }, (_, index) => (index + 1) ** -middle).reduce(
      (all, one) => all + one,
      0,
    )
    if (1 / sum < largest) low = middle
    else high = middle
  }
  return low
}

export type CountryDivision = {
  readonly kind: 'entity' | 'directorate_general' | 'department' | 'section'
  readonly parent: number
  /** Place of its head among the entity's people; the staff follow. */
  readonly first: number
  readonly staff: number
}

const staffOfSection = 9
const width = 4

/** A tree for so many people: sections of about ten, four of them below a department, four of those below a directorate. */
export function treeFor(people: number): CountryDivision[] {
  const sections = Math.max(1, Math.round((people * 0.86) / (staffOfSection + 1)))
  const departments = sections > 1 ? Math.ceil(sections / width) : 0
  const directorates = departments > width ? Math.ceil(departments / width) : 0
  const heads = 1 + directorates + departments + sections
  const staff = Math.max(0, people - heads)
  const tree: CountryDivision[] = []
  let first = 0
  const add = (kind: CountryDivision['kind'], parent: number, size: number) => {
    if (first >= people) return
    tree.push({ kind, parent, first, staff: size })
    first += 1 + size
  }
  add('entity', -1, 0)
  for (let one = 0; one < directorates; one += 1) add('directorate_general', 0, 0)
  const firstDepartment = 1 + directorates
  for (let one = 0; one < departments; one += 1) {
    add('department', directorates ? 1 + Math.floor(one / width) : 0, 0)
  }
  for (let one = 0; one < sections; one += 1) {
    const share = Math.floor((staff * (one + 1)) / sections) - Math.floor((staff * one) / sections)
    add('section', departments ? firstDepartment + Math.floor(one / width) : 0, share)
  }
  return tree
}

/** The largest holds 17 %; 67 entities, as many as use the real system, once there are people for so many. */
export function entitySizes(size: number): number[] {
  const entities = Math.min(67, Math.max(1, Math.floor(size / 30)))
  return zipfSizes(size, { entities, largest: 0.17 })
}

const bodies = [
  ['وزارة', 'Ministry of'],
  ['هيئة', 'Authority of'],
  ['مركز', 'Centre of'],
  ['مكتب', 'Office of'],
] as const
const fields = [
  ['التعليم', 'Education'],
  ['الصحة', 'Health'],
  ['العمل', 'Labour'],
  ['النقل', 'Transport'],
  ['الإسكان', 'Housing'],
  ['الزراعة', 'Agriculture'],
  ['الطاقة', 'Energy'],
  ['السياحة', 'Tourism'],
  ['الثقافة', 'Culture'],
  ['البيئة', 'Environment'],
  ['التجارة', 'Commerce'],
  ['الاقتصاد', 'Economy'],
  ['المالية', 'Finance'],
  ['الإعلام', 'Information'],
  ['الرياضة', 'Sports'],
  ['الإحصاء', 'Statistics'],
  ['البحوث', 'Research'],
] as const

/** Invented bodies of the state, told apart by what they do. */
export function entityName(entity: number): { ar: string; en: string } {
  const body = bodies[Math.floor(entity / fields.length) % bodies.length] ?? bodies[0]
  const field = fields[entity % fields.length] ?? fields[0]
  return { ar: `${body[0]} ${field[0]}`, en: `${body[1]} ${field[1]}` }
}
