import { Injectable } from '@angular/core';
import { Problem } from './problem';

/** How much of it has gone, from 0 to 1. */
export type Progress = (share: number) => void;

/** Sends files. Only the older of the browser's two ways tells how far it has come. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  /** Rejects with a Problem; with `aborted` where the person called it off. */
  send<T>(path: string, file: File, once: string, progress: Progress, stop: AbortSignal): Promise<T> {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    return new Promise((done, failed) => {
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      request.onerror = () => failed(new Problem({ status: 0, code: 'offline' }));
      request.onabort = () => failed(new Problem({ status: -1, code: 'aborted' }));
      request.onload = () => {
        const body = request.response as (T & Partial<Problem>) | null;
        if (request.status < 300 && body) return done(body);
        failed(
          new Problem({
            status: request.status,
            code: body?.code ?? (request.status === 413 ? 'file-too-large' : 'unknown'),
          }),
        );
      };
      stop.addEventListener('abort', () => request.abort(), { once: true });
      request.open('POST', path);
      request.responseType = 'json';
      request.setRequestHeader('Idempotency-Key', once);
      request.send(form);
    });
  }
}
