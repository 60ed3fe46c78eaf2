import { deviceOf } from './device';

describe('the name of a device', () => {
  it('names browser and system', () => {
    const phone = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
    expect(deviceOf(phone)).toBe('Chrome · Android');
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
      'Edge · Windows',
    );
  });
  it('says nothing of what it does not know', () => {
    expect(deviceOf('curl/8')).toBe('');
  });
});
