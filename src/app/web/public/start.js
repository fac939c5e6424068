// Runs before the first paint: the chosen language and theme, so that neither flashes.
;(() => {
  let chosen = {}
  try {
    chosen = JSON.parse(localStorage.getItem('itqan.preferences') ?? '{}')
  } catch {}
  const root = document.documentElement
  root.lang = chosen.language === 'en' ? 'en' : 'ar'
  root.dir = root.lang === 'en' ? 'ltr' : 'rtl'
  const dark =
    chosen.theme === 'dark' || (chosen.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
})()
