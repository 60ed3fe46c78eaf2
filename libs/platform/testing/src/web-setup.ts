import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// jsdom lays nothing out, and knows no scrolling to what it has not laid out.
const { Element } = globalThis as unknown as { Element: { prototype: { scrollIntoView?: () => void } } };
Element.prototype.scrollIntoView ??= () => undefined;
