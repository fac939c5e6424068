import { Download } from 'lucide-react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'

/** The list and the distribution as workbooks; each reading is recorded. */
export function ExportMenu({ year }: { readonly year: number }) {
  const { t, language } = useText()
  const save = (what: 'people' | 'distribution') => {
    const query = { language }
    const coming =
      what === 'people'
        ? download('GET /api/calibration/:year/export/people', { params: { year }, query })
        : download('GET /api/calibration/:year/export/distribution', { params: { year }, query })
    void coming.catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
  }
  return (
    <Menu
      look="ghost"
      size="sm"
      label={t('ui.export')}
      trigger={
        <>
          <Icon icon={Download} />
          {t('ui.export')}
        </>
      }
      groups={[
        {
          id: 'export',
          actions: [
            {
              id: 'people',
              label: t('calibration.export.people'),
              hint: t('calibration.export.recorded'),
              onPress: () => save('people'),
            },
            {
              id: 'distribution',
              label: t('calibration.export.distribution'),
              onPress: () => save('distribution'),
            },
          ],
        },
      ]}
    />
  )
}
