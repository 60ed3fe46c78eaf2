import { Activity } from './activity.entity';
import { Module } from './module.entity';

describe('a drafted activity', () => {
  const question = { questionId: 'q', moment: 'start' as const };

  it.each([
    ['answer', {}, 'question-needed'],
    ['answer', { questionId: 'q' }, 'question-needed'],
    ['read', question, 'question-needed'],
    ['attend', {}, 'meeting-needed'],
    ['read', { meetingId: 't' }, 'meeting-needed'],
  ] as const)('%s with %j is refused', (kind, more, code) => {
    expect(() => Activity.draft({ kind, title: 'x', ...more }, 'et')).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('speaks the programme’s language where none is said', () => {
    expect(Activity.draft({ kind: 'answer', title: ' Вопрос ', ...question }, 'ru')).toMatchObject({
      title: { ru: 'Вопрос' },
      required: true,
    });
  });

  it('is not edited once retired, nor is a module', () => {
    const retiredAt = new Date();
    expect(() => Object.assign(new Activity(), { retiredAt }).change({ title: 'x' }, 'et')).toThrow(
      expect.objectContaining({ code: 'retired' }),
    );
    expect(() => Object.assign(new Module(), { retiredAt }).change({ title: 'x' }, 'et')).toThrow(
      expect.objectContaining({ code: 'retired' }),
    );
  });

  it('keeps what was not sent', () => {
    const module = Object.assign(new Module(), {
      title: { et: 'a' },
      startsOn: '2026-10-01',
      endsOn: null,
      revision: 1,
    });
    module.change({ endsOn: '2026-10-02' }, 'et');
    expect(module).toMatchObject({
      title: { et: 'a' },
      startsOn: '2026-10-01',
      endsOn: '2026-10-02',
      revision: 2,
    });
    expect(() => module.change({ startsOn: '2026-10-03' }, 'et')).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});
