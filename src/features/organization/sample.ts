import type { DivisionKind, JobFamily, Name } from './domain/vocabulary.ts'
import type { DivisionBlueprint } from './sample/blueprint.ts'
import { type PostCard, staffPosts } from './sample/staff-posts.ts'

/** A division of a blueprint, laid out for loading: parents come before their children. */
export type SampleDivision = DivisionBlueprint & { readonly parent: string | null; readonly headPost: string }

/** All divisions of a tree and all post cards that its people hold. */
export function layOut(root: DivisionBlueprint): {
  readonly divisions: readonly SampleDivision[]
  readonly posts: readonly PostCard[]
} {
  const divisions = flatten(root, null)
  const used = new Set(divisions.flatMap((division) => division.staff))
  const staff = Object.entries(staffPosts).filter(([key]) => used.has(key as keyof typeof staffPosts))
  return { divisions, posts: [...divisions.map(headPost), ...staff.map(([, post]) => post)] }
}

function flatten(division: DivisionBlueprint, parent: string | null): SampleDivision[] {
  const own: SampleDivision = { ...division, parent, headPost: `H-${division.code}` }
  return [own, ...division.below.flatMap((child) => flatten(child, division.code))]
}

type Leading = { readonly title: Name; readonly family: JobFamily; readonly level: number }

/** Titles of posts are those of the civil service, whoever holds them. */
const leading: Readonly<Record<DivisionKind, Leading>> = {
  entity: { title: { ar: 'رئيس', en: 'Head,' }, family: 'leadership', level: 1 },
  undersecretariat: { title: { ar: 'وكيل', en: 'Undersecretary,' }, family: 'leadership', level: 2 },
  directorate_general: { title: { ar: 'مدير عام', en: 'Director General,' }, family: 'leadership', level: 3 },
  directorate: { title: { ar: 'مدير', en: 'Director,' }, family: 'leadership', level: 4 },
  department: { title: { ar: 'مدير', en: 'Director,' }, family: 'leadership', level: 5 },
  office: { title: { ar: 'مدير', en: 'Director,' }, family: 'leadership', level: 5 },
  section: { title: { ar: 'رئيس', en: 'Head,' }, family: 'supervisory', level: 7 },
}

function headPost(division: SampleDivision): PostCard {
  const { title, family, level } = leading[division.kind]
  const { ar, en } = division.name
  return {
    code: division.headPost,
    title: division.headTitle ?? { ar: `${title.ar} ${ar}`, en: `${title.en} ${en}` },
    family,
    levels: [level, level],
    purpose: {
      ar: `قيادة ${ar} وتحقيق مستهدفات التقسيم التنظيمي في الخطة السنوية.`,
      en: `Lead the ${en} and reach its targets in the annual plan.`,
    },
    duties: [
      { ar: 'توضيح التوجهات وتوزيع المستهدفات على الفريق', en: 'Explain directions and share targets among the team' },
      { ar: 'اعتماد وثائق الأداء ومتابعة الإنجاز', en: 'Agree performance documents and follow up achievement' },
      { ar: 'تطوير قدرات الموظفين وإجراءات العمل', en: 'Develop the skills of employees and the ways of working' },
    ],
  }
}
