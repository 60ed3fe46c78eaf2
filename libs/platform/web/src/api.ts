import { HttpClient, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** What a write may carry beside its body. */
export interface WriteOptions {
  /** The revision one has read: goes as `If-Match`, and a stale one is answered by a Problem of 412 with `current`. */
  revision?: number;
  /** A key made once per intended deed (`crypto.randomUUID()`): goes as `Idempotency-Key`, so a retry has one effect. */
  once?: string;
}

/** Writes, and reads outside templates. Pages read through `httpResource`. Paths start with `/api/`; failures reject with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }
  post<T = void>(path: string, body: unknown = {}, options?: WriteOptions): Promise<T> {
    return this.send<T>('POST', path, body, options);
  }
  put<T = void>(path: string, body: unknown = {}, options?: WriteOptions): Promise<T> {
    return this.send<T>('PUT', path, body, options);
  }
  patch<T = void>(path: string, body: unknown, options?: WriteOptions): Promise<T> {
    return this.send<T>('PATCH', path, body, options);
  }
  delete<T = void>(path: string, options?: WriteOptions): Promise<T> {
    return this.send<T>('DELETE', path, undefined, options);
  }

  private send<T>(method: string, path: string, body?: unknown, options: WriteOptions = {}): Promise<T> {
    let headers = new HttpHeaders();
    if (options.revision !== undefined) headers = headers.set('If-Match', `"${options.revision}"`);
    if (options.once) headers = headers.set('Idempotency-Key', options.once);
    return firstValueFrom(this.http.request<T>(method, path, { body, headers }));
  }
}
