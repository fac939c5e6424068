export const en = {
  policies: {
    title: 'Policies',
    intro: 'What the guides leave to the entity: the value in force, who decided it and why. Earlier values stay.',
    year: 'Year',
    groups: {
      cycle: 'Evaluation cycle',
      document: 'Performance document',
      clocks: 'Deadlines and escalation',
      people: 'Delegation',
      scoring: 'Achievement',
      assessment: 'Assessment and closing',
      evidence: 'Files',
      result: 'Annual result',
      curve: 'Curve and calibration',
      committee: 'Committees',
      fairness: 'Fairness and integrity',
      excellence: 'Excellence',
      grievance: 'Grievances and low performance',
      calendar: 'Calendar',
    },
    values: {
      cycle_kind: {
        title: 'Kind of cycle',
        explanation:
          'One kind for the whole entity and year, decided before the year begins: quarters, thirds or halves. No cycle is longer than six months.',
      },
      clocks: {
        title: 'Deadlines and ladder of escalation',
        explanation:
          'Deadlines of the steps of a performance document, in working days of the entity without public holidays. Being late never blocks work: it is shown, and it escalates.',
        fields: {
          plan: 'Send the document after the cycle starts',
          joinerPlan: 'Send the document of a new employee after joining',
          decision: 'Direct supervisor’s decision after sending',
          resubmission: 'Send again after a return',
          objection: 'Employee’s objection to a document drafted for them',
          ladder: 'Escalation after the deadline',
          returnsUntilHigherOfficial: 'Tell the higher official at return number',
          daysUntilHigherOfficial: 'Tell the higher official after the first sending without agreement',
          absenceWithoutDelegate: 'Hand items to the higher official in an absence without a delegate',
        },
        steps: {
          remind_actor: 'Remind whoever decides',
          tell_higher_official: 'Tell the higher official, who may decide',
          tell_ejada_team: 'Tell the Ejada team',
        },
      },
      document_limits: {
        title: 'Limits for warnings',
        explanation:
          'Going beyond them warns the employee and the supervisor and blocks nothing. Weights that make exactly 100 are a rule that never changes.',
        fields: {
          objectives: 'Number of objectives',
          keyResults: 'Key results in one objective',
          weight: 'Weight of a key result',
          routineMax: 'Most weight for routine work',
          min: 'From',
          max: 'To',
        },
      },
      document_bulk_approve: {
        title: 'Agree several documents at once',
        explanation:
          'Lets a supervisor agree several documents from one list, provided that each has its discussion session recorded.',
      },
      document_bulk_return: {
        title: 'Return several documents at once',
        explanation: 'Lets a supervisor return several documents with one comment that reaches each employee.',
      },
      amendment_closing_share: {
        title: 'No amendments late in the cycle',
        explanation: 'In this last share of the cycle, only the higher official may let an agreed document change.',
      },
      delegation_max_months: {
        title: 'Longest delegation',
        explanation: 'Each delegation has a first and a last day; beyond this length it must be given anew.',
      },
      achievement_anchors: {
        title: 'What reaching each target is worth',
        explanation: 'The achievement at each of the three targets. Between two targets it is linear.',
        fields: { below: 'Below expectations', meets: 'Meets expectations', exceeds: 'Exceeds expectations' },
      },
      achievement_cap: {
        title: 'Cap of achievement',
        explanation:
          'The most that one key result may reach, so that one inflated result cannot hide the failure of others.',
      },
      calendar_time_zone: {
        title: 'Time zone',
        explanation: 'Decides when a day begins and ends, and with it the last moment of every deadline.',
      },
      calendar_weekend: {
        title: 'Weekend',
        explanation: 'Days that no deadline counts. Public holidays have their own page.',
      },
      result_formula: {
        title: 'How a cycle is computed',
        explanation:
          'The result is the sum of the scores of the key results; a score is achievement times weight. Example: two key results of 50% each, both achieved at 90%, make 90; divided by the number of key results, 45. Both readings are always kept and shown; this choice is for the ranking alone.',
        choices: { weighted_sum: 'Weighted sum', seed_literal_mean: 'Divided by the number of key results' },
        hints: {
          weighted_sum: 'Meeting every target is 100, however many key results there are.',
          seed_literal_mean: 'The guide read to the letter: the more key results, the lower the number.',
        },
      },
      result_coverage_share: {
        title: 'Which cycle counts',
        explanation:
          'The least share of a cycle’s working days that an agreed document must cover for the cycle to enter the mean of the year. Example: 50% of a quarter of 62 working days is 31 days.',
      },
      result_service_months: {
        title: 'Service before an annual grade',
        explanation:
          'Whoever has served longer than this in the year gets an annual grade; for others the results of their cycles are kept without one. Example: with six months, somebody who joined on 1 July is not included.',
      },
      result_bands: {
        title: 'Bands of the grades',
        explanation:
          'The lowest annual result of each grade; below the first is “weak”. “Excellent” is never reached by a number alone. Example: with 50, 90 and 110, a result of 98.63 is “good”.',
        fields: { average: 'Average', good: 'Good', veryGood: 'Very good' },
      },
      curve_shares: {
        title: 'Shares of the curve',
        explanation:
          'The share of employees in each grade, exactly 100 together. The head of the entity decides them every year on the strength of a circular; calibration cannot start before. Example: 20% “very good” among 37 employees is 7 seats.',
        fields: { weak: 'Weak', average: 'Average', good: 'Good', veryGood: 'Very good', excellent: 'Excellent' },
      },
      curve_mode: {
        title: 'What the curve does',
        explanation:
          'What the curve changes in the grades that the results give. The choice is recorded every year; the calibration page shows the three ways side by side before the decision.',
        choices: { full_curve: 'Full curve', raise_only: 'Raise only', advisory: 'Advisory' },
        hints: {
          full_curve: 'The five grades by order of results: a grade may end above or below the band of the result.',
          raise_only:
            'Nobody ends below the band of their result up to “good”; the curve lifts the best to “very good”.',
          advisory: 'Grades follow the bands; the curve is only for the committee to compare with.',
        },
      },
      curve_strata: {
        title: 'Groups to which the curve applies',
        explanation:
          'Either all employees of the entity together, or groups of like people. Example: by sector, the seats of “very good” are given to each sector by its number of employees.',
        choices: { none: 'The whole entity', job_family: 'By job family', sector: 'By sector' },
      },
      curve_minimum_group: {
        title: 'Smallest group for the curve',
        explanation:
          'A smaller group is joined to the one above it; a smaller entity has no seats at all. Example: with 30, a section of 12 is counted with its department.',
      },
      curve_guard_weak: {
        title: 'Guard against “weak” by the curve',
        explanation:
          'The curve alone makes nobody “weak” unless their annual result is below the band of “average”. Unfilled seats stay unfilled and are reported. Example: a result of 62 does not become “weak”, even as the lowest of its group.',
        yes: 'On',
        no: 'Off',
      },
      curve_tie_tolerance: {
        title: 'Ties at the edge of the seats',
        explanation:
          'Equal people get the same grade, the higher one. When they exceed the seats by more than the larger of these two, the committee separates them with a written reason. Example: with one seat and 10%, and seven seats, one seat too many needs no committee.',
        fields: { seats: 'Seats', percent: 'Share of the seats' },
      },
      excellence_conditions: {
        title: 'Conditions of “excellent”',
        explanation:
          'How many of the five conditions that need evidence a nomination must meet. Five means all that apply: the condition of designated projects does not apply when the head has designated none. Example: with four, four proven conditions are enough.',
      },
      excellence_publish_names: {
        title: 'Names of “excellent” inside the entity',
        explanation:
          'After the time for grievances, the names of those who are “excellent” are shown to the entity’s employees. No other grade is ever shown.',
        yes: 'Shown',
        no: 'Not shown',
      },
      committee_quorum: {
        title: 'Review committee',
        explanation:
          'The number of members, and the fewest who must attend for a sitting and a vote to be valid. Whoever is recused does not count. Example: with five and three, a sitting of two is not valid.',
        fields: { members: 'Members', quorum: 'Quorum' },
      },
      grievance_periods: {
        title: 'Periods of a grievance',
        explanation:
          'Filing and deciding are calendar days since the notification; acknowledging is in working days. Example: told on 1 March with 30 days, one may file until the end of 31 March. Silence beyond the period takes the case to the head; it never rejects it.',
        fields: { file: 'Filing', acknowledge: 'Acknowledging', decide: 'Deciding' },
      },
      low_performance_plan: {
        title: 'Support plan after “weak”',
        explanation:
          'The longest plan, and the days between reviews. Nothing happens automatically to pay or promotion. Example: six months with a review every 30 days are six reviews.',
        fields: { months: 'Length of the plan', reviewEveryDays: 'A review every' },
      },
      assessment_windows: {
        title: 'Windows of assessment and closing',
        explanation:
          'In working days of the entity. Example: for a cycle that ends on 31 March, assessment opens ten working days before and is due five after. Being late is shown and escalates; it costs the employee no right.',
        fields: {
          opensBefore: 'Assessment opens before the end of the cycle',
          closesAfter: 'Employee completes it after the end of the cycle',
          review: 'Direct supervisor’s review',
          cycleClose: 'Cycle is closed after its end',
          outgoingRating: 'Rating by the former supervisor after a transfer',
          newSupervisorAmendment: 'Amendment proposed by a new supervisor',
        },
      },
      assessment_evidence_required: {
        title: 'Evidence of achievement',
        explanation:
          'The actual value of each key result needs at least one file before the assessment is sent. Example: an assessment of five key results is sent with at least five files.',
        yes: 'Required',
        no: 'Optional',
      },
      assessment_bulk_approve: {
        title: 'Approve several assessments at once',
        explanation:
          'Lets a supervisor approve several assessments from one list, provided that each has its meeting recorded.',
      },
      secondment_host_months: {
        title: 'Secondment: when the host rates',
        explanation:
          'In a secondment of this length or more, the supervisor at the host acts as the direct supervisor. Example: with three months, a secondment from 1 February to 30 April is rated by the host.',
      },
      evidence_limits: {
        title: 'Size of files',
        explanation:
          'The most for one file and for all files of a document. The entity may lower them, not raise them. Example: with 20 MB, a file of 25 MB is refused and the limit is named.',
        fields: { fileMegabytes: 'One file', documentMegabytes: 'All files of a document' },
      },
      fairness_rules: {
        title: 'Fairness check before signature',
        explanation:
          'How far from chance a difference between groups must be to become a warning. Example: 5% is a difference that chance makes once in twenty times. For a small group the page says that its numbers are too few to judge.',
        fields: {
          alpha: 'Level of significance',
          smallGroup: 'A group is small below',
          correction: 'Correction for many comparisons',
        },
        choices: { holm: 'Holm', benjamini_hochberg: 'Benjamini and Hochberg' },
      },
      integrity_rules: {
        title: 'Sample for verification and questions of integrity',
        explanation:
          'Shown to the committee as questions, never as verdicts: the share of documents drawn for verification, when a number counts as just above a target, and when entries are crowded into the last day. Example: a sample of 5% of 400 documents is 20 documents.',
        fields: {
          sampleShare: 'Documents sampled',
          margin: 'Near a target: within this share of the step before it',
          lastDayShare: 'Entries on the last day: from',
        },
      },
    },
    choices: { quarter: 'Quarters', third: 'Thirds', half: 'Halves' },
    weekdays: { 0: 'Sunday', 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday' },
    allowed: 'Allowed',
    notAllowed: 'Not allowed',
    range: '{{min}} to {{max}}',
    units: {
      working_days_one: 'one working day',
      working_days_other: '{{count}} working days',
      days_one: 'one day',
      days_other: '{{count}} days',
      megabytes_one: '{{count}} MB',
      megabytes_other: '{{count}} MB',
      months_one: 'one month',
      months_other: '{{count}} months',
      times_one: '{{count}}',
      times_other: '{{count}}',
    },
    unitNames: { working_days: 'working days', days: 'days', percent: '%', months: 'months', megabytes: 'MB' },
    undecided: 'Not decided yet',
    sumOfShares: 'Sum {{sum}}',
    restOfShares: '{{rest}} left to 100',
    excessOfShares: '{{rest}} above 100',
    sharesComplete: 'exactly 100',
    owners: 'Decided by: {{roles}}',
    secondPerson: 'A second person confirms it',
    kept: 'Kept: the results of the year are frozen',
    frozen:
      'The results of {{year}} are frozen. What decides grades stays as it is for this year; everything else can be changed.',
    mustBeDecided: 'Must be decided every year',
    noOfficialSource: 'No official source',
    undecidedFor: 'not decided yet; it is for the {{owner}}',
    recommended: '{{choice}} (recommended)',
    subject: 'Subject',
    allSubjects: 'All subjects',
    confirmedBy: 'confirmed by {{name}}',
    declinedBy: 'declined by {{name}}',
    propose: 'Propose a value',
    proposeTitle: 'Propose: {{title}}',
    everyYearHint: 'Holds for {{year}} alone; it is decided anew every year.',
    sourceNeededHint: 'Number and date of the circular. Example: circular 7 of 12 January.',
    ownerNames: {
      entity_administrator: 'entity administrator',
      ejada_team: 'Ejada team',
      head: 'head of the entity',
    },
    statuses: {
      proposed: 'proposal, waiting',
      declined: 'proposal, declined',
      withdrawn: 'proposal, withdrawn',
    },
    proposals: {
      title: 'Proposal',
      waits: 'a proposal waits for a second person',
      waitsOfYear: 'a proposal for {{year}} waits for a second person',
      by: 'Proposed by {{name}}',
      waitsFor: 'May be confirmed by: {{names}}',
      nobody:
        'Nobody can confirm it now. The role of the head’s office has to be granted to somebody other than the proposer.',
      decide: 'Look and decide',
      look: 'Show proposal',
      state: 'Proposal for {{year}}',
      toPolicies: 'All policies',
      confirm: 'Confirm value',
      decline: 'Decline proposal',
      withdraw: 'Withdraw proposal',
      declineTitle: 'Decline the proposal',
      declineHint: 'The proposer reads it, and the history keeps it.',
      confirmedDone: 'The value holds for {{year}}.',
      declinedDone: 'The proposal is declined; its proposer is told why.',
      withdrawnDone: 'The proposal is withdrawn.',
      send: 'Send proposal',
      sent: 'The proposal is sent. The present value stays until a second person confirms it.',
      hint: 'This value decides grades: it holds only once a second person confirms it, the head’s office or the head.',
      replaces: 'This takes the place of the proposal that waits.',
      beforeThen: 'Before the proposal',
      before: 'In force now',
      after: 'Proposed for {{year}}',
      yours: 'Confirming makes the proposed value hold. What differs from the value in force is shaded.',
      confirmed: 'The proposal is confirmed and the value holds. Confirmed by {{name}}',
      declined: 'The proposal is declined by {{name}}. Reason:',
      withdrawn: 'The proposal was withdrawn, or a newer one took its place.',
      proposer: 'Proposer',
      at: 'Proposed on',
    },
    setBy: 'Decided by {{name}} on {{date}}',
    setByPlatform: 'Decided on {{date}}',
    forYear: 'for {{year}}',
    carried: 'in force since {{year}}',
    source: 'Authority',
    reason: 'Reason',
    edit: 'Change value',
    editTitle: 'Change: {{title}}',
    editHint:
      'Holds for {{year}} and after it until something else is decided. Computed results keep the version that they were computed with.',
    reasonHint: 'Shown in the history to everyone who reads the policies.',
    sourceHint: 'Number and date of the circular or decision, if there is one.',
    save: 'Decide',
    saved: 'The new value holds.',
    restoreDefault: 'Default value',
    history: 'History',
    historyTitle: 'History: {{title}}',
    noHistory: 'The entity has not decided yet; the default holds.',
    value: 'Value',
    holidays: {
      title: 'Public holidays',
      intro:
        'Days that no deadline counts. Added when they are announced: the dates of feasts are not fixed in advance.',
      empty: 'No holidays are recorded for this year. Without them, deadlines skip weekends only.',
      add: 'Add holiday',
      addTitle: 'Add a public holiday',
      editTitle: 'Change a public holiday',
      nameAr: 'Arabic name',
      nameEn: 'English name',
      name: 'Holiday',
      startsOn: 'First day',
      endsOn: 'Last day',
      days: 'Length',
      length_one: 'one day',
      length_other: '{{count}} days',
      actions: 'Actions',
      saved: 'The holiday is saved.',
      removed: 'The holiday is removed.',
      removeTitle: 'Remove “{{name}}”?',
      removeBody:
        'Its days become working days for deadlines that have not started. The audit trail keeps the removal.',
    },
  },
  workItems: {
    policies_confirm: 'A value to confirm',
    policies_confirm_detail: '{{by}} proposes to change “{{title}}” for {{year}}',
    policies_confirm_action: 'Look and decide',
  },
  notices: {
    policies_confirmed: 'The proposal “{{title}}” for {{year}} is confirmed and holds',
    policies_declined: 'The proposal “{{title}}” for {{year}} was declined: {{note}}',
    policies_superseded: 'A newer proposal took the place of “{{title}}” for {{year}}',
  },
  errors: {
    'policies.not_owner': 'This value is not yours to set. The page says whose decision it is.',
    'policies.needs_employee':
      'You need an employee record in the entity, so that the first person can be told from the second.',
    'policies.source_required': 'The number and date of the circular are needed.',
    'policies.year_frozen':
      'The results of {{year}} are frozen or published, so what its grades were computed with stays. You can set it for a year that is not frozen.',
    'policies.proposal_not_found': 'There is no such proposal.',
    'policies.proposal_decided': 'This proposal was decided before you. Reload the page to see how.',
    'policies.own_proposal': 'Nobody confirms their own proposal. A second person is needed.',
    'policies.not_your_proposal': 'Only its proposer can withdraw a proposal.',
    'policies.unknown_key': 'There is no policy with this key.',
    'policies.unchanged': 'This is the value in force already; there is nothing to decide.',
    'policies.holiday_not_found': 'This holiday no longer exists.',
    'policies.holiday_overlaps': 'It shares a day with “{{nameEn}}”. A day belongs to one holiday only.',
    'policies.holiday_too_long': 'The holiday is longer than 31 days. Correct the last day.',
    'policies.holiday_ends_before': 'The last day is before the first.',
    'policies.not_above_previous': 'This must be more than the value before it.',
    'policies.max_below_min': 'The highest is below the lowest.',
    'policies.cap_below_anchor': 'The cap is below the worth of “exceeds expectations”. Change that one first.',
    'policies.too_little_week': 'At least four working days a week must remain.',
    'policies.not_a_time_zone': 'This is no known time zone. Example: Asia/Muscat',
    'policies.shares_not_100': 'The shares sum to {{sum}}%; they must be exactly 100%. The difference is {{rest}}%.',
    'policies.bands_beside_anchors':
      'The bands do not fit what reaching the targets is worth ({{below}}, {{meets}} and {{exceeds}}): “average” must be no less than the first, “good” no more than the second, “very good” no more than the third. Change the other value first.',
    'policies.document_below_file': 'This is less than the limit of one file.',
    'policies.quorum_above_members': 'The quorum is larger than the committee.',
    'policies.close_before_review': 'The cycle would close before the time of the employee or of the review is over.',
  },
} as const
