/** Small choices kept on this device. A browser that refuses storage only forgets them. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`opiring.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`opiring.${name}`);
    else localStorage.setItem(`opiring.${name}`, value);
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}
