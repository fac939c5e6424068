import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Drawer } from '../../../../ui/drawer.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type PostRecord } from '../api.ts'
import { PostDialog } from './post-dialog.tsx'
import { useAct } from './use-act.ts'

/** A post with its job description (O-41), beside the list. */
export function PostDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t, pick } = useText()
  const query = useApiQuery({
    key: ['organization', 'post', id],
    load: (signal) => api('GET /api/organization/posts/:id', { params: { id }, signal }),
  })
  return (
    <Drawer open onClose={onClose} title={query.data ? pick(query.data.title) : t('organization.posts.one')}>
      <Loaded query={query} waiting={<RowsSkeleton rows={6} />}>
        {(post) => <JobDescription post={post} onGone={onClose} />}
      </Loaded>
    </Drawer>
  )
}

function JobDescription({ post, onGone }: { readonly post: PostRecord; readonly onGone: () => void }) {
  const { t, language, pick } = useText()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const remove = useAct({
    send: () => api('DELETE /api/organization/posts/:id', { params: { id: post.id }, version: post.version }),
    done: t('organization.posts.removed'),
    onDone: onGone,
  })
  const duties = post.duties[language].length > 0 ? post.duties[language] : post.duties[language === 'ar' ? 'en' : 'ar']
  const purpose = pick(post.purpose)
  return (
    <div className="flex flex-col gap-5">
      <DescriptionList
        facts={[
          { term: t('organization.code'), value: <Num code>{post.code}</Num> },
          { term: t('organization.posts.family'), value: t(`organization.families.${post.family}`) },
          { term: t('organization.posts.holders'), value: <Num>{post.holders}</Num> },
        ]}
      />
      {purpose === '' && duties.length === 0 && <p className="text-sm text-ink-3">{t('organization.posts.noCard')}</p>}
      {purpose !== '' && (
        <Section title={t('organization.posts.purpose')} ruled>
          <p className="text-sm whitespace-pre-line">{purpose}</p>
        </Section>
      )}
      {duties.length > 0 && (
        <Section title={t('organization.posts.duties')} ruled>
          <ol className="flex list-decimal flex-col gap-1.5 ps-5 text-sm">
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ol>
        </Section>
      )}
      {post.can.change?.allowed && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <Button icon={Pencil} onPress={() => setOpen('edit')}>
            {t('organization.posts.edit')}
          </Button>
          <Button look="ghost" icon={Trash2} onPress={() => setOpen('remove')}>
            {t('organization.posts.remove')}
          </Button>
        </div>
      )}
      {open === 'edit' && <PostDialog post={post} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        open={open === 'remove'}
        onClose={() => setOpen(null)}
        onConfirm={() => remove.mutate(undefined, { onError: notifyProblem, onSettled: () => setOpen(null) })}
        title={t('organization.posts.remove')}
        confirm={t('organization.posts.remove')}
        danger
        pending={remove.isPending}
      >
        {t('organization.posts.removeHint')}
      </ConfirmDialog>
    </div>
  )
}
