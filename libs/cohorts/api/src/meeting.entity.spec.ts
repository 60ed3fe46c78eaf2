import { calendarOf } from './calendar';
import { Meeting } from './meeting.entity';

const now = new Date('2026-11-23T12:00:00Z');
const meeting = (): Meeting =>
  Object.assign(new Meeting(), {
    id: '0198a000-0000-7000-8000-000000000001',
    title: { et: 'Kuulamine', en: 'Listening' },
    about: {},
    place: { et: 'Tallinn' },
    startsAt: new Date('2026-11-29T08:00:00Z'),
    endsAt: new Date('2026-11-29T14:30:00Z'),
    cancelledAt: null,
    revision: 3,
  });

describe('a meeting', () => {
  it('keeps what it was and what it is, and counts', () => {
    const moved = meeting();
    const sent = { startsAt: '2026-12-06T08:00:00Z', endsAt: '2026-12-06T14:30:00Z' };
    expect(moved.change(sent, 'et', now)).toMatchObject({
      before: { startsAt: '2026-11-29T08:00:00.000Z' },
      after: { startsAt: '2026-12-06T08:00:00.000Z', cancelled: false },
    });
    expect(moved.revision).toBe(4);
  });

  it('takes what is the same for no change, in whatever order its languages stand', () => {
    const same = meeting();
    expect(same.change({ title: { en: 'Listening', et: 'Kuulamine' } }, 'et', now)).toBeNull();
    expect(same.revision).toBe(3);
  });

  it('does not end before it starts', () => {
    expect(() => meeting().change({ endsAt: '2026-11-29T08:00:00Z' }, 'et', now)).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });

  it('is over when it has ended or is called off', () => {
    expect(meeting().isOver(now)).toBe(false);
    expect(meeting().isOver(new Date('2026-11-29T14:30:00Z'))).toBe(true);
    const off = meeting();
    off.change({ cancelled: true }, 'et', now);
    expect(off.isOver(now)).toBe(true);
  });
});

describe('a meeting’s calendar file', () => {
  it('keeps its id and counts on, so that calendars move it', () => {
    const moved = meeting();
    const before = calendarOf(moved, ['en', 'et'], now);
    moved.change({ startsAt: '2026-11-29T09:00:00Z' }, 'et', now);
    const after = calendarOf(moved, ['en', 'et'], now);
    const uid = /^UID:.*$/m;
    expect(after.match(uid)?.[0]).toBe(before.match(uid)?.[0]);
    expect([before, after].map((file) => /^SEQUENCE:(\d+)/m.exec(file)?.[1])).toEqual(['3', '4']);
    expect(after).toContain('DTSTART:20261129T090000Z');
    expect(after).toContain('SUMMARY:Listening');
  });

  it('is inert: a line typed by somebody never becomes a line of the file', () => {
    const hostile = meeting();
    hostile.title = {
      et: 'x\r\nATTACH:http://evil.example\rBEGIN:VALARM\u2028END:VCALENDAR\u0085\u0000\u0007',
    };
    hostile.place = { et: 'a;b,c\\n\r\n ATTENDEE:mailto:x@evil.example' };
    const file = calendarOf(hostile, ['et'], now);
    expect(
      file.split(/\r\n|\r|\n|\u2028|\u0085/).filter((line) => /^(ATTACH|ATTENDEE|BEGIN:VALARM)/.test(line)),
    ).toEqual([]);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(file.match(/^END:VCALENDAR/gm)).toHaveLength(1);

    expect(file).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f]/);
  });

  it('says that it is called off', () => {
    const off = meeting();
    off.change({ cancelled: true }, 'et', now);
    expect(calendarOf(off, ['ru', 'et'], now)).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  });
});
