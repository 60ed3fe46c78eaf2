import { ACTIVITY_KINDS } from '@opiring/contract/curriculum';
import { FRAMES, LOCALES, MOMENTS } from '@opiring/contract/values';
import { RELEASE_SCHEMA } from './release';

const SLUG = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const DAY = { type: 'string', format: 'date' };
const words = (maxLength: number) => ({
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: Object.fromEntries(
    LOCALES.map((locale) => [locale, { type: 'string', pattern: '\\S', maxLength }]),
  ),
});
const object = (required: string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const MATERIAL = object([], {
  title: words(300),
  url: { type: 'string', pattern: '^https?://[^\\s]+$', maxLength: 2000 },
  file: { type: 'string', pattern: '^[^/\\\\]+$', maxLength: 120 },
});
const ACTIVITY = object(['id', 'kind', 'title'], {
  id: SLUG,
  kind: { enum: ACTIVITY_KINDS },
  title: words(300),
  required: { type: 'boolean' },
  minutes: { type: 'integer', minimum: 0, maximum: 6000 },
  opensOn: DAY,
  release: RELEASE_SCHEMA,
  link: { type: 'string', pattern: '^https?://[^\\s]+$', maxLength: 2000 },
  question: SLUG,
  moment: { enum: MOMENTS },
  meeting: { type: 'integer', minimum: 1, maximum: 500 },
  frame: { enum: FRAMES },
  materials: { type: 'array', minItems: 1, maxItems: 20, items: MATERIAL },
});

/** What `programme.yaml` may say: JSON Schema 2020-12. docs/programme-archive/schema.json is this, for others. */
export const PROGRAMME_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:opiring:programme:1',
  title: 'An Õpiring programme, version 1',
  ...object(['format', 'version', 'modules'], {
    format: { const: 'opiring-programme' },
    version: { const: 1 },
    title: words(300),
    questions: {
      type: 'array',
      maxItems: 40,
      items: object(['id', 'text'], {
        id: SLUG,
        strand: { enum: ['main', 'inclusive'] },
        text: words(1000),
      }),
    },
    modules: {
      type: 'array',
      maxItems: 200,
      items: object(['id', 'title', 'activities'], {
        id: SLUG,
        title: words(300),
        startsOn: DAY,
        endsOn: DAY,
        release: RELEASE_SCHEMA,
        alongside: { type: 'boolean' },
        activities: { type: 'array', maxItems: 200, items: ACTIVITY },
      }),
    },
  }),
};
