/** Words of the user guide's page and of the first tour. The guide itself stands in docs/guide. */
export const en = {
  help: {
    title: 'User guide',
    lead: 'The steps of the work, ordered by who takes them.',
    open: 'Guide to this page',
    contents: 'Contents',
    tourAgain: 'Show the first tour again',
    comma: ', ',
  },
  tour: {
    label: 'First tour',
    step: '{{at}} of {{of}}',
    skip: 'Skip the tour',
    begin: 'Begin',
    stops: {
      waiting: {
        title: 'Begin here',
        body: 'The home page shows what waits for a decision or for work, with its due date. Your state and next dates stand with it.',
      },
      document: {
        title: 'Your performance document',
        body: 'Under “Mine”: objectives of the cycle, with key results whose weights make 100. Saved while typing, then sent for approval.',
      },
      plan: {
        title: 'The annual plan',
        body: 'Under “The plan”: the unit’s objectives and programmes, what they serve in Oman Vision 2040, and who contributes.',
      },
      decide: {
        title: 'Documents of the team',
        body: 'Under “My team”: what waits for approval, late ones first. Comment on each line; a discussion session comes before agreeing.',
      },
      away: {
        title: 'While you are away',
        body: 'A delegation under “My team” keeps the team’s decisions in time, recorded under both names.',
      },
      directions: {
        title: 'Directions of the year',
        body: 'Under “The plan”, write directions to divisions. Everyone in them reads them before writing performance documents.',
      },
      completion: {
        title: 'Completion',
        body: 'Under “Reports”: the state of documents in each division and below it. States are shown, not content.',
      },
      cycles: {
        title: 'Performance cycles',
        body: 'Under “Administration”, choose the kind and open each cycle. Every employee gets a document, and the clocks start.',
      },
      bank: {
        title: 'Objectives bank',
        body: 'Under “Administration”: ready objectives that employees begin from, for everyone, a division or a post.',
      },
      setUp: {
        title: 'The entity and its people',
        body: 'Under “Administration”: structure, posts and employees, with import from Excel. Changes hold from a day; what was before stays.',
      },
      access: {
        title: 'Accounts and roles',
        body: 'Under “Administration”: who has signed in, who waits for a code, and who holds which role and why.',
      },
      policies: {
        title: 'Policies',
        body: 'Periods, limits and weekends as the entity decides them, with reason and authority. Defaults are marked.',
      },
      versions: {
        title: 'Versions of the plan',
        body: 'Under “Administration”, import the annual plan, show it as preliminary, and record its approval.',
      },
      reading: {
        title: 'Reading without changing',
        body: 'Under “Administration”: structure, people, roles and policies, each with its history from the beginning.',
      },
      help: {
        title: 'Help on every page',
        body: 'The question mark at the top opens the guide to a page, and Ctrl + K finds anything.',
      },
    },
  },
} as const
