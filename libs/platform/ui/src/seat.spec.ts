import { render } from '@testing-library/angular';
import { Seat, initialsOf } from './seat';

describe('kohamärk', () => {
  it('takes the first and the last name', () => {
    expect(initialsOf('Marika Tõnurist')).toBe('MT');
    expect(initialsOf('Anna Maria Žukova')).toBe('AŽ');
    expect(initialsOf('helve')).toBe('H');
    expect(initialsOf('')).toBe('');
  });
  it('gives a leader one own seat among nine others', async () => {
    const { container } = await render(Seat, { inputs: { name: 'Rein Sõstar', seat: 6 } });
    expect(container.querySelectorAll('.oth')).toHaveLength(9);
    expect(container.querySelector('.own')?.getAttribute('d')).toBe('M25.07 3.63A20.4 20.4 0 0 1 33.89 6.16');
  });
  it('sits a mentor at the opening', async () => {
    const { container } = await render(Seat, { inputs: { name: 'Helve Raudla', kind: 'mentor' } });
    expect(container.querySelectorAll('.oth')).toHaveLength(10);
  });
  it('draws the seats nobody could count as one line', async () => {
    const { container } = await render(Seat, { inputs: { name: 'Rein Sõstar', seat: 250, of: 500 } });
    expect(container.querySelectorAll('.oth')).toHaveLength(1);
    expect(container.querySelectorAll('.own')).toHaveLength(1);
  });
  it('draws the team as a plain ring', async () => {
    const { container } = await render(Seat, { inputs: { name: 'Kadri Lepp', kind: 'org' } });
    expect(container.querySelectorAll('path')).toHaveLength(0);
  });
});
