// How TypeScript with decorators becomes JavaScript, said once for the build and for the specs.

/** Options for swc. Metadata is what Nest and TypeORM read constructor and column types from. */
export function swcOptions(moduleType = 'es6') {
  return {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: moduleType },
    sourceMaps: 'inline',
    swcrc: false,
    configFile: false,
  };
}

/** The ten lines esbuild lacks: it emits no decorator metadata by itself. */
export function decorators(transform, readFile) {
  return {
    name: 'decorators',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!/^\s*@\w/m.test(source)) return { contents: source, loader: 'ts' };
        const { code } = await transform(source, { filename: path, ...swcOptions() });
        return { contents: code, loader: 'js' };
      });
    },
  };
}
