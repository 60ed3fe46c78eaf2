import { lookup, type LookupAddress } from 'node:dns';
import { request as plain, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { PlatformOptions } from '@opiring/platform/api';
import { isOutside } from './addresses';
import { AddressRefused } from './systems.errors';

/** Milliseconds for the whole of one request; shorter than a lease by far. */
const PATIENCE = 8_000;

export interface Sent {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}
type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * The only way out to addresses that people give. Where a name leads is looked at as the connection is made, so that a name that
 * answers otherwise the second time leads nowhere either. Redirections are not followed, and of an answer only its status is read.
 */
@Injectable()
export class Outward {
  /** How names are looked up. */
  resolve: Resolve = (host, done) => lookup(host, { all: true }, done);

  constructor(private readonly options: PlatformOptions) {}

  /** Throws where an address could not be sent to, whatever its name leads to. */
  assertAllowed(address: string): void {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || url.username || url.password || url.hash || !this.fits(url)) throw new AddressRefused();
  }

  /** The status answered with; rejects where there was no answer. */
  send({ method, url, headers, body }: Sent): Promise<number> {
    this.assertAllowed(url);
    const options: RequestOptions = {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      lookup: this.lookup,
      agent: false,
      signal: AbortSignal.timeout(PATIENCE),
    };
    return new Promise((resolve, reject) => {
      const request = (url.startsWith('https:') ? secure : plain)(url, options, (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private fits({ protocol, hostname }: URL): boolean {
    if (this.options.privateReceivers) return protocol === 'https:' || protocol === 'http:';
    const host = hostname.replace(/^\[|\]$/g, '');
    return protocol === 'https:' && (isIP(host) === 0 || isOutside(host));
  }

  private readonly lookup: LookupFunction = (host, { all }, done) => {
    this.resolve(host, (error, found) => {
      const [first] = found ?? [];
      const open = this.options.privateReceivers || found?.every(({ address }) => isOutside(address));
      if (error || !first) return done(error ?? new AddressRefused(), '');
      if (!open) return done(new AddressRefused(), '');
      if (all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
