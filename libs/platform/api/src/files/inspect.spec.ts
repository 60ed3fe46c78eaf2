import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDocx, anMp3, anOdf, aPdf, aPng } from '@opiring/platform/testing';
import { strToU8, zipSync } from 'fflate';
import { FileRefused } from './file-refused';
import { inspect } from './inspect';
import { safeName } from './kinds';

const text = (words: string): Buffer => Buffer.from(words);
const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(200)]);
const zip = Buffer.from(zipSync({ 'a.class': strToU8('x') }));
const mp4 = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypisom\0\0\0\0isommp42'),
  Buffer.alloc(99),
]);
const m4a = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypM4A \0\0\0\0M4A mp42'),
  Buffer.alloc(99),
]);
const webp = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([20, 0, 0, 0]),
  Buffer.from('WEBPVP8 '),
  Buffer.alloc(12),
]);

describe('what is in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opiring-inspect-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const look = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return inspect(path, bytes.length, name).catch((error: FileRefused) => error.code);
  };

  it.each([
    ['toimik.pdf', aPdf(), 'application/pdf'],
    ['pilt.png', aPng(), 'image/png'],
    ['pilt.jpg', aPng(), 'image/png'],
    ['pilt.webp', webp, 'image/webp'],
    ['kava.docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['kava.odt', anOdf(), 'application/vnd.oasis.opendocument.text'],
    ['tabel.ods', anOdf('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['heli.mp3', anMp3(), 'audio/mpeg'],
    ['heli.m4a', m4a, 'audio/mp4'],
    ['film.mp4', mp4, 'video/mp4'],
    ['lugu.txt', text('Tere, õpiring!\n'), 'text/plain'],
    ['lugu', text('Tere'), 'text/plain'],
    ['lugu.md', text('# Ring\n\n<b>Tere</b>'), 'text/markdown'],
  ])('%s is known by it', async (name, bytes, type) => {
    expect(await look(name, bytes)).toBe(type);
  });

  it.each([
    ['empty.pdf', Buffer.alloc(0), 'file-empty'],
    ['page.png', text('<!doctype html><script>alert(1)</script>'), 'file-disguised'],
    ['page.html', text('<p>Tere</p>'), 'file-kind'],
    ['page.txt', text('\ufeff\n <html><body>'), 'file-disguised'],
    ['page.html', text('Tere'), 'file-disguised'],
    ['drawing.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-kind'],
    ['drawing.png', text('<?xml version="1.0"?><svg/>'), 'file-disguised'],
    ['run.txt', text('#!/bin/sh\nrm -rf ~'), 'file-disguised'],
    ['run.bat', text('del *'), 'file-disguised'],
    ['table.pdf', text('a;b\n'), 'file-disguised'],
    ['setup.exe', exe, 'file-kind'],
    ['picture.png', exe, 'file-disguised'],
    ['picture.exe', aPng(), 'file-disguised'],
    ['numbers.txt', Buffer.from([0x41, 0, 0x42]), 'file-disguised'],
    ['latin.txt', Buffer.from('õ', 'latin1'), 'file-disguised'],
    ['app.jar', zip, 'file-kind'],
    ['kava.docx', zip, 'file-kind'],
    ['picture.png', Buffer.concat([aPng(), zip]), 'file-disguised'],
    ['picture.png', Buffer.concat([aPng(), text('<script>alert(1)</script>')]), 'file-broken'],
    ['paper.pdf', Buffer.concat([aPdf(), zip]), 'file-disguised'],
    ['paper.pdf', text('%PDF-1.4 <html>'), 'file-broken'],
    ['kava.docx', aDocx({ 'word/vbaProject.bin': strToU8('x') }), 'file-with-macros'],
    ['kava.docx', aDocx({ 'word/activeX/activeX1.bin': strToU8('x') }), 'file-with-macros'],
    ['kava.docx', aDocx({ 'word/embeddings/oleObject1.bin': strToU8('x') }), 'file-with-macros'],
    ['kava.docx', aDocx({ 'word/embeddings/run.exe': strToU8('x') }), 'file-with-macros'],
    ['kava.docx', aDocx({}, 'document.macroEnabled.main+xml'), 'file-with-macros'],
    ['kava.docx', aDocx({}, 'template.main+xml'), 'file-kind'],
    ['kava.odt', anOdf('text', { 'Basic/Standard/Module1.xml': strToU8('x') }), 'file-with-macros'],
    [
      'kava.odt',
      anOdf('text', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
      'file-locked',
    ],
    ['kava.odt', anOdf('graphics'), 'file-kind'],
    ['bomb.docx', aDocx({ 'word/media/a.xml': new Uint8Array(30 * 1024 * 1024) }), 'file-broken'],
    ['slip.docx', aDocx({ '../../etc/passwd': strToU8('x') }), 'file-broken'],
    ['cut.docx', aDocx().subarray(0, 200), 'file-kind'],
  ])('%s is refused (%#)', async (name, bytes, code) => {
    expect(await look(name, bytes)).toBe(code);
  });

  it('is told by the name it gets', () => {
    const named = (name: string): string => safeName(name, 'application/pdf');
    expect(named('Tööleht nr 1.PDF')).toBe('Tööleht nr 1.pdf');
    expect(named('../../etc/passwd')).toBe('passwd.pdf');
    expect(named('C:\\temp\\töö.docx')).toBe('töö.pdf');
    expect(named('fdp.\u202Etxt')).toBe('fdp.pdf');
    expect(named('a\r\nSet-Cookie: x.pdf')).toBe('aSet-Cookie x.pdf');
    expect(named('CON.pdf')).toBe('fail-CON.pdf');
    expect(named('...')).toBe('fail.pdf');
    expect(named(`${'õ'.repeat(300)}.pdf`)).toHaveLength(104);
    expect(safeName('pilt.jpeg', 'image/jpeg')).toBe('pilt.jpeg');
  });
});
