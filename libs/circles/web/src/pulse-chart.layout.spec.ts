import type { PulseMeetingView } from '@opiring/contract/pulse';
import { pulseColumns } from './pulse-chart.layout';

const after = (heldOn: string, totals: PulseMeetingView['totals']): PulseMeetingView => ({
  meetingId: heldOn,
  title: { et: 'Kohtumine' },
  heldOn,
  totals,
});
const ten = { fully: 1, mostly: 4, little: 4, not: 1 };

describe('the drawing of the pulse', () => {
  it('has a dot for each answer, on the line of that answer', () => {
    const [column] = pulseColumns([after('2023-10-12', ten)]);
    expect(column?.dots).toHaveLength(10);
    expect(column?.dots.filter(({ y }) => y === 82)).toHaveLength(4);
    expect(column?.few).toBe(false);
  });

  it('shows the latest three meetings, and keeps every dot within its own column', () => {
    const days = ['2023-10-12', '2023-11-09', '2023-11-23', '2023-12-14'];
    const columns = pulseColumns(days.map((day) => after(day, { fully: 20, mostly: 0, little: 0, not: 0 })));
    expect(columns.map(({ heldOn }) => heldOn)).toEqual(days.slice(1));
    columns.forEach(({ dots, x }) => {
      expect(Math.max(...dots.map((dot) => dot.x + dot.r))).toBeLessThan(x + 316 / 6);
    });
  });

  it('draws a bar with its number where dots would not be told apart', () => {
    const [column] = pulseColumns([after('2023-10-12', { fully: 300, mostly: 150, little: 0, not: 0 })]);
    expect(column?.dots).toEqual([]);
    expect(column?.bars.map(({ people }) => people)).toEqual([300, 150]);
  });

  it('says of fewer than five answers only that', () => {
    expect(pulseColumns([after('2023-10-12', null)])).toMatchObject([{ few: true, dots: [], bars: [] }]);
  });
});
