/** Of a key event what matters here. */
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Which seat a key leads to, or null where it leads nowhere. A clicker sends Page Down and Page Up: they pass the reading on
 * only once the text is read to its end, and scroll until then.
 */
export function stepOf(
  press: Press,
  { at, of }: { at: number; of: number },
  reached: { top: boolean; bottom: boolean },
): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: of - 1,
    PageDown: reached.bottom ? at + 1 : null,
    PageUp: reached.top ? at - 1 : null,
  }[press.key];
  return to === undefined || to === null || to === at || to < 0 || to >= of ? null : to;
}
