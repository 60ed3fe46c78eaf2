import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { order, depConstraints } from './tools/boundaries.mjs';

const notForScreens = [
  '@nestjs/*',
  'typeorm',
  'pg',
  'fastify',
  '@fastify/*',
  'class-validator',
  'class-transformer',
];
// What is a mistake wherever it stands.
const certain = [
  'no-unreachable',
  'no-dupe-keys',
  'no-dupe-else-if',
  'no-const-assign',
  'no-self-assign',
  'no-fallthrough',
].concat(
  'no-constant-condition',
  'no-unsafe-finally',
  'no-sparse-arrays',
  'no-cond-assign',
  'no-debugger',
  'no-eval',
  'no-new-func',
  'no-var',
);
const contexts = order.join('|');

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.cache',
      '.nx',
      '.angular',
      '.data',
      'coverage',
      'test-results',
      'playwright-report',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs,cjs}'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      ...Object.fromEntries(certain.map((rule) => [rule, 'error'])),
      'no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          checkDynamicDependenciesExceptions: ['.*'],
          allow: [],
          depConstraints,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Nest modules and Angular pages may be classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts', 'libs/platform/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'op', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'op', style: 'camelCase' },
      ],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-max-inline-declarations': ['error', { template: 40, styles: 60 }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.name="linkedSignal"] Property[key.name="source"] > ArrowFunctionExpression > :matches(MemberExpression, ChainExpression)',
          message:
            'Such a source begins anew whenever the thing is read again, and takes unsaved words along: give it a computed.',
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: notForScreens, message: 'The server’s libraries stay on the server.' },
            {
              group: ['@opiring/contract/*', '!@opiring/contract/*.values'],
              allowTypeImports: true,
              message:
                'Screens take types from the contract (import type), so that validators never reach the bundle.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/*/web/**/*.html', 'libs/platform/ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      // Words and markings fill an element through a directive as well as between its tags.
      '@angular-eslint/template/elements-content': [
        'error',
        { allowList: ['opLocal', 'opMarked', 'transloco'] },
      ],
    },
  },
  {
    files: ['apps/api/**/*.ts', 'libs/*/api/**/*.ts', 'libs/contract/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@angular/*', '@jsverse/*', '@tiptap/*'],
              message: 'Screens’ libraries stay in the browser.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [`libs/@(${contexts})/*/src/index.ts`],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A front door names what it lets out.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'libs/platform/{testing,web-testing}/**/*.ts', 'apps/web-e2e/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
