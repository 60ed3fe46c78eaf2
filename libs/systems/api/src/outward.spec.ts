import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformOptions } from '@opiring/platform/api';
import { isOutside } from './addresses';
import { Outward } from './outward';

const going = (privateReceivers = false): Outward => new Outward({ privateReceivers } as PlatformOptions);
const get = (url: string) => ({ method: 'GET' as const, url, headers: {} });

describe('the way out', () => {
  let inside: Server;
  let port: number;
  let touched = 0;
  let answer: { status: number; headers: Record<string, string> };

  beforeAll(async () => {
    inside = createServer((_, response) => response.writeHead(answer.status, answer.headers).end('within'));
    inside.on('connection', () => touched++);
    await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening));
    ({ port } = inside.address() as AddressInfo);
  });
  beforeEach(() => {
    touched = 0;
    answer = { status: 200, headers: {} };
  });
  afterAll(() => new Promise((closed) => inside.close(closed)));

  it.each([
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['no address', false],
    ['8.8.8.8', true],
    ['2a00:1450:400f::1', true],
  ])('%s is outside: %s', (address, outside) => {
    expect(isOutside(address)).toBe(outside);
  });

  it.each([
    'http://receiver.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://me:secret@receiver.example/',
    'https://receiver.example/#part',
    'ftp://receiver.example/',
    'file:///etc/passwd',
    'no address',
  ])('refuses %s before anything is sent', async (url) => {
    expect(() => going().assertAllowed(url)).toThrow('cannot be taken');
    await expect(async () => going().send(get(url))).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('refuses a name that leads inside, also where it led outside a moment ago', async () => {
    for (const leads of [['127.0.0.1'], ['::1'], ['169.254.169.254'], ['8.8.8.8', '127.0.0.1']]) {
      const outward = going();
      const url = `https://receiver.example:${port}/`;
      outward.resolve = (_, done) => done(null, [{ address: '8.8.8.8', family: 4 }]);
      outward.assertAllowed(url);
      outward.resolve = (_, done) =>
        done(
          null,
          leads.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      await expect(outward.send(get(url))).rejects.toMatchObject({ code: 'address-refused' });
    }
    expect(touched).toBe(0);
  });

  it('refuses localhost by its name', async () => {
    await expect(going().send(get(`https://localhost:${port}/`))).rejects.toMatchObject({
      code: 'address-refused',
    });
    expect(touched).toBe(0);
  });

  it('follows no redirection, and reads a status alone', async () => {
    answer = { status: 302, headers: { location: `http://127.0.0.1:${port}/further` } };
    expect(await going(true).send(get(`http://127.0.0.1:${port}/`))).toBe(302);
    expect(touched).toBe(1);
  });
});
