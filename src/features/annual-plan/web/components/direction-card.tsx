import { PenLine, Send, Trash2 } from 'lucide-react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { Direction } from '../../schema.ts'

type DirectionCardProps = {
  readonly direction: Direction
  readonly onEdit: () => void
  readonly onPublish: () => void
  readonly onRemove: () => void
}

/** Directions to one division: from whom, since when, and the words. */
export function DirectionCard({ direction, onEdit, onPublish, onRemove }: DirectionCardProps) {
  const { t, pick } = useText()
  const { author, can, publishedAt, updatedAt } = direction
  const mayEdit = can.edit?.allowed || can.reword?.allowed
  return (
    <Card
      title={pick(direction.division.name)}
      aside={
        publishedAt === null && (
          <Status icon={PenLine} tone="amber" look="pill">
            {t('annualPlan.directions.draft')}
          </Status>
        )
      }
    >
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={pick(author.name)} />
        <div className="min-w-0 text-sm">
          <span className="font-medium">{pick(author.name)}</span>
          <span className="block text-xs text-ink-3">
            {pick(author.title)}
            {pick(author.title) && ' · '}
            {publishedAt === null ? t('annualPlan.directions.draftHint') : <DateTimeText at={publishedAt} />}
            {publishedAt !== null && updatedAt > publishedAt && ` · ${t('annualPlan.directions.reworded')}`}
          </span>
        </div>
      </div>
      <p dir="auto" className="max-w-prose whitespace-pre-line">
        {direction.body}
      </p>
      {(mayEdit || can.publish?.allowed || can.remove?.allowed) && (
        <div className="mt-4 flex flex-wrap gap-2" data-print="no">
          {can.publish?.allowed && (
            <Button size="sm" icon={Send} mirrorIcon onPress={onPublish}>
              {t('annualPlan.directions.publish')}
            </Button>
          )}
          {mayEdit && (
            <Button size="sm" look="ghost" icon={PenLine} onPress={onEdit}>
              {t('ui.edit')}
            </Button>
          )}
          {can.remove?.allowed && (
            <Button size="sm" look="ghost" icon={Trash2} onPress={onRemove}>
              {t('ui.remove')}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}
