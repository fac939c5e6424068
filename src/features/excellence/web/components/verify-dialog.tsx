import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { Dossier } from '../api.ts'
import { useMove } from './use-move.ts'

/** The chair completes the verification and says who took part; recused members cannot be named. */
export function VerifyDialog({ dossier, onClose }: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const { t, pick } = useText()
  const fit = (dossier.committee ?? []).filter(
    ({ capacity, causes }) => capacity !== 'secretary' && causes.length === 0,
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(fit.map(({ member }) => member.id)))
  const send = useMove(dossier, { onDone: onClose })
  const short = dossier.quorum - chosen.size
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('excellence.moves.verify')}
      actions={
        <>
          <Button look="primary" type="submit" form="verify" pending={send.isPending} disabled={short > 0}>
            {t('excellence.moves.verify')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="verify" problem={send.error} onSubmit={() => send.mutate({ move: 'verify', memberIds: [...chosen] })}>
        <p className="text-ink-2">{t('excellence.verify.intro', { quorum: dossier.quorum })}</p>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium text-ink-2">{t('excellence.verify.members')}</legend>
          {fit.map(({ member, acts }) => (
            <Checkbox
              key={member.id}
              label={pick(member.name)}
              checked={chosen.has(member.id)}
              disabled={acts}
              onChange={(checked) => {
                const next = new Set(chosen)
                if (checked) next.add(member.id)
                else next.delete(member.id)
                setChosen(next)
              }}
            />
          ))}
        </fieldset>
        {short > 0 && <p className="text-sm text-amber-text">{t('excellence.verify.short', { count: short })}</p>}
      </Form>
    </Dialog>
  )
}
