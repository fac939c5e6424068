export const en = {
  vision: {
    title: 'Oman Vision 2040',
    intro:
      'Themes, national priorities and national programmes, and what progress is measured by. Central data that every entity reads.',
    programmes: 'National programmes',
    programmesNote: 'The list changes with decisions of the State; this is how it stood at the last update.',
    indicators_one: 'one indicator',
    indicators_other: '{{count}} indicators',
    indicators_zero: 'no indicators in the demonstration data',
    indicator: 'Indicator',
    baseline: 'Baseline',
    target2030: 'Target 2030',
    target2040: 'Target 2040',
    notKnown: 'Not available',
    units: { percent: 'Percent', score: 'Score', rank: 'Rank', number: 'Number', years: 'Years', omr: 'Omani rial' },
    lowerIsBetter: 'Lower is better',
    demonstration: 'Demonstration data',
    demonstrationNote:
      'The values come from public copies of the Vision document, for demonstration only; they are not the revised national set of indicators.',
    inPlan: 'What serves it in the annual plan',
    empty: 'The Vision has not been loaded yet.',
    jump: 'Themes',
  },
} as const
