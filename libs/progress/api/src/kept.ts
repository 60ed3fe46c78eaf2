const MOST = 200;

/** What is known of so many things; the oldest leave when there are too many. */
export class Kept<T> {
  private readonly known = new Map<string, T>();

  get(id: string): T | undefined {
    return this.known.get(id);
  }

  ids(): string[] {
    return [...this.known.keys()];
  }

  keep(id: string, what: T): void {
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST && !this.known.has(id)) this.known.delete(oldest);
    this.known.set(id, what);
  }
}
