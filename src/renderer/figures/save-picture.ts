import { pictureStyles } from './picture-styles.ts'

/** A custom property where it is used. */
const PROPERTY = /var\((--[a-z-]+)\)/g
const COMMENT = /<!--.*?-->/gs

/**
 * A picture as a file that stands alone: its own styles are in it, with the colours of the moment, since other
 * programs know none of the window's properties.
 * @param picture - As it is drawn in the window.
 */
export function pictureFile(picture: SVGElement): string {
  const computed = getComputedStyle(picture)
  const styles = pictureStyles.cssText.replaceAll(PROPERTY, (_, name: string) =>
    computed.getPropertyValue(name).trim(),
  )
  const copy = picture.cloneNode(true) as SVGElement
  for (const part of copy.querySelectorAll('[tabindex]')) {
    part.removeAttribute('tabindex')
    part.setAttribute('role', 'img')
  }
  copy.setAttribute('role', 'img')
  const paper = `<rect width="100%" height="100%" fill="${computed.getPropertyValue('--raised').trim()}"/>`
  const drawn = new XMLSerializer().serializeToString(copy).replaceAll(COMMENT, '')
  const at = drawn.indexOf('>') + 1
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.slice(0, at)}<style>${styles}</style>${paper}${drawn.slice(at)}\n`
}
