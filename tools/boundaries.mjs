// Who may import whom. ESLint enforces it; boundaries.spec.ts plants forbidden imports and sees them refused.

/** The contexts, left to right: right may import left, never the other way round. */
export const order = [
  'identity',
  'cohorts',
  'curriculum',
  'journal',
  'mentoring',
  'circles',
  'progress',
  'library',
  'systems',
];

const scopes = (names) => names.map((name) => `scope:${name}`);

export const depConstraints = [
  ...order.map((context, at) => ({
    sourceTag: `scope:${context}`,
    onlyDependOnLibsWithTags: scopes([...order.slice(0, at + 1), 'platform', 'contract']),
  })),
  { sourceTag: 'scope:platform', onlyDependOnLibsWithTags: scopes(['platform', 'contract']) },
  { sourceTag: 'scope:contract', onlyDependOnLibsWithTags: scopes(['contract']) },
  { sourceTag: 'scope:app', onlyDependOnLibsWithTags: scopes([...order, 'platform', 'contract', 'app']) },
  {
    sourceTag: 'type:api',
    onlyDependOnLibsWithTags: ['type:api', 'type:contract', 'type:testing'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'type:web',
    onlyDependOnLibsWithTags: ['type:web', 'type:ui', 'type:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm'],
  },
  {
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:ui', 'type:web', 'type:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:testing', 'type:api', 'type:contract'] },
  {
    sourceTag: 'type:contract',
    onlyDependOnLibsWithTags: ['type:contract'],
    allowedExternalImports: ['class-validator', 'class-transformer', 'tslib'],
  },
];
