import { isOneOf } from './oneOf.ts';
import {
  type ActionId,
  actionIds,
  type ChipId,
  chipIds,
  type FigureId,
  figureIds,
  maxCopyLength,
  type OutputToHost,
  type RequestLanguage,
  requestLanguages,
} from './protocol.ts';

const maxUrlLength = 8_000;

/** The message if it has one of the shapes of {@link OutputToHost}, else null: what a page says is not trusted. */
export function parseOutputMessage(message: unknown): OutputToHost | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, action, chip, language, text, url, figure } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'action':
      return isOneOf<ActionId>(actionIds, action) ? { type, action } : null;
    case 'chip':
      return isOneOf<ChipId>(chipIds, chip) ? { type, chip } : null;
    case 'request-opened':
    case 'copy-request':
      return isOneOf<RequestLanguage>(requestLanguages, language) ? { type, language } : null;
    case 'copy-code':
      return typeof text === 'string' && text.length <= maxCopyLength ? { type, text } : null;
    case 'open-link':
      return typeof url === 'string' && url.length <= maxUrlLength ? { type, url } : null;
    case 'explain':
      return isOneOf<FigureId>(figureIds, figure) ? { type, figure } : null;
    default:
      return null;
  }
}
