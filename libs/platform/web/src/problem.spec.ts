import { HttpErrorResponse } from '@angular/common/http';
import { placeFieldMessages } from './field-messages';
import { Problem } from './problem';

describe('a problem', () => {
  it('is what the API says', () => {
    const problem = Problem.of(
      new HttpErrorResponse({ status: 412, error: { code: 'stale', status: 412, current: { revision: 3 } } }),
    );
    expect(problem).toMatchObject({ status: 412, code: 'stale', current: { revision: 3 } });
    expect(Problem.of(problem)).toBe(problem);
  });
  it('is offline where no answer came', () => {
    expect(Problem.of(new HttpErrorResponse({ status: 0 }))).toMatchObject({ status: 0, code: 'offline' });
  });
  it('finds its place in the form and brings the focus there', () => {
    document.body.innerHTML = '<form><input id="title" /><input id="email" /></form>';
    const form = document.querySelector('form') ?? undefined;
    const problem = new Problem({
      status: 422,
      code: 'invalid',
      fields: { 'title.et': ['too long'], other: ['no'] },
    });
    const placed = placeFieldMessages(problem, ['email', 'title'], form);
    expect(placed).toEqual({ fields: { title: 'too long' }, rest: false });
    expect(document.activeElement?.id).toBe('title');
  });
  it('leaves what no field claims to the form', () => {
    expect(placeFieldMessages(new Problem({ status: 409, code: 'taken' }), ['title']).rest).toBe(true);
  });
});
