// Written by `npm run generate:types` from the migrated database: change a migration, not this file.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** May be left out when a row is inserted: the database has a default. */
type Defaulted<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type JsonValue = string | number | boolean | null | { readonly [key: string]: JsonValue } | readonly JsonValue[]

/** Read as a value; written as text of JSON, because the driver would take an array for one of PostgreSQL's. */
type JsonColumn = ColumnType<JsonValue, string, string>

export interface AbsencesTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  kind: 'annual_leave' | 'sick_leave' | 'maternity_leave' | 'study_leave' | 'unpaid_leave' | 'secondment' | 'training' | 'mission'
  starts_on: string
  ends_on: string
  note: string | null
  recorded_by: string | null
  recorded_at: ColumnType<Date, Date | string, Date | string>
  version: Defaulted<number>
}

export interface AchievementEvidenceTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  key_result_id: string
  file_id: string
  note: Defaulted<string>
  added_by: string
  added_at: ColumnType<Date, Date | string, Date | string>
}

export interface AchievementsTable {
  entity_id: Defaulted<string>
  key_result_id: string
  document_id: string
  weight: number
  data_type: 'percentage' | 'number' | 'date'
  target_below: ColumnType<string, string | number, string | number>
  target_meets: ColumnType<string, string | number, string | number>
  target_exceeds: ColumnType<string, string | number, string | number>
  recorded: Defaulted<boolean>
  claimed: ColumnType<string | null, string | number | null, string | number | null>
  actual: ColumnType<string | null, string | number | null, string | number | null>
  achievement: Defaulted<number>
  level: Defaulted<'under_below' | 'below' | 'meets' | 'exceeds'>
  score: GeneratedAlways<ColumnType<string, string | number | bigint, string | number | bigint>>
  remark: Defaulted<string>
  recorded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  accepted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  accepted_by: string | null
}

export interface ActorDivisionsTable {
  entity_id: Defaulted<string>
  actor: string
  division_id: string
}

export interface ActualCorrectionsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  key_result_id: string
  from_value: ColumnType<string | null, string | number | null, string | number | null>
  to_value: ColumnType<string | null, string | number | null, string | number | null>
  from_achievement: number
  to_achievement: number
  reason_code: string
  reason_text: string
  corrected_by: string
  corrected_for: string | null
  corrected_as: 'supervisor' | 'higher_official'
  corrected_at: ColumnType<Date, Date | string, Date | string>
  answer_due_on: string
  answer: 'agreed' | 'reserved' | null
  answer_note: string | null
  answered_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  ruling: 'confirmed' | 'returned' | null
  ruling_note: string | null
  ruled_by: string | null
  ruled_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface AmendmentRequestsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  side: 'employee' | 'supervisor'
  requested_by: string
  requested_at: ColumnType<Date, Date | string, Date | string>
  reason: string
  requested_for: string | null
  status: 'pending' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled'
  decided_by: string | null
  decided_for: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decision_note: string | null
  ended_by: string | null
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  end_note: string | null
}

export interface AnnualResultsTable {
  entity_id: Defaulted<string>
  year: number
  employee_id: string
  status: 'preliminary' | 'calibrated' | 'approved' | 'published' | 'under_grievance' | 'final'
  standing: 'ranked' | 'short_service' | 'all_excused' | 'left' | 'undecided' | 'out_of_scope'
  result: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  literal: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  ranking: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  counted: Defaulted<number>
  lowest_cycle: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  last_cycle: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  plan_score: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  segment_days: ColumnType<JsonValue, string | null, string | null>
  division_id: string | null
  division_path: string | null
  job_family: string | null
  level: number | null
  gender: 'female' | 'male'
  supervisor_id: string | null
  higher_official_id: string | null
  approver_id: string | null
  leave_days: Defaulted<number>
  band: 'weak' | 'average' | 'good' | 'very_good' | null
  group_id: string | null
  position: number | null
  curve_rank: 'weak' | 'average' | 'good' | 'very_good' | null
  view_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent' | null
  final_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent' | null
  added_seat: Defaulted<boolean>
  version: Defaulted<number>
  published_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  grievances_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface AppraisalYearsTable {
  entity_id: Defaulted<string>
  year: number
  id: string
  status: 'open' | 'frozen' | 'signed' | 'approved' | 'confirmed' | 'published'
  version: Defaulted<number>
  policies: ColumnType<JsonValue, string | null, string | null>
  frozen_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  frozen_by: string | null
  freezes: Defaulted<number>
  signed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  signed_by: string | null
  approved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  confirmed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  confirmed_by: string | null
  published_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  published_by: string | null
  grievances_until: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface AssessmentEventsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  event: string
  key_result_id: string | null
  made_by: string | null
  made_for: string | null
  note: string | null
  at: ColumnType<Date, Date | string, Date | string>
}

export interface AssessmentsTable {
  entity_id: Defaulted<string>
  document_id: string
  employee_id: string
  cycle_id: string
  version: Defaulted<number>
  opened_at: ColumnType<Date, Date | string, Date | string>
  submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  submitted_by: string | null
  first_submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  returns: Defaulted<number>
  recorded_by: string | null
  objection_until: string | null
  objected_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  no_difficulties: Defaulted<boolean>
  strengths: Defaulted<string>
  improvements: Defaulted<string>
  higher_may_decide: Defaulted<boolean>
  provisional: Defaulted<boolean>
  scale_below: Defaulted<number>
  scale_meets: Defaulted<number>
  scale_exceeds: Defaulted<number>
  scale_cap: Defaulted<number>
  approved_by: string | null
  approved_for: string | null
  approved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  updated_at: ColumnType<Date, Date | string, Date | string>
  updated_by: string | null
}

export interface AssignmentsTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  division_id: string
  post_id: string
  level: number
  valid_from: string
  valid_to: string | null
}

export interface AuditEventsTable {
  entity_id: Defaulted<string>
  seq: ColumnType<string, string | number | bigint, string | number | bigint>
  at: ColumnType<Date, Date | string, Date | string>
  actor_id: string | null
  employee_id: string | null
  on_behalf_of: string | null
  action: string
  subject_type: string
  subject_id: string
  payload: ColumnType<JsonValue, string | null, string | null>
  payload_digest: Buffer
  hash: Buffer
}

export interface AuditHeadsTable {
  entity_id: Defaulted<string>
  seq: ColumnType<string, string | number | bigint, string | number | bigint>
  hash: Buffer
}

export interface BankKeyResultsTable {
  entity_id: Defaulted<string>
  id: string
  bank_objective_id: string
  position: number
  statement: string
  data_type: 'percentage' | 'number' | 'date'
  target_below: ColumnType<string | null, string | number | null, string | number | null>
  target_meets: ColumnType<string | null, string | number | null, string | number | null>
  target_exceeds: ColumnType<string | null, string | number | null, string | number | null>
}

export interface BankObjectivesTable {
  entity_id: Defaulted<string>
  id: string
  title: string
  class: 'annual_plan' | 'development' | 'routine'
  division_id: string | null
  post_id: string | null
  plan_node_id: string | null
  retired_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
  created_by: string | null
  updated_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  updated_by: string | null
  search: GeneratedAlways<string | null>
}

export interface CalibrationCasesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  employee_id: string
  origin: 'supervisor_view' | 'tie' | 'member' | 'higher_official'
  question: Defaulted<string>
  opened_by: string | null
  opened_at: ColumnType<Date, Date | string, Date | string>
  status: 'open' | 'decided' | 'withdrawn'
  sitting_id: string | null
  decision: 'weak' | 'average' | 'good' | 'very_good' | null
  reason_code: string | null
  reason_text: string | null
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  withdrawn_reason: string | null
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
}

export interface CalibrationGroupsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  division_id: string | null
  job_family: string | null
  size: number
  mode: 'full_curve' | 'raise_only' | 'advisory'
  quotas: JsonColumn
  outcome: JsonColumn
}

export interface CaseRecusalsTable {
  entity_id: Defaulted<string>
  case_id: string
  member_id: string
  cause: 'self' | 'relative' | 'line' | 'declared'
  note: string | null
  at: ColumnType<Date, Date | string, Date | string>
}

export interface CaseVotesTable {
  entity_id: Defaulted<string>
  case_id: string
  member_id: string
  stage: 'before' | 'sitting'
  employee_id: string
  rank: 'weak' | 'average' | 'good' | 'very_good'
  note: string | null
  at: ColumnType<Date, Date | string, Date | string>
}

export interface CheckRunsTable {
  entity_id: Defaulted<string>
  year: number
  kind: 'fairness' | 'integrity'
  asked_at: ColumnType<Date, Date | string, Date | string>
  run_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  freeze_number: number
  digest: Buffer | null
}

export interface CycleResultsTable {
  entity_id: Defaulted<string>
  cycle_id: string
  employee_id: string
  status: 'counted' | 'excused' | 'excluded' | 'zero' | 'undecided'
  cause: 'joined' | 'left' | 'leave' | 'no_document' | 'not_agreed' | 'not_assessed' | null
  covered_days: number
  cycle_days: number
  result: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  literal: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  key_results: Defaulted<number>
  segments: Defaulted<number>
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decision_reason: string | null
  version: Defaulted<number>
  closed_at: ColumnType<Date, Date | string, Date | string>
}

export interface CycleYearsTable {
  entity_id: Defaulted<string>
  year: number
  kind: 'quarter' | 'third' | 'half'
}

export interface CyclesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  kind: string
  ordinal: number
  starts_on: string
  ends_on: string
  plan_due_on: string
  status: 'planned' | 'open' | 'closed'
  opened_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  opened_by: string | null
  version: Defaulted<number>
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_by: string | null
}

export interface DeclaredRelationsTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  other_id: string
  kind: 'family' | 'in_law' | 'business' | 'dispute' | 'other'
  note: string | null
  declared_by: string
  declared_at: ColumnType<Date, Date | string, Date | string>
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface DelegationsTable {
  entity_id: Defaulted<string>
  id: string
  delegator_id: string
  delegate_id: string
  scopes: string[]
  starts_on: string
  ends_on: string
  reason: string
  created_by: string
  created_at: ColumnType<Date, Date | string, Date | string>
  revoked_on: string | null
  start_told_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  end_told_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
}

export interface DifficultiesTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  employee_id: string
  key_result_id: string | null
  kind: 'workload' | 'tools' | 'unclear' | 'dependency' | 'budget' | 'staff' | 'other'
  body: string
  carried_from: string | null
  status: 'open' | 'resolved' | 'carried'
  resolution: string | null
  resolved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface DivisionPeriodsTable {
  entity_id: Defaulted<string>
  id: string
  division_id: string
  parent_id: string | null
  kind: 'entity' | 'undersecretariat' | 'directorate_general' | 'directorate' | 'department' | 'section' | 'office'
  name_ar: string
  name_en: string
  valid_from: string
  valid_to: string | null
}

export interface DivisionsTable {
  entity_id: Defaulted<string>
  id: string
  code: string
  path: string | null
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface DocumentCommentsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  objective_id: string | null
  key_result_id: string | null
  submission: number
  author_id: string
  body: string
  created_at: ColumnType<Date, Date | string, Date | string>
  resolved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolved_by: string | null
}

export interface DocumentMeetingsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  edition: number
  held_at: ColumnType<Date, Date | string, Date | string>
  mode: 'in_person' | 'video' | 'phone' | 'chat'
  notes: Defaulted<string>
  recorded_by: string
  recorded_at: ColumnType<Date, Date | string, Date | string>
}

export interface DocumentSubmissionsTable {
  entity_id: Defaulted<string>
  document_id: string
  number: number
  edition: number
  content: JsonColumn
  submitted_by: string
  submitted_at: ColumnType<Date, Date | string, Date | string>
  outcome: 'agreed' | 'returned' | 'withdrawn' | 'objected' | null
  outcome_by: string | null
  outcome_for: string | null
  outcome_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  outcome_note: string | null
}

export interface EditingSessionsTable {
  entity_id: Defaulted<string>
  document_id: string
  editor_id: string
  identity_id: string
  started_at: ColumnType<Date, Date | string, Date | string>
  before: JsonColumn
}

export interface EmployeeProfileChangesTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  field: 'display_title' | 'phone' | 'email'
  old_value: string | null
  new_value: string | null
  changed_by: string | null
  changed_at: ColumnType<Date, Date | string, Date | string>
}

export interface EmployeesTable {
  entity_id: Defaulted<string>
  id: string
  civil_number: string
  employee_number: string | null
  name_ar: string
  name_en: string
  gender: 'female' | 'male'
  hired_on: string
  exited_on: string | null
  phone: string | null
  email: string | null
  display_title: string | null
  in_scope: Defaulted<boolean>
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
  search: GeneratedAlways<string | null>
}

export interface EntitiesTable {
  id: string
  code: string
  name_ar: string
  name_en: string
  sample: Defaulted<boolean>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface EntityProfilesTable {
  entity_id: Defaulted<string>
  vision_ar: Defaulted<string>
  vision_en: Defaulted<string>
  mission_ar: Defaulted<string>
  mission_en: Defaulted<string>
  logo: Buffer | null
  logo_type: 'image/png' | 'image/jpeg' | null
  logo_digest: string | null
  version: Defaulted<number>
  updated_at: ColumnType<Date, Date | string, Date | string>
}

export interface ExcellenceClaimsTable {
  entity_id: Defaulted<string>
  nomination_id: string
  condition: 'works' | 'teams' | 'beyond_duties' | 'efficiency' | 'designated'
  words: Defaulted<string>
  project_id: string | null
  met: boolean | null
  finding: string | null
  found_by: string | null
  found_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ExcellenceEvidenceTable {
  entity_id: Defaulted<string>
  id: string
  nomination_id: string
  condition: 'works' | 'teams' | 'beyond_duties' | 'efficiency' | 'designated'
  file_id: string | null
  key_result_id: string | null
  added_by: string
  by_employee: boolean
  added_at: ColumnType<Date, Date | string, Date | string>
}

export interface ExcellenceNominationsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  employee_id: string
  status: 'requested' | 'draft' | 'submitted' | 'verified' | 'ratified' | 'rejected' | 'not_seated' | 'refused'
  status_since: ColumnType<Date, Date | string, Date | string>
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
  updated_at: ColumnType<Date, Date | string, Date | string>
  requested_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  request: string | null
  raised_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  refusal_code: string | null
  refusal_reason: string | null
  refused_by: string | null
  refused_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  nominated_by: string | null
  submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  applicable: number | null
  needed: number | null
  verified_by: string | null
  verified_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decision_code: string | null
  decision_reason: string | null
}

export interface ExcellenceProjectsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  title: string
  note: Defaulted<string>
  designated_by: string
  designated_at: ColumnType<Date, Date | string, Date | string>
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ExcellenceVerifiersTable {
  entity_id: Defaulted<string>
  nomination_id: string
  member_id: string
  employee_id: string
}

export interface FairnessFindingsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  run_at: ColumnType<Date, Date | string, Date | string>
  seed: string
  grouped_by: 'division' | 'level' | 'gender' | 'leave' | 'supervisor' | 'moves'
  severity: 'material' | 'look' | 'note' | 'small_group'
  subject: string
  subjects: Defaulted<JsonColumn>
  code: string
  params: JsonColumn
  statistics: JsonColumn
  answer: string | null
  answered_by: string | null
  answered_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  superseded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
}

export interface FeedbackMeetingsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  held_at: ColumnType<Date, Date | string, Date | string>
  mode: 'in_person' | 'video' | 'phone' | 'chat'
  notes: Defaulted<string>
  recorded_by: string
  recorded_at: ColumnType<Date, Date | string, Date | string>
}

export interface FeedbackNotesTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  author_id: string
  document_id: string | null
  kind: 'praise' | 'advice' | 'interim'
  body: string
  written_for: string | null
  created_at: ColumnType<Date, Date | string, Date | string>
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface GrievanceFilesTable {
  entity_id: Defaulted<string>
  grievance_id: string
  file_id: string
  ground: string
  added_at: ColumnType<Date, Date | string, Date | string>
}

export interface GrievanceGroundsTable {
  entity_id: Defaulted<string>
  grievance_id: string
  ground: 'calculation' | 'evidence' | 'procedure' | 'nomination' | 'calibration_reason'
  statement: string
  accepted: boolean | null
  finding: string | null
}

export interface GrievanceHearingsTable {
  entity_id: Defaulted<string>
  id: string
  grievance_id: string
  held_at: ColumnType<Date, Date | string, Date | string>
  mode: 'in_person' | 'video' | 'phone' | 'in_writing'
  attendance: string
  record: string
  recorded_by: string
  recorded_at: ColumnType<Date, Date | string, Date | string>
}

export interface GrievancePanelTable {
  entity_id: Defaulted<string>
  grievance_id: string
  member_id: string
  employee_id: string
  chairs: Defaulted<boolean>
  seated_at: ColumnType<Date, Date | string, Date | string>
  seated_by: string
  left_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  left_cause: 'replaced' | 'stepped_down' | null
  left_note: string | null
  opinion: 'rejected' | 'upheld' | 'partly' | null
  note: Defaulted<string>
  opined_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface GrievancesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  employee_id: string
  number: number | null
  status: 'draft' | 'filed' | 'acknowledged' | 'admitted' | 'under_review' | 're_evaluating' | 'decided' | 'notified' | 'inadmissible' | 'withdrawn'
  status_since: ColumnType<Date, Date | string, Date | string>
  version: Defaulted<number>
  request: Defaulted<string>
  created_at: ColumnType<Date, Date | string, Date | string>
  updated_at: ColumnType<Date, Date | string, Date | string>
  reminded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  filed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  acknowledge_by: string | null
  decide_by: string | null
  acknowledged_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  acknowledged_by: string | null
  admission_reason: string | null
  admitted_by: string | null
  admitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  acknowledgement_raised_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  raised_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  extended_by: string | null
  extended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  extension_reason: string | null
  exclusions: Defaulted<JsonColumn>
  evaluator_id: string | null
  evaluation_asked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  evaluation_asked_by: string | null
  evaluation_question: string | null
  evaluation_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent' | null
  evaluation_finding: string | null
  evaluated_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  outcome: 'rejected' | 'upheld' | 'partly' | null
  reason_code: string | null
  reasoning: string | null
  from_rank: string | null
  to_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent' | null
  to_result: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  decided_by: string | null
  decided_as: 'panel' | 'head' | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  received_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  withdrawal_reason: string | null
}

export interface HeadshipsTable {
  entity_id: Defaulted<string>
  id: string
  division_id: string
  employee_id: string
  valid_from: string
  valid_to: string | null
}

export interface HolidaysTable {
  entity_id: Defaulted<string>
  id: string
  starts_on: string
  ends_on: string
  name_ar: string
  name_en: string
  version: Defaulted<number>
}

export interface IdempotencyKeysTable {
  entity_id: Defaulted<string>
  identity_id: string
  key: string
  operation: string
  request_digest: Buffer
  status: number
  response: ColumnType<JsonValue, string | null, string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface IdentityEntitiesTable {
  identity_id: string
  entity_id: string
  employee_id: string | null
}

export interface IdentityPreferencesTable {
  identity_id: string
  language: Defaulted<'ar' | 'en'>
  digits: Defaulted<'latn' | 'arab'>
  theme: Defaulted<'system' | 'light' | 'dark'>
  hijri: Defaulted<boolean>
}

export interface IntegrityQuestionsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  kind: 'near_threshold' | 'last_day' | 'identical_evidence' | 'copied_objectives' | 'low_targets' | 'never_differs' | 'sample'
  person_id: string
  subject: string
  params: JsonColumn
  found_at: ColumnType<Date, Date | string, Date | string>
  answer: string | null
  answered_by: string | null
  answered_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  superseded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
}

export interface ItqanMigrationsTable {
  number: number
  name: string
  sha256: string
  applied_at: Defaulted<ColumnType<Date, Date | string, Date | string>>
}

export interface KeyResultsTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  objective_id: string
  position: number
  statement: string
  data_type: 'percentage' | 'number' | 'date'
  target_below: ColumnType<string | null, string | number | null, string | number | null>
  target_meets: ColumnType<string | null, string | number | null, string | number | null>
  target_exceeds: ColumnType<string | null, string | number | null, string | number | null>
  weight: number | null
}

export interface KnownDevicesTable {
  identity_id: string
  device_digest: Buffer
  last_used_at: ColumnType<Date, Date | string, Date | string>
}

export interface LineApprovalsTable {
  entity_id: Defaulted<string>
  year: number
  official_id: string
  people: number
  status: 'waiting' | 'approved' | 'objected'
  note: string | null
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
}

export interface LowPerformanceAnswersTable {
  entity_id: Defaulted<string>
  id: string
  case_id: string
  body: string
  at: ColumnType<Date, Date | string, Date | string>
}

export interface LowPerformanceCasesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  employee_id: string
  number: number
  status: 'opened' | 'studied' | 'planned' | 'monitored' | 'closed'
  status_since: ColumnType<Date, Date | string, Date | string>
  version: Defaulted<number>
  opened_at: ColumnType<Date, Date | string, Date | string>
  due_on: string | null
  raised_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  employee_words: string | null
  employee_words_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  supervisor_words: string | null
  supervisor_words_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  supervisor_words_by: string | null
  study: string | null
  studied_by: string | null
  studied_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  plan_starts_on: string | null
  plan_ends_on: string | null
  plan_aim: string | null
  planned_by: string | null
  planned_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  outcome: 'improved' | 'partly' | 'not_improved' | 'left_service' | 'result_changed' | null
  outcome_reason: string | null
  closed_by: string | null
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface LowPerformanceCausesTable {
  entity_id: Defaulted<string>
  case_id: string
  cause: 'workload' | 'tools' | 'unclear_objectives' | 'skills' | 'health' | 'environment' | 'other'
  note: Defaulted<string>
}

export interface LowPerformanceMeasuresTable {
  entity_id: Defaulted<string>
  id: string
  case_id: string
  position: number
  kind: 'training' | 'coaching' | 'workload' | 'tools' | 'objectives' | 'transfer' | 'health' | 'other'
  measure: string
  owner_id: string
  due_on: string
  status: Defaulted<'open' | 'done' | 'dropped'>
  note: Defaulted<string>
  settled_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  settled_by: string | null
}

export interface LowPerformanceReviewsTable {
  entity_id: Defaulted<string>
  id: string
  case_id: string
  due_on: string
  progress: 'on_track' | 'slow' | 'stuck' | null
  record: string | null
  recorded_by: string | null
  recorded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface MembershipsTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  body: 'advisory' | 'supervisory' | 'review' | 'low_performance' | 'grievance' | 'technical' | 'media' | 'experts'
  capacity: 'chair' | 'member' | 'secretary' | 'representative' | 'expert'
  valid_from: string
  valid_to: string | null
  decision: string | null
  version: Defaulted<number>
}

export interface NationalProgrammesTable {
  id: string
  code: string
  name_ar: string
  name_en: string
  position: number
}

export interface NoticesTable {
  entity_id: Defaulted<string>
  id: string
  recipient_id: string
  kind: string
  params: Defaulted<JsonColumn>
  subject_type: string | null
  subject_id: string | null
  created_at: ColumnType<Date, Date | string, Date | string>
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ObjectivePlanLinksTable {
  entity_id: Defaulted<string>
  objective_id: string
  node_id: string
}

export interface ObjectivesTable {
  entity_id: Defaulted<string>
  id: string
  document_id: string
  position: number
  title: string
  class: 'annual_plan' | 'development' | 'routine'
  bank_objective_id: string | null
  shared: Defaulted<boolean>
}

export interface OneTimeCodesTable {
  id: string
  identity_id: string | null
  purpose: 'first_sign_in' | 'handed_out' | 'reset' | 'first_administrator'
  code_digest: Buffer
  device_digest: Buffer | null
  attempts_left: number
  created_at: ColumnType<Date, Date | string, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface OutboxTable {
  entity_id: Defaulted<string>
  id: string
  topic: string
  payload: JsonColumn
  created_at: ColumnType<Date, Date | string, Date | string>
  available_at: ColumnType<Date, Date | string, Date | string>
  attempts: Defaulted<number>
  delivered_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  dead_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  last_error: string | null
}

export interface PerformanceDocumentsTable {
  entity_id: Defaulted<string>
  id: string
  cycle_id: string
  employee_id: string
  status: 'draft' | 'submitted' | 'returned' | 'agreed' | 'amending' | 'assessing' | 'reviewing' | 'closed'
  status_since: ColumnType<Date, Date | string, Date | string>
  due_on: string | null
  version: Defaulted<number>
  edition: Defaulted<number>
  submissions: Defaulted<number>
  returns: Defaulted<number>
  first_submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  drafted_by: string | null
  objection_until: string | null
  objected_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  higher_may_decide: Defaulted<boolean>
  decided_by: string | null
  decided_for: string | null
  agreed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  weight_total: Defaulted<number>
  editing_since: ColumnType<Date | null, Date | string | null, Date | string | null>
  edited_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  updated_at: ColumnType<Date, Date | string, Date | string>
  updated_by: string | null
  created_at: ColumnType<Date, Date | string, Date | string>
  segment: Defaulted<number>
  latest: Defaulted<boolean>
  starts_on: string | null
  ends_on: string | null
}

export interface PlanDirectionsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  division_id: string
  author_id: string
  body: string
  published_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
  updated_at: ColumnType<Date, Date | string, Date | string>
}

export interface PlanIndicatorsTable {
  entity_id: Defaulted<string>
  id: string
  version_id: string
  node_id: string
  name_ar: string
  name_en: string
  data_type: 'percentage' | 'number' | 'date'
  baseline: ColumnType<string | null, string | number | null, string | number | null>
  target: ColumnType<string, string | number, string | number>
  position: number
}

export interface PlanNodeVisionLinksTable {
  entity_id: Defaulted<string>
  version_id: string
  node_id: string
  id: string
  priority_id: string
  indicator_id: string | null
  programme_id: string | null
}

export interface PlanNodesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  code: string
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface PlanVersionNodesTable {
  entity_id: Defaulted<string>
  version_id: string
  node_id: string
  parent_id: string | null
  kind: 'objective' | 'programme' | 'initiative' | 'project'
  title_ar: string
  title_en: string
  summary_ar: Defaulted<string>
  summary_en: Defaulted<string>
  owner_division_id: string | null
  starts_on: string | null
  ends_on: string | null
  position: number
}

export interface PlanVersionsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  number: number
  status: 'draft' | 'preliminary' | 'approved' | 'superseded'
  title_ar: string
  title_en: string
  approved_on: string | null
  approved_by: string | null
  approval_reference: string | null
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface PlatformGrantsTable {
  identity_id: string
  role: 'platform_administrator' | 'vision_unit'
  granted_at: ColumnType<Date, Date | string, Date | string>
  granted_by: string | null
}

export interface PolicyValuesTable {
  entity_id: Defaulted<string>
  id: string
  key: string
  year: number
  version: number
  value: JsonColumn
  reason: string
  source: string | null
  set_by: string | null
  set_at: ColumnType<Date, Date | string, Date | string>
  status: Defaulted<'proposed' | 'in_force' | 'declined' | 'withdrawn'>
  decides_grades: Defaulted<boolean>
  confirmed_by: string | null
  confirmed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decision_note: string | null
}

export interface PostsTable {
  entity_id: Defaulted<string>
  id: string
  code: string
  title_ar: string
  title_en: string
  job_family: 'leadership' | 'supervisory' | 'specialist' | 'administrative' | 'technical'
  purpose_ar: Defaulted<string>
  purpose_en: Defaulted<string>
  duties_ar: Defaulted<string[]>
  duties_en: Defaulted<string[]>
  version: Defaulted<number>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface RankChangesTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  employee_id: string
  stage: 'supervisor' | 'curve' | 'committee' | 'excellence' | 'grievance'
  from_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent'
  to_rank: 'weak' | 'average' | 'good' | 'very_good' | 'excellent'
  from_result: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  to_result: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>
  reason_code: string
  params: Defaulted<JsonColumn>
  reason_text: string | null
  made_by: string | null
  made_for: string | null
  source_id: string | null
  at: ColumnType<Date, Date | string, Date | string>
  superseded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ResultSignaturesTable {
  entity_id: Defaulted<string>
  year: number
  freeze_number: number
  member_id: string
  digest: Buffer
  signed_at: ColumnType<Date, Date | string, Date | string>
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface RoleGrantsTable {
  entity_id: Defaulted<string>
  id: string
  identity_id: string
  role: 'entity_administrator' | 'ejada_team' | 'planning' | 'finance_administration' | 'communication' | 'vision_office_director' | 'vision_office_specialist' | 'head_office' | 'head' | 'auditor'
  reason: string
  granted_by: string | null
  granted_at: ColumnType<Date, Date | string, Date | string>
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  revoked_by: string | null
}

export interface SessionsTable {
  id: string
  identity_id: string
  entity_id: string | null
  token_digest: Buffer
  created_at: ColumnType<Date, Date | string, Date | string>
  last_seen_at: ColumnType<Date, Date | string, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  ip: string | null
  user_agent: string | null
}

export interface SignInIdentitiesTable {
  id: string
  civil_number: string
  password_hash: string | null
  password_set_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  disabled_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface SittingMembersTable {
  entity_id: Defaulted<string>
  sitting_id: string
  member_id: string
  capacity: 'chair' | 'member' | 'secretary'
  present: Defaulted<boolean>
  arrived_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  left_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface SittingsTable {
  entity_id: Defaulted<string>
  id: string
  year: number
  number: number
  held_on: string
  status: 'called' | 'open' | 'closed'
  agenda: Defaulted<string>
  minutes: Defaulted<string>
  called_by: string
  called_at: ColumnType<Date, Date | string, Date | string>
  opened_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_by: string | null
  version: Defaulted<number>
}

export interface SmsMessagesTable {
  entity_id: Defaulted<string>
  id: string
  recipient: string
  purpose: string
  body: string | null
  status: 'waiting' | 'visible' | 'sent' | 'failed'
  created_at: ColumnType<Date, Date | string, Date | string>
  sent_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface StoredFileChunksTable {
  entity_id: Defaulted<string>
  file_id: string
  position: number
  content: Buffer
}

export interface StoredFilesTable {
  entity_id: Defaulted<string>
  id: string
  digest: Buffer
  name: string
  type: string
  extension: 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'png' | 'jpg' | 'csv' | 'txt'
  size: number
  status: 'clean' | 'unscanned' | 'infected'
  verdict: string | null
  uploaded_by: string
  uploaded_at: ColumnType<Date, Date | string, Date | string>
  preview: Buffer | null
  preview_type: 'image/png' | 'image/jpeg' | null
}

export interface SupervisionsTable {
  entity_id: Defaulted<string>
  id: string
  employee_id: string
  supervisor_id: string
  valid_from: string
  valid_to: string | null
}

export interface ThrottlesTable {
  key: string
  failures: number
  window_start: ColumnType<Date, Date | string, Date | string>
  blocked_until: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface VisionIndicatorsTable {
  id: string
  priority_id: string
  code: string
  name_ar: string
  name_en: string
  unit: 'percent' | 'score' | 'rank' | 'number' | 'years' | 'omr'
  direction: 'higher' | 'lower'
  baseline: ColumnType<string | null, string | number | null, string | number | null>
  baseline_year: number | null
  target_2030: ColumnType<string | null, string | number | null, string | number | null>
  target_2040: ColumnType<string | null, string | number | null, string | number | null>
  demonstration: boolean
  source: string
  position: number
}

export interface VisionPrioritiesTable {
  id: string
  theme_id: string
  code: string
  name_ar: string
  name_en: string
  position: number
}

export interface VisionThemesTable {
  id: string
  code: string
  name_ar: string
  name_en: string
  position: number
}

export interface WorkItemsTable {
  entity_id: Defaulted<string>
  id: string
  kind: string
  subject_type: string
  subject_id: string
  about_id: string | null
  assignee_id: string
  params: Defaulted<JsonColumn>
  opened_at: ColumnType<Date, Date | string, Date | string>
  due_on: string | null
  escalation: Defaulted<number>
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_by: string | null
  outcome: string | null
}

export interface DB {
  absences: AbsencesTable
  achievement_evidence: AchievementEvidenceTable
  achievements: AchievementsTable
  actor_divisions: ActorDivisionsTable
  actual_corrections: ActualCorrectionsTable
  amendment_requests: AmendmentRequestsTable
  annual_results: AnnualResultsTable
  appraisal_years: AppraisalYearsTable
  assessment_events: AssessmentEventsTable
  assessments: AssessmentsTable
  assignments: AssignmentsTable
  audit_events: AuditEventsTable
  audit_heads: AuditHeadsTable
  bank_key_results: BankKeyResultsTable
  bank_objectives: BankObjectivesTable
  calibration_cases: CalibrationCasesTable
  calibration_groups: CalibrationGroupsTable
  case_recusals: CaseRecusalsTable
  case_votes: CaseVotesTable
  check_runs: CheckRunsTable
  cycle_results: CycleResultsTable
  cycle_years: CycleYearsTable
  cycles: CyclesTable
  declared_relations: DeclaredRelationsTable
  delegations: DelegationsTable
  difficulties: DifficultiesTable
  division_periods: DivisionPeriodsTable
  divisions: DivisionsTable
  document_comments: DocumentCommentsTable
  document_meetings: DocumentMeetingsTable
  document_submissions: DocumentSubmissionsTable
  editing_sessions: EditingSessionsTable
  employee_profile_changes: EmployeeProfileChangesTable
  employees: EmployeesTable
  entities: EntitiesTable
  entity_profiles: EntityProfilesTable
  excellence_claims: ExcellenceClaimsTable
  excellence_evidence: ExcellenceEvidenceTable
  excellence_nominations: ExcellenceNominationsTable
  excellence_projects: ExcellenceProjectsTable
  excellence_verifiers: ExcellenceVerifiersTable
  fairness_findings: FairnessFindingsTable
  feedback_meetings: FeedbackMeetingsTable
  feedback_notes: FeedbackNotesTable
  grievance_files: GrievanceFilesTable
  grievance_grounds: GrievanceGroundsTable
  grievance_hearings: GrievanceHearingsTable
  grievance_panel: GrievancePanelTable
  grievances: GrievancesTable
  headships: HeadshipsTable
  holidays: HolidaysTable
  idempotency_keys: IdempotencyKeysTable
  identity_entities: IdentityEntitiesTable
  identity_preferences: IdentityPreferencesTable
  integrity_questions: IntegrityQuestionsTable
  itqan_migrations: ItqanMigrationsTable
  key_results: KeyResultsTable
  known_devices: KnownDevicesTable
  line_approvals: LineApprovalsTable
  low_performance_answers: LowPerformanceAnswersTable
  low_performance_cases: LowPerformanceCasesTable
  low_performance_causes: LowPerformanceCausesTable
  low_performance_measures: LowPerformanceMeasuresTable
  low_performance_reviews: LowPerformanceReviewsTable
  memberships: MembershipsTable
  national_programmes: NationalProgrammesTable
  notices: NoticesTable
  objective_plan_links: ObjectivePlanLinksTable
  objectives: ObjectivesTable
  one_time_codes: OneTimeCodesTable
  outbox: OutboxTable
  performance_documents: PerformanceDocumentsTable
  plan_directions: PlanDirectionsTable
  plan_indicators: PlanIndicatorsTable
  plan_node_vision_links: PlanNodeVisionLinksTable
  plan_nodes: PlanNodesTable
  plan_version_nodes: PlanVersionNodesTable
  plan_versions: PlanVersionsTable
  platform_grants: PlatformGrantsTable
  policy_values: PolicyValuesTable
  posts: PostsTable
  rank_changes: RankChangesTable
  result_signatures: ResultSignaturesTable
  role_grants: RoleGrantsTable
  sessions: SessionsTable
  sign_in_identities: SignInIdentitiesTable
  sitting_members: SittingMembersTable
  sittings: SittingsTable
  sms_messages: SmsMessagesTable
  stored_file_chunks: StoredFileChunksTable
  stored_files: StoredFilesTable
  supervisions: SupervisionsTable
  throttles: ThrottlesTable
  vision_indicators: VisionIndicatorsTable
  vision_priorities: VisionPrioritiesTable
  vision_themes: VisionThemesTable
  work_items: WorkItemsTable
}
