import { expectAccessible, expectNoSidewaysScroll } from './accessible';
import { expect, test } from './fixtures';
import { pairs } from './pairs';
import { addressOfScreen, screens } from './routes';
import { expectWords } from './words';

const dimensions = {
  screen: screens,
  lang: ['et', 'en', 'ru'] as const,
  width: [320, 390, 1440] as const,
  theme: ['light', 'dark'] as const,
};

for (const { screen, lang, width, theme } of pairs(dimensions, { full: process.env['E2E_FULL'] === '1' })) {
  test(`${screen.path} as ${screen.as ?? 'nobody'}, ${lang}, ${width}, ${theme}`, async ({
    page,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('opiring.language', chosen), lang);
    if (screen.as) await signInAs(screen.as);
    await page.goto(await addressOfScreen(screen, page.request), { waitUntil: 'networkidle' });
    await expect(page.locator('h1').first()).toBeVisible();
    await expect(page.locator('op-loader')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expectWords(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
