import { HttpBackend, HttpErrorResponse, type HttpRequest, HttpResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { Subject, map } from 'rxjs';
import { Language } from './language';
import { providePlatform } from './provide-platform';
import { loadWords } from './words';

/** The words of each address come when the spec lets them. */
class SlowWords implements HttpBackend {
  readonly asked = new Map<string, Subject<string>>();
  handle(request: HttpRequest<unknown>) {
    const come = new Subject<string>();
    this.asked.set(request.url, come);
    return come.pipe(map((word) => new HttpResponse({ status: 200, body: { word } })));
  }
  /** However often it is tried. */
  fail(url: string): void {
    for (let last; last !== this.asked.get(url);) {
      last = this.asked.get(url);
      last?.error(new HttpErrorResponse({ status: 0 }));
    }
  }
  come(url: string, word: string): void {
    this.asked.get(url)?.next(word);
    this.asked.get(url)?.complete();
  }
}

describe('the language of the interface', () => {
  let server: SlowWords;
  let language: Language;
  let words: TranslocoService;
  const open = (context: string): void =>
    void TestBed.runInInjectionContext(() => loadWords(context)).catch(() => undefined);
  const shown = () => [words.translate<string>('word'), words.translate<string>('journal.word')];

  beforeEach(() => {
    localStorage.clear();
    server = new SlowWords();
    TestBed.configureTestingModule({
      providers: [...providePlatform(), { provide: HttpBackend, useValue: server }],
    });
    language = TestBed.inject(Language);
    words = TestBed.inject(TranslocoService);
    server.come('/i18n/platform/et.json', 'sõna');
    open('journal');
    server.come('/i18n/journal/et.json', 'mõtisklus');
  });

  it('changes once the words of everything opened are here, all at once', () => {
    void language.set('ru');
    server.come('/i18n/platform/ru.json', 'слово');
    expect([language.current(), document.documentElement.lang, ...shown()]).toEqual([
      'et',
      'et',
      'sõna',
      'mõtisklus',
    ]);
    server.come('/i18n/journal/ru.json', 'размышление');
    expect([language.current(), document.documentElement.lang, ...shown()]).toEqual([
      'ru',
      'ru',
      'слово',
      'размышление',
    ]);
  });

  it('waits for a page opened in the meantime too', () => {
    void language.set('ru');
    open('circles');
    server.come('/i18n/circles/et.json', 'ring');
    server.come('/i18n/platform/ru.json', 'слово');
    server.come('/i18n/journal/ru.json', 'размышление');
    expect(language.current()).toBe('et');
    server.come('/i18n/circles/ru.json', 'круг');
    expect([language.current(), words.translate<string>('circles.word')]).toEqual(['ru', 'круг']);
  });

  it('follows the last wish when two are made quickly', () => {
    void language.set('ru');
    void language.set('en');
    for (const [lang, word] of [
      ['en', 'word'],
      ['ru', 'слово'],
    ] as const)
      for (const context of ['platform', 'journal']) server.come(`/i18n/${context}/${lang}.json`, word);
    expect([language.current(), ...shown()]).toEqual(['en', 'word', 'word']);
  });

  it('stays as it is where the words do not come, says so, and follows when asked again', async () => {
    const first = language.set('ru');
    server.fail('/i18n/journal/ru.json');
    server.come('/i18n/platform/ru.json', 'слово');
    expect([language.current(), ...shown()]).toEqual(['et', 'sõna', 'mõtisklus']);
    expect(await first).toBe(false);
    expect(localStorage.getItem('opiring.language')).toBeNull();
    const again = language.set('ru');
    server.come('/i18n/platform/ru.json', 'слово');
    server.come('/i18n/journal/ru.json', 'размышление');
    expect([language.current(), ...shown()]).toEqual(['ru', 'слово', 'размышление']);
    expect(await again).toBe(true);
    expect(localStorage.getItem('opiring.language')).toBe('ru');
  });
});
