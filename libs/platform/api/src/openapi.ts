import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/** The document of all routes Nest registered, with bodies from the contract's own validators. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Õpiring')
    .setDescription(
      'A session cookie signs in. Errors are RFC 9457 problems. Edits take If-Match, creations Idempotency-Key.',
    )
    .setVersion('1')
    .addCookieAuth('opiring')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, description);
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: {
      isLocalText: () => ({ anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/LocalText' }] }),
    },
  }) as NonNullable<OpenAPIObject['components']>['schemas'];
  const problem = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(
      operations as Record<string, { responses?: Record<string, unknown> }>,
    )) {
      if (operation.responses) operation.responses['default'] = problem;
    }
  }
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...schemas,
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'requestId'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          fields: { type: 'object' },
          current: {},
          requestId: { type: 'string' },
        },
      },
    },
  };
  return document;
}

const FACTS = '/api/v1/';

/** The part of the document that other systems read by token, with no more classes than it names. */
export function factsOf(whole: OpenAPIObject, publicUrl: string): OpenAPIObject {
  const paths = Object.fromEntries(Object.entries(whole.paths).filter(([path]) => path.startsWith(FACTS)));
  const all = whole.components?.schemas ?? {};
  const schemas: typeof all = {};
  const gather = (within: unknown): void => {
    for (const [, name = ''] of JSON.stringify(within).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      const schema = all[name];
      if (!schema || name in schemas) continue;
      schemas[name] = schema;
      gather(schema);
    }
  };
  gather(paths);
  return {
    openapi: whole.openapi,
    info: {
      title: 'Õpiring: facts for other systems',
      version: '1',
      description:
        'Reading by a token that a program leader makes. Lists take limit and after; answers carry an ETag. Errors are RFC 9457 problems.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}
