import { readLines } from './address-lines';

describe('a pasted list of people', () => {
  it('reads names and addresses the ways people paste them', () => {
    const { good, bad } = readLines(
      'Anu Tamm <anu@ulejarve.example>\nhelen@maeotsa.example, Helen Rand, Mäeotsa vald, abivallavanem\n\nmari.allik@kuusnomme.example',
    );
    expect(bad).toEqual([]);
    expect(good).toEqual([
      { line: 1, email: 'anu@ulejarve.example', name: 'Anu Tamm', municipality: '', occupation: '' },
      {
        line: 2,
        email: 'helen@maeotsa.example',
        name: 'Helen Rand',
        municipality: 'Mäeotsa vald',
        occupation: 'abivallavanem',
      },
      {
        line: 4,
        email: 'mari.allik@kuusnomme.example',
        name: 'Mari Allik',
        municipality: '',
        occupation: '',
      },
    ]);
  });

  it('takes several bare addresses on one line', () => {
    expect(readLines('a@b.ee, c@d.ee;e@f.ee').good.map((p) => p.email)).toEqual([
      'a@b.ee',
      'c@d.ee',
      'e@f.ee',
    ]);
  });

  it('says of each line what is wrong with it', () => {
    const { good, bad } = readLines('tiina.saar@rannasoo\nkeegi\nanu@x.ee\nANU@x.ee\nkadri@x.ee', [
      'Kadri@x.ee',
    ]);
    expect(good.map((p) => p.email)).toEqual(['anu@x.ee']);
    expect(bad).toEqual([
      { line: 1, text: 'tiina.saar@rannasoo', fault: 'ending' },
      { line: 2, text: 'keegi', fault: 'missing' },
      { line: 4, text: 'ANU@x.ee', fault: 'twice' },
      { line: 5, text: 'kadri@x.ee', fault: 'member' },
    ]);
  });
});
