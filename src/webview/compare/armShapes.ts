import { type SVGTemplateResult, svg } from 'lit';

/** Arms are told apart by colour and by shape; more than six are never compared. */
const shapes = [
  'M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z',
  'M-3.5-3.5H3.5V3.5H-3.5Z',
  'M0-4.5L4.5 3.5H-4.5Z',
  'M0-5L4.5 0L0 5L-4.5 0Z',
  'M-4.5-3.5H4.5L0 4.5Z',
  'M-1.5-4.5H1.5V-1.5H4.5V1.5H1.5V4.5H-1.5V1.5H-4.5V-1.5H-1.5Z',
] as const;

/** The class that colours an arm by its position. */
export function armClass(at: number): string {
  return `arm-${at % shapes.length}`;
}

/** The shape of an arm by its position, around 0 0. */
export function armShape(at: number): SVGTemplateResult {
  return svg`<path d=${shapes[at % shapes.length] ?? shapes[0]}></path>`;
}
