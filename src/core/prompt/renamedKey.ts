/** A document or folder that goes by another name now; URIs as they stand in the keys of prompts. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** The key of a prompt after renames of its document, or of a folder above it; null where none concerns it. */
export function renamedKey(key: string, renames: readonly Renamed[]): string | null {
  const renamed = renames.find(
    ({ from }) => isOfDocument(key, from) || key.startsWith(from.endsWith('/') ? from : `${from}/`),
  );
  return renamed === undefined ? null : renamed.to + key.slice(renamed.from.length);
}

/** Whether a key is that of a document, or of a part of it. */
export function isOfDocument(key: string, uri: string): boolean {
  return key === uri || key.startsWith(`${uri}#`);
}
