import type { Page } from '@playwright/test';

/** Everything this browser keeps for the site, read as whoever copies its stores would read it. */
export function deviceStores(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const said: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the store did not open'));
      });
    const told = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer);
        return new TextDecoder().decode(bytes) + new TextDecoder('utf-16le').decode(bytes);
      }
      if (value instanceof CryptoKey) return `key that may be taken out: ${value.extractable}`;
      if (Array.isArray(value)) return value.map(told).join('\n');
      if (!value || typeof value !== 'object') return String(value);
      return Object.entries(value)
        .map(([name, each]) => `${name}: ${told(each)}`)
        .join('\n');
    };
    for (const { name } of await indexedDB.databases()) {
      const store = await asked(indexedDB.open(name ?? ''));
      for (const part of store.objectStoreNames) {
        const rows = store.transaction(part).objectStore(part);
        said.push(`${name}/${part}`, told(await asked(rows.getAll())));
      }
      store.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        said.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    return said.join('\n');
  });
}
