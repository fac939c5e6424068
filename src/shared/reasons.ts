/** The kinds of human decision that may change an actual value or a rank; each has its own reasons. */
export const reasonUses = ['supervisor_view', 'actual_correction', 'committee', 'excellence', 'grievance'] as const
export type ReasonUse = (typeof reasonUses)[number]

type Reason = { readonly code: string; readonly use: ReasonUse; readonly name: string }

/**
 * The closed list of reasons for changes made by people (H3, AMB-13): beside the code a text in own words is always
 * required. Codes are written into the record for ever and are never given another meaning.
 */
export const reasons = [
  { code: 'SUP-01', use: 'supervisor_view', name: 'difficulty_of_targets' },
  { code: 'SUP-02', use: 'supervisor_view', name: 'quality_of_output' },
  { code: 'SUP-03', use: 'supervisor_view', name: 'circumstances_beyond_control' },
  { code: 'SUP-04', use: 'supervisor_view', name: 'work_outside_the_document' },
  { code: 'SUP-05', use: 'supervisor_view', name: 'help_from_others' },
  { code: 'SUP-06', use: 'supervisor_view', name: 'targets_too_easy' },
  { code: 'SUP-07', use: 'supervisor_view', name: 'repeated_lateness' },
  { code: 'SUP-08', use: 'supervisor_view', name: 'effect_on_results_of_division' },

  { code: 'ACT-01', use: 'actual_correction', name: 'evidence_missing' },
  { code: 'ACT-02', use: 'actual_correction', name: 'evidence_shows_other_value' },
  { code: 'ACT-03', use: 'actual_correction', name: 'outside_the_cycle' },
  { code: 'ACT-04', use: 'actual_correction', name: 'counted_twice' },
  { code: 'ACT-05', use: 'actual_correction', name: 'other_definition' },
  { code: 'ACT-06', use: 'actual_correction', name: 'typing_mistake' },
  { code: 'ACT-07', use: 'actual_correction', name: 'output_not_accepted' },
  { code: 'ACT-08', use: 'actual_correction', name: 'official_source_differs' },

  { code: 'CAL-01', use: 'committee', name: 'view_supported_by_evidence' },
  { code: 'CAL-02', use: 'committee', name: 'view_not_supported' },
  { code: 'CAL-03', use: 'committee', name: 'tie_by_plan_weight' },
  { code: 'CAL-04', use: 'committee', name: 'tie_by_lowest_cycle' },
  { code: 'CAL-05', use: 'committee', name: 'tie_by_last_cycle' },
  { code: 'CAL-06', use: 'committee', name: 'equal_treatment_across_divisions' },
  { code: 'CAL-07', use: 'committee', name: 'protection_of_leave' },
  { code: 'CAL-08', use: 'committee', name: 'integrity_question_confirmed' },

  { code: 'EXC-01', use: 'excellence', name: 'conditions_met' },
  { code: 'EXC-02', use: 'excellence', name: 'gate_not_met' },
  { code: 'EXC-03', use: 'excellence', name: 'evidence_missing' },
  { code: 'EXC-04', use: 'excellence', name: 'too_few_conditions' },
  { code: 'EXC-05', use: 'excellence', name: 'effect_not_shown' },
  { code: 'EXC-06', use: 'excellence', name: 'not_own_work' },
  { code: 'EXC-07', use: 'excellence', name: 'seats_taken_by_higher_results' },
  { code: 'EXC-08', use: 'excellence', name: 'counted_in_the_result' },

  { code: 'GRV-01', use: 'grievance', name: 'calculation_error' },
  { code: 'GRV-02', use: 'grievance', name: 'evidence_ignored' },
  { code: 'GRV-03', use: 'grievance', name: 'procedure_breached' },
  { code: 'GRV-04', use: 'grievance', name: 'nomination_refused_without_reason' },
  { code: 'GRV-05', use: 'grievance', name: 'reason_missing' },
  { code: 'GRV-06', use: 'grievance', name: 'circumstances_not_counted' },
  { code: 'GRV-07', use: 'grievance', name: 'conflict_of_interest' },
  { code: 'GRV-08', use: 'grievance', name: 'grounds_not_proven' },
] as const satisfies readonly Reason[]

export type ReasonCode = (typeof reasons)[number]['code']

export function reasonsFor(use: ReasonUse): Reason[] {
  return reasons.filter((reason) => reason.use === use)
}

/** Whether a code is one of the list and may be given in this kind of decision. */
export function isReason(code: string, use: ReasonUse): code is ReasonCode {
  return reasons.some((reason) => reason.code === code && reason.use === use)
}
