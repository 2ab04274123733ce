/** Loads a script of a peer as it was published. */
export function loadScript(path: string): Promise<void> {
  return loaded(Object.assign(document.createElement('script'), { src: `/peers/${path}` }))
}

/** Loads a style sheet of a peer as it was published. */
export function loadStyles(path: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: `/peers/${path}`,
  })
  return loaded(link)
}

function loaded(element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => reject(new Error('A peer cannot be loaded')))
    document.head.append(element)
  })
}
