import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const ACADEMIC_HOUR = 45;
interface Written {
  modules: { activities: { kind: string; minutes?: number }[] }[];
}

describe('the real programme, as it lies in the repository', () => {
  const { modules } = parse(
    readFileSync('programmes/dialoogid-kogukonnas/programme.yaml', 'utf8'),
  ) as Written;
  const hours = (together: boolean): number =>
    modules
      .flatMap(({ activities }) => activities)
      .filter(({ kind }) => (kind === 'attend') === together)
      .reduce((sum, { minutes = 0 }) => sum + minutes, 0) / ACADEMIC_HOUR;

  it('takes fifty academic hours: 35 in meetings, 15 alone', () => {
    expect([hours(true), hours(false)]).toEqual([35, 15]);
  });
});
