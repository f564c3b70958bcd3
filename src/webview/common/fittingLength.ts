/**
 * How much of a text has room, in UTF-16 code units: no surrogate pair is parted, also where its other half comes with
 * the next text.
 */
export function fittingLength(text: string, room: number): number {
  if (text.length < room) return text.length;
  const last = text.charCodeAt(room - 1);
  return last >= 0xd800 && last <= 0xdbff ? room - 1 : room;
}
