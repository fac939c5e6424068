/** The part of the user guide that speaks of a page, by the page's path. */
const partsOfPages: Readonly<Record<string, string>> = {
  '/': 'home',
  '/inbox': 'inbox',
  '/notices': 'notices',
  '/profile': 'profile',
  '/profile/sessions': 'sessions',
  '/plan/vision': 'annual-plan',
  '/plan/annual': 'annual-plan',
  '/plan/annual/nodes/:id': 'annual-plan',
  '/plan/directions': 'directions',
  '/my/document': 'writing',
  '/my/documents': 'writing',
  '/documents/:id': 'deciding',
  '/documents/:id/edit': 'writing',
  '/team/approvals': 'deciding',
  '/team/documents': 'team-documents',
  '/team/delegations': 'delegation',
  '/reports/completion': 'completion',
  '/administration/cycles': 'cycles',
  '/administration/objectives-bank': 'bank',
  '/administration/entity': 'entity',
  '/administration/import': 'import',
  '/administration/divisions': 'organization',
  '/administration/posts': 'organization',
  '/administration/employees': 'organization',
  '/administration/employees/:id': 'organization',
  '/administration/memberships': 'organization',
  '/administration/actors': 'organization',
  '/administration/accounts': 'accounts',
  '/administration/roles': 'roles',
  '/administration/policies': 'policies',
  '/administration/holidays': 'holidays',
  '/administration/plan': 'plan-versions',
  '/administration/entities': 'first-administrator',
}

/** Undefined where a page has no part of its own. */
export function partOf(page: string | undefined): string | undefined {
  return page === undefined ? undefined : partsOfPages[page]
}

/** Where the question mark of a page leads. */
export function helpAddress(page: string | undefined): string {
  const part = partOf(page)
  return part ? `/help#${part}` : '/help'
}
