import { MessageSquareText } from 'lucide-react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'

export type SamplePerson = {
  readonly key: string
  readonly civilNumber: string
  readonly name: { readonly ar: string; readonly en: string }
  readonly role: { readonly ar: string; readonly en: string }
  readonly password: string
}

type SamplePeopleProps = {
  readonly people: readonly SamplePerson[]
  readonly onChoose: (person: SamplePerson) => void
  readonly pending: boolean
}

/** The people of a trial copy: one press signs in as them. */
export function SamplePeople({ people, onChoose, pending }: SamplePeopleProps) {
  const { t, pick } = useText()
  return (
    <section className="w-full max-w-[25rem] rounded-lg border border-line bg-surface" aria-labelledby="sample-title">
      <header className="border-b border-line px-5 py-3.5">
        <h2 id="sample-title" className="text-sec font-semibold">
          {t('accounts.sample.title')}
        </h2>
        <p className="text-sm text-ink-2">{t('accounts.sample.note')}</p>
      </header>
      <ul className="p-1.5">
        {people.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              disabled={pending}
              onClick={() => onChoose(person)}
              className="flex w-full items-center gap-3 rounded-md px-3 py-1.5 text-start hover:bg-surface-2 disabled:opacity-60 phone:py-2.5"
            >
              <Avatar name={pick(person.name)} size={28} />
              <span className="min-w-0 flex-1">
                <span className="block text-sm font-medium">{pick(person.role)}</span>
                <span className="block text-xs text-ink-3">{pick(person.name)}</span>
              </span>
              <bdi dir="ltr" className="text-xs text-ink-3 tabular-nums">
                {person.civilNumber}
              </bdi>
            </button>
          </li>
        ))}
      </ul>
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-5 py-3 text-sm">
        <span className="text-ink-2">{t('accounts.sample.password', { password: people[0]?.password ?? '' })}</span>
        <Link to="/outbox" className="flex items-center gap-1.5">
          <Icon icon={MessageSquareText} size={15} />
          {t('accounts.sample.outbox')}
        </Link>
      </footer>
    </section>
  )
}
