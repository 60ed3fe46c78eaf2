import { hears, type Listener, type News, unseats } from './live.policy';

const cohort = 'c';
const someone = (of: Partial<Listener>): Listener => ({
  sessionId: 's',
  accountId: 'a',
  cohortId: cohort,
  own: ['own'],
  near: [],
  team: false,
  leads: false,
  ...of,
});
const about = (of?: string): News => ({ cohort, topic: 'facts', ...(of && { of }) });
const called = (of?: string): News => ({ ...about(of), topic: 'calls' });
const toldTo = (of: string): News => ({ cohort, topic: 'announcements', of });

describe('who hears what', () => {
  it.each([
    ['a member what concerns everybody', someone({}), about(), true],
    ['a member what concerns them', someone({}), about('own'), true],
    ['a member nothing of somebody else', someone({}), about('other'), false],
    ['a mentor of whom they accompany', someone({ near: ['other'] }), about('other'), true],
    ['nobody of what was said to a partner', someone({ near: ['other'] }), toldTo('other'), false],
    ['a leader of a call somebody asked for', someone({ team: true, leads: true }), called('other'), true],
    ['a leader of a change to the rules of the list', someone({ team: true, leads: true }), called(), true],
    ['whoever asked for a call what became of it', someone({}), called('own'), true],
    ['nobody else of the team of a call', someone({ team: true }), called('other'), false],
    ['nobody who walks with them of a call', someone({ near: ['other'] }), called('other'), false],
    ['nobody of the rules of a list they do not see', someone({ team: true }), called(), false],
    ['the team of everybody', someone({ team: true }), about('other'), true],
    ['the team nothing of another cohort', someone({ team: true, cohortId: 'd' }), about(), false],
  ])('tells %s', (_, listener, news, expected) => {
    expect(hears(listener, news)).toBe(expected);
  });

  it('ends a stream when the listener’s own place changes, and only then', () => {
    const moved: News = { cohort, topic: 'people', of: 'own' };
    expect(unseats(someone({}), moved)).toBe(true);
    expect(unseats(someone({ own: ['other'] }), moved)).toBe(false);
    expect(unseats(someone({}), about('own'))).toBe(false);
  });
});
