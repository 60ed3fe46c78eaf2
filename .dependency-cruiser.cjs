/** Zero import cycles, in files and between folders; types alone may point at each other. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'specs-stay-beside',
      comment: 'What serves people does not stand on tests.',
      severity: 'error',
      from: {
        pathNot:
          '(\\.spec\\.ts$|^libs/platform/(web-)?testing/|^apps/web-e2e/|^apps/api/src/(walk|testing)/)',
      },
      to: { path: '(\\.spec\\.ts$|^libs/platform/(web-)?testing/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^\\.cache/)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
